import { showCents } from "../duty/index.js";

/** A state of the law under which the lines were priced. */
export interface ScenarioName {
  readonly id: string;
  readonly title: string;
}
/** What lines owe together in one scenario. Money as decimal text in the currency of the side. What is open is in none of the sums, and in `open`. */
export interface ScenarioSum {
  readonly scenario: string;
  readonly settled: number;
  readonly base: string;
  readonly additional: string;
  /** Ordinary and additional duty of the lines of which both are settled. */
  readonly duty: string;
  /** Lines whose additional duty is settled and whose ordinary duty waits for a quantity or is not in hand. */
  readonly withoutBase: number;
  /** Additional duty against the law as it stands, of the lines that are settled in both. */
  readonly change: string;
  readonly open: {
    readonly lines: number;
    readonly value: string;
    readonly byOutcome: Readonly<Record<string, number>>;
    /** Between which the additional duty of the open lines lies; the most is null where it has no bound. */
    readonly additionalMin: string;
    readonly additionalMax: string | null;
  };
}
export interface SideSum {
  readonly side: "us" | "cn";
  readonly currency: "USD" | "CNY";
  readonly lines: number;
  readonly value: string;
  readonly scenarios: readonly ScenarioSum[];
}
const OPEN_OUTCOMES = ["needs-facts", "beyond-horizon", "not-covered"] as const;
type Row = Readonly<Record<string, unknown>>;

/** Cents of any size as a decimal. */
export const moneyOf = (n: unknown): string => {
  const cents = BigInt(String(n ?? 0));
  const abs = cents < 0n ? -cents : cents;
  const own = abs <= BigInt(Number.MAX_SAFE_INTEGER) ? showCents(Number(abs)) : `${abs / 100n}.${String(abs % 100n).padStart(2, "0")}`;
  return cents < 0n ? `-${own}` : own;
};
const count = (n: unknown): number => Number(n ?? 0);

/** What each side comes to. @param rows one for each side, as `Tally` or SQL gives them: the sums of the i-th scenario end with `_i` */
export const sideSums = (rows: readonly Row[], scenarios: readonly ScenarioName[]): SideSum[] =>
  (["us", "cn"] as const).flatMap((side): SideSum[] => {
    const r = rows.find((x) => x["side"] === side);
    return r === undefined ? [] : [{ side, currency: side === "us" ? "USD" : "CNY", lines: count(r["lines"]), value: moneyOf(r["value"]), scenarios: scenarios.map((s, i) => scenarioSum(s, r, i)) }];
  });

const scenarioSum = (s: ScenarioName, r: Row, i: number): ScenarioSum => ({
  scenario: s.id,
  settled: count(r[`settled_${i}`]),
  base: moneyOf(r[`base_${i}`]),
  additional: moneyOf(r[`additional_${i}`]),
  duty: moneyOf(r[`total_${i}`]),
  withoutBase: count(r[`without_${i}`]),
  change: moneyOf(r[`change_${i}`]),
  open: {
    lines: count(r[`open_${i}`]),
    value: moneyOf(r[`openvalue_${i}`]),
    byOutcome: Object.fromEntries(OPEN_OUTCOMES.map((o) => [o, count(r[`${o}_${i}`])] as const).filter(([, n]) => n > 0)),
    additionalMin: moneyOf(r[`min_${i}`]),
    additionalMax: count(r[`unbounded_${i}`]) > 0 ? null : moneyOf(r[`max_${i}`]),
  },
});
