import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EntryRefund, RefundRules, Refunds } from "@truce/engine/entry";
import { InputError } from "../grounds/open.js";

/** A file that was written, with how many entries or days it holds. */
export interface WrittenFile {
  readonly path: string;
  readonly rows: number;
}
const OURS = /^(?:cape-[123]-\d{3,}|calendar)\.csv$/;
const END = "\r\n";

/**
 * Writes the lists of entry numbers for CAPE, one column and at most as many rows as a declaration takes, each importer apart, and the calendar of last days.
 * All files are written under another name first and then given theirs, so that each is whole or absent. Nothing is filed.
 * @throws InputError where the folder holds such files of another run, or cannot be written
 */
export function writeRefundFiles(dir: string, result: Refunds, file: RefundRules["file"]): WrittenFile[] {
  const files = [...declarations(result.entries, file), calendar(result.entries)];
  prepare(dir, new Set(files.map((f) => f.name)));
  const made: string[] = [];
  try {
    for (const f of files) {
      const path = join(dir, `.${f.name}.new`);
      made.push(path);
      writeFileSync(path, f.text);
    }
    for (const f of files) renameSync(join(dir, `.${f.name}.new`), join(dir, f.name));
  } catch (e) {
    for (const path of made) rmSync(path, { force: true });
    throw e;
  }
  return files.map((f) => ({ path: join(dir, f.name), rows: f.rows }));
}

function prepare(dir: string, names: ReadonlySet<string>): void {
  const stat = statSync(dir, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory()) throw new InputError("not-a-folder", `${dir} is not a folder`, "name a folder for the files", "-o");
  mkdirSync(dir, { recursive: true });
  const stale = readdirSync(dir).filter((f) => OURS.test(f) && !names.has(f));
  if (stale.length > 0) throw new InputError("old-files", `${dir} holds files of another run: ${stale.slice(0, 4).join(", ")}`, "move them away, or name another folder", "-o");
}

interface Made {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
}

function declarations(entries: readonly EntryRefund[], file: RefundRules["file"]): Made[] {
  return (["cape-1", "cape-2", "cape-3"] as const).flatMap((bucket) => {
    const importers = new Map<string, string[]>();
    for (const e of entries) {
      if (e.bucket !== bucket) continue;
      const own = importers.get(e.importer ?? "") ?? [];
      own.push(e.number);
      importers.set(e.importer ?? "", own);
    }
    const parts = [...importers.values()].flatMap((numbers) => {
      const whole = [...new Set(numbers)];
      return Array.from({ length: Math.ceil(whole.length / file.most) }, (_, i) => whole.slice(i * file.most, (i + 1) * file.most));
    });
    return parts.map((numbers, i) => ({
      name: `${bucket}-${String(i + 1).padStart(3, "0")}.csv`,
      text: `${[file.column, ...numbers].map(cell).join(END)}${END}`,
      rows: numbers.length,
    }));
  });
}

function calendar(entries: readonly EntryRefund[]): Made {
  const rows = entries.flatMap((e) => e.deadlines.map((d) => [d.day, String(d.daysLeft), e.number, d.what, e.bucket, e.amounts.recoverableNow, e.amounts.contested, e.amounts.undecided]));
  rows.sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : (a[0] as string) > (b[0] as string) ? 1 : 0));
  const head = ["day", "days_left", "entry_number", "what", "bucket", "recoverable_now", "contested", "undecided"];
  return { name: "calendar.csv", text: [head, ...rows].map((r) => `${r.map(cell).join(",")}${END}`).join(""), rows: rows.length };
}

/** A cell that no spreadsheet takes for a formula, quoted where it has to be. */
export function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
