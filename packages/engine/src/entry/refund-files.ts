import { csvCell } from "./csv-cell.js";
import type { EntryRefund, RefundRules, Refunds } from "./index.js";

/** The first line of the calendar of last days. */
export const CALENDAR = ["day", "days_left", "entry_number", "what", "bucket", "recoverable_now", "contested", "undecided"] as const;
const END = "\r\n";

/**
 * The lists of entry numbers for CAPE, one column and at most as many rows as a declaration takes, each importer apart, and the calendar of last days.
 * Only entries stand in them that can be declared on the day; those whose way turns on a column that the file has not have lists of their own, "provided".
 */
export const refundFiles = (result: Refunds, file: RefundRules["file"]): RefundFile[] => [...declarations(result.entries, file), calendar(result.entries)];

/** A file for the declarant: its name, its text, and how many entries or days it holds. */
export interface RefundFile {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
}

function declarations(entries: readonly EntryRefund[], file: RefundRules["file"]): RefundFile[] {
  const kinds = (["cape-1", "cape-2"] as const).flatMap((bucket) => [false, true].map((provided) => ({ bucket, provided })));
  return kinds.flatMap(({ bucket, provided }) => {
    const importers = new Map<string, string[]>();
    for (const e of entries) {
      if (e.bucket !== bucket || e.provided.length > 0 !== provided) continue;
      const own = importers.get(e.importer ?? "") ?? [];
      own.push(e.number);
      importers.set(e.importer ?? "", own);
    }
    const parts = [...importers.values()].flatMap((numbers) => {
      const whole = [...new Set(numbers)];
      return Array.from({ length: Math.ceil(whole.length / file.most) }, (_, i) => whole.slice(i * file.most, (i + 1) * file.most));
    });
    return parts.map((numbers, i) => ({
      name: `${bucket}${provided ? "-provided" : ""}-${String(i + 1).padStart(3, "0")}.csv`,
      text: `${[file.column, ...numbers].map(csvCell).join(END)}${END}`,
      rows: numbers.length,
    }));
  });
}

function calendar(entries: readonly EntryRefund[]): RefundFile {
  const rows = entries.flatMap((e) => e.deadlines.map((d) => [d.day, String(d.daysLeft), e.number, d.what, e.bucket, e.amounts.recoverableNow, e.amounts.contested, e.amounts.undecided]));
  rows.sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : (a[0] as string) > (b[0] as string) ? 1 : 0));
  return { name: "calendar.csv", text: [CALENDAR, ...rows].map((r) => `${r.map(csvCell).join(",")}${END}`).join(""), rows: rows.length };
}
