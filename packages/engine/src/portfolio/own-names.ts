/** Names that the program uses itself. */
const TAKEN = /^(?:truce_row|t_[a-z_]+|file_row_number)$/i;

/**
 * The names of a file's columns, each once: a name that is empty, stands twice or is used by the program itself gets a mark at its end.
 * @example ownNames(["a", "A", ""]) //=> ["a", "A_2", "column_3"]
 */
export function ownNames(given: readonly string[]): string[] {
  const taken = new Set<string>();
  return given.map((raw, i) => {
    const plain = raw.trim() === "" ? `column_${i + 1}` : raw.trim();
    let own = TAKEN.test(plain) ? `${plain}_1` : plain;
    for (let n = 2; taken.has(own.toLowerCase()) || TAKEN.test(own); n++) own = `${plain}_${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
}
