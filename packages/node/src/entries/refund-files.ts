import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CALENDAR, refundFiles, type RefundRules, type Refunds } from "@truce/engine/entry";
import { InputError } from "@truce/engine/desk";

/** A file that was written, with how many entries or days it holds. */
export interface WrittenFile {
  readonly path: string;
  readonly rows: number;
}
const OURS = /^(?:cape-[123](?:-provided)?-\d{3,}|calendar)\.csv$/;
const END = "\r\n";

/**
 * Writes the lists of entry numbers for CAPE, one column and at most as many rows as a declaration takes, each importer apart, and the calendar of last days.
 * Only entries stand in them that can be declared on the day: those of a contested phase do not; those whose way turns on a column that the file has not have files of their own, "provided".
 * All files are written under another name first and then given theirs, so that each is whole or absent. Nothing is filed.
 * @throws InputError where the folder holds such files of another run or of another hand, or cannot be written
 */
export function writeRefundFiles(dir: string, result: Refunds, file: RefundRules["file"]): WrittenFile[] {
  const files = refundFiles(result, file);
  prepare(dir, new Set(files.map((f) => f.name)), file.column);
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

function prepare(dir: string, names: ReadonlySet<string>, column: string): void {
  const stat = statSync(dir, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory()) throw new InputError("not-a-folder", `${dir} is not a folder`, "name a folder for the files", "-o");
  try {
    makeFolder(dir);
  } catch (e) {
    throw new InputError("not-a-folder", `${dir} cannot be made: ${(e as NodeJS.ErrnoException).code ?? "unknown"}`, "name a folder for the files", "-o");
  }
  const there = readdirSync(dir);
  const foreign = there.filter((f) => names.has(f) && !startsWith(join(dir, f), f === "calendar.csv" ? CALENDAR.join(",") : column));
  if (foreign.length > 0) throw new InputError("others-file", `${dir} holds ${foreign.slice(0, 4).join(", ")}, which is not a file of this program`, "move it away, or name another folder", "-o");
  const stale = there.filter((f) => OURS.test(f) && !names.has(f));
  if (stale.length > 0) throw new InputError("old-files", `${dir} holds files of another run: ${stale.slice(0, 4).join(", ")}`, "move them away, or name another folder", "-o");
}

/** Makes a folder and those above it; each is tried once, as `recursive` tries without end where a file system takes none. */
function makeFolder(dir: string): void {
  if (statSync(dir, { throwIfNoEntry: false }) !== undefined) return;
  const above = dirname(dir);
  if (above !== dir) makeFolder(above);
  mkdirSync(dir);
}

/** Whether a file begins with a line that we write. */
function startsWith(path: string, line: string): boolean {
  if (!statSync(path).isFile()) return false;
  const at = openSync(path, "r");
  const held = Buffer.alloc(line.length + 2);
  const n = readSync(at, held, 0, held.length, 0);
  closeSync(at);
  return held.toString("utf8", 0, n) === `${line}${END}`;
}
