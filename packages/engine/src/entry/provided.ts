/** Facts of an entry that most entries have the plain answer to. Where the file has no column for one, the way is named as if the answer were the plain one, and that is said. */
const PLAIN: Readonly<Record<string, string>> = {
  drawback: "it was not designated for drawback",
  protest: "no protest was filed",
  reconciliation: "it is not flagged for reconciliation",
  reconciled: "its reconciliation (type 09) is not on file",
  liquidation_status: "its liquidation is suspended",
  liquidation_date: "it was not deemed liquidated",
};

/**
 * On what a way depends that the file does not say, in words.
 * @example providedThat(["drawback"]) //=> "provided that it was not designated for drawback"
 */
export function providedThat(facts: readonly string[]): string {
  const words = facts.map((f) => PLAIN[f] ?? f);
  return words.length === 0 ? "" : `provided that ${words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`}`;
}
