import type { FiledEntry, FiledLine, FiledTariff } from "@truce/engine/entry";
import { showCents } from "@truce/engine/duty";

/** Columns of the ACE report ES-003 as it prints them, then fees, then those of the facts of the goods that a book holds. */
const COLUMNS = [
  "Entry Summary Number",
  "Entry Type Code",
  "Entry Date",
  "Mode of Transportation Code",
  "Importer Type",
  "Entry Summary Line Number",
  "Tariff Ordinal Number",
  "HTS Number - Full",
  "Country of Origin Code",
  "Line Tariff Goods Value Amount",
  "Line Tariff Duty Amount",
  "Line Tariff Quantity (1)",
  "Line Tariff UOM (1) Code",
  "Line Tariff Quantity (2)",
  "Line Tariff UOM (2) Code",
  "MPF Amount",
  "HMF Amount",
] as const;
/** Codes of the mode of transportation on CBP Form 7501: vessel, rail, truck, air, mail. */
const MODES: Readonly<Record<string, string>> = { ocean: "11", rail: "20", truck: "30", air: "40", post: "50" };

/** The names of the facts that any line of a book carries, in the order of the alphabet. */
export function factsIn(book: readonly FiledEntry[]): string[] {
  return [...new Set(book.flatMap((e) => e.lines.flatMap((l) => Object.keys(l.facts))))].sort();
}

/** The header of a book in the form of ES-003. */
export const header = (facts: readonly string[]): string => [...COLUMNS, ...facts].map(cell).join(",");

/** The rows of one entry, a row for each tariff number. Fees stand on the first row of the entry. */
export function* rows(e: FiledEntry, facts: readonly string[]): Generator<string> {
  const fee = (name: string): string => money(e.fees.find((f) => f.name === name)?.amount);
  let first = true;
  for (const line of e.lines)
    for (const [i, t] of line.tariffs.entries()) {
      const own = [e.number, e.type ?? "", american(e.entered), e.mode === undefined ? "" : (MODES[e.mode] ?? ""), e.importerType ?? ""];
      const fees = first ? [fee("MPF"), fee("HMF")] : ["", ""];
      yield [...own, ...number(line, t, i), ...fees, ...facts.map((f) => line.facts[f] ?? "")].map(cell).join(",");
      first = false;
    }
}

function number(line: FiledLine, t: FiledTariff, i: number): string[] {
  const [one, two] = t.quantity;
  return [String(line.number), String(i + 1), t.code, line.origin ?? "", money(t.value), money(t.duty), one?.amount ?? "", one?.unit ?? "", two?.amount ?? "", two?.unit ?? ""];
}
const money = (cents: number | undefined): string => (cents === undefined ? "" : showCents(cents));
const american = (day: string): string => `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
