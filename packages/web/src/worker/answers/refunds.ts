import { asking, type Clocks, InputError } from "@truce/engine/desk";
import { assume, type ReadEntries, readEntryRows, worthAsHeader } from "@truce/engine/entries";
import { type RefundFile, refundFiles, refunds, type Refunds } from "@truce/engine/entry";
import { WASHINGTON } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";
import type { Run } from "../protocol.js";
import { tableRows } from "../table-rows.js";

export interface RefundsAsked extends Clocks {
  readonly file: string;
  readonly bytes: ArrayBuffer;
  /** What the reader says of all entries of which the file says nothing, such as `drawback=no`. */
  readonly facts: readonly string[];
}
export interface RefundsPage {
  readonly result: Refunds;
  readonly read: Pick<ReadEntries, "columns" | "notes">;
  readonly files: readonly RefundFile[];
  readonly version: string;
}

/** Filed entries sorted by the way in which their duty can come back, with money and last days. */
export async function answer(desk: PageDesk, q: RefundsAsked, run: Run): Promise<RefundsPage> {
  const goods = await desk.goods();
  const { refunds: rules, interest } = desk.law.refunds;
  if (rules === null || interest === null) throw new InputError("no-rules", "this regime has no rules of refunds", "reload the page", "regime");
  const a = await asking(desk.desks, q, { zone: WASHINGTON });
  assume([], q.facts);
  const read = await readEntryRows(tableRows(new Uint8Array(q.bytes), q.file, worthAsHeader, run), q.file, goods.facts.values(), true);
  const ask = {
    entries: assume(read.entries, q.facts),
    problems: read.problems,
    incomplete: read.incomplete,
    warnings: q.facts.length === 0 ? [] : [`taken as you say for all entries of which the file says nothing: ${q.facts.join(", ")}`],
  };
  const result = refunds(ask, desk.desks.regimeAt(a.known, a.supposed), rules, interest, { on: a.on, known: a.known, horizon: desk.law.horizon });
  return {
    result: { ...result, warnings: [...result.warnings, ...desk.desks.soon(a.known)] },
    read: { columns: read.columns, notes: read.notes },
    files: refundFiles(result, rules.file),
    version: desk.version,
  };
}
