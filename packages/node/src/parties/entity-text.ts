/** What one cell of the tables of part 744 says: a name, its other names, and the address in the same words. */
export interface EntityText {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly former: readonly string[];
  readonly address: string;
}
/** What follows a comma and still belongs to the name. */
const FORM =
  /^\s*(?:and\s+)?(?:Co|Ltd|Limited|Inc|Incorporated|LLC|L\.L\.C|LLP|L\.P|LP|Corp|Corporation|Company|PLC|P\.L\.C|GmbH|AG|S\.?A|S\.?R\.?L|SARL|B\.?V|N\.?V|JSC|PJSC|OJSC|AO|OOO|ZAO|FZE|FZC|FZCO|FZ-LLC|Pte|Pvt|Private|Bhd|Sdn|K\.K|Kft|Sp|d\.o\.o|A\.S|Ltda|Jr|Sr|II|III)\b\.?/i;
const ALIAS = /,?\s*\(?\b(a\.?k\.?a|f\.?k\.?a|also known as|formerly known as)\b\.?,?\s*(?:the following\s+[\w-]+\s+(?:alias|former name)(?:es|s)?:?)?\s*/i;
/** Where an address begins inside a text: a number, or the name of a part of a building, street or place. */
const STREET = /^(?:No\.|Nos\.|Room|Rm\.?|Unit|Suite|Floor|Flat|Building|Block|Bldg|House|Office|Street|P\.?O\.? Box|ul\.|\d)/i;

/**
 * Tells name, other names and address of an entry apart. The lists write all three into one cell, so this is a reading, and the cell itself is kept beside it.
 * @example entityText("Example Optics Co., Ltd., a.k.a., the following two aliases: —EO; and —EXO. 5 Example Road, Beijing, China").name //=> "Example Optics Co., Ltd."
 */
export function entityText(cell: string): EntityText {
  const lines = cell
    .split(/\r?\n/)
    .map((l) => l.replace(/\s+/g, " ").trim())
    .filter((l) => l !== "");
  const found = ALIAS.exec(lines.join("\n"));
  if (found === null) return plain(lines);
  const text = lines.join("\n");
  const name = text.slice(0, found.index).replace(/[,\s]+$/, "");
  const { names, address } = others(text.slice(found.index + found[0].length));
  const former = /^f/i.test(found[1] as string);
  return { name, aliases: former ? [] : names, former: former ? names : [], address };
}

/** Other names, each after a dash, and the address after the last of them. Without dashes there is one other name. */
function others(rest: string): { names: readonly string[]; address: string } {
  const marked = rest.replace(/(^|\n|;\s*(?:and\s+)?|\s(?:and\s+)?)[—–]\s*|(^|\n)-\s*/g, "\u0001").replace(/^\u0001/, "");
  const parts = marked.split("\u0001").map((p) => p.trim());
  const last = parts.pop() ?? "";
  const dashed = marked !== rest;
  const [first, ...below] = last.split("\n");
  const end = below.length > 0 ? { name: first ?? "", address: below.map(tidy).join("; ") } : cut(last, dashed);
  return { names: [...parts, end.name].map(tidy).filter((n) => n !== ""), address: end.address };
}

/** A name or address without the mark and the "and" that end its line; the full stop of an abbreviation stays. */
function tidy(text: string): string {
  const bare = text.replace(/[;,]?\s*(?:\band)?$/, "").trim();
  return /\b(?:Co|Ltd|Inc|Corp|LLC|Pte|[A-Z]\.[A-Z])\.$/i.test(bare) ? bare : bare.replace(/\.$/, "");
}

/** A text with a name first and an address after it. */
function plain(lines: readonly string[]): EntityText {
  const none = { aliases: [], former: [] };
  if (lines.length > 1) return { name: (lines[0] as string).replace(/,$/, ""), ...none, address: lines.slice(1).map(tidy).join("; ") };
  const text = lines[0] ?? "";
  for (let at = text.indexOf(","); at >= 0; at = text.indexOf(",", at + 1)) if (!FORM.test(text.slice(at + 1))) return { name: text.slice(0, at).trim(), ...none, address: tidy(text.slice(at + 1)) };
  return { name: text.trim(), ...none, address: "" };
}

/** The last other name, and the address that begins after its full stop (or, without dashes, after its comma). */
function cut(text: string, dashed: boolean): { name: string; address: string } {
  for (let at = text.indexOf(". "); at >= 0; at = text.indexOf(". ", at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + 2)];
    const short = /\b(?:Co|Ltd|Inc|Corp|No|St|Dr|Mr|[A-Z])$/i.test(before);
    if (STREET.test(after) || (!short && after.includes(","))) return { name: short ? `${before}.` : before, address: tidy(after) };
  }
  if (dashed) return { name: text, address: "" };
  const first = plain([text]);
  return { name: first.name, address: first.address };
}
