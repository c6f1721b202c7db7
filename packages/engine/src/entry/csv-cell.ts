/**
 * A cell of CSV that no spreadsheet takes for a formula, quoted where it has to be. A negative number stays one.
 * @example csvCell("=1+1") //=> "'=1+1"
 */
export function csvCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
