import { type EntryAudit, auditEntry, type FiledEntry } from "@truce/engine/entry";
import type { Instrument } from "@truce/engine/law";
import { endOfDayUtc, type Instant } from "@truce/engine/time";
import type { Desks } from "@truce/engine/desk";

/** By which clocks a book is audited. */
export interface Clocked {
  readonly known: Instant;
  readonly now: Instant;
  readonly supposed: readonly Instrument[];
}

/**
 * Audits each entry of a book. They are taken in the order of their days, so that the law as known on a day is folded once; the answers come in the order of the book.
 * @param told is called after each entry with how many are done
 */
export function auditBook(book: readonly FiledEntry[], desks: Desks, clocked: Clocked, told: (done: number) => void = () => undefined): EntryAudit[] {
  const out: EntryAudit[] = new Array(book.length);
  const { known, now, supposed } = clocked;
  const hindsight = desks.desk(known, supposed);
  const order = book.map((entry, i) => ({ entry, i })).sort((a, b) => (a.entry.entered < b.entry.entered ? -1 : a.entry.entered > b.entry.entered ? 1 : a.i - b.i));
  order.forEach(({ entry, i }, done) => {
    const then = Math.min(endOfDayUtc(entry.entered), known) as Instant;
    out[i] = auditEntry(entry, { now: hindsight, then: desks.desk(then, []) }, { known, now });
    told(done + 1);
  });
  return out;
}
