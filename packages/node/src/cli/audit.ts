import { toUtc } from "@truce/engine/time";
import { auditBook } from "../entries/audit-book.js";
import { auditView } from "../entries/audit-view.js";
import { factColumns } from "@truce/engine/entries";
import { readEntries } from "../entries/index.js";
import { wholeLines } from "../entries/whole-lines.js";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { auditPage } from "./pages/audit.js";
import { start } from "./question.js";

const SHOWN_EVERY = 500;

/** truce audit */
export async function audit(file: string, options: Common): Promise<void> {
  const { desks, known, now, supposed } = await start(options);
  const { law, goods } = desks.regime;
  const read = await readEntries(file, factColumns(goods, desks.regimeAt(known, supposed)), true, true);
  // A line of which a row could not be read has not all its headings: what is missing from it says nothing.
  const { entries: whole, entriesLeft, linesLeft } = wholeLines(read);
  const audits = auditBook(whole, desks, { known, now, supposed }, progress(whole.length, options.quiet === true));
  const warnings = [
    ...(options.on === undefined ? [] : ["--on makes no difference: each entry is judged at its own date"]),
    ...read.notes,
    ...(entriesLeft === 0 ? [] : [`${entriesLeft} ${entriesLeft === 1 ? "entry was" : "entries were"} left out, because a row of ${entriesLeft === 1 ? "it" : "them"} could not be read`]),
    ...(linesLeft === 0
      ? []
      : [`${linesLeft} ${linesLeft === 1 ? "line was" : "lines were"} left out, and the fees of ${linesLeft === 1 ? "its entry" : "their entries"}, because a row could not be read`]),
    ...desks.soon(known),
  ];
  const result = auditView(audits, { problems: read.problems, warnings }, { known: toUtc(known), horizon: law.horizon });
  await write(options.json ? `${JSON.stringify(result)}\n` : auditPage(result));
}

/** Says on a terminal how far the work has come. */
function progress(all: number, quiet: boolean): (done: number) => void {
  if (quiet || !process.stderr.isTTY) return () => undefined;
  let shown = Date.now();
  return (done) => {
    if (done === all) process.stderr.write("\r\u001b[K");
    else if (Date.now() - shown > SHOWN_EVERY) {
      process.stderr.write(`\r${done} of ${all} entries`);
      shown = Date.now();
    }
  };
}
