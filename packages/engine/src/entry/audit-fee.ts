import { type Clocks, type DutyDesk, entryFees, type FeeView } from "../duty/index.js";
import { dayIn, WASHINGTON } from "../time/index.js";
import { type Found, showSigned } from "./audit-finding.js";
import { feesOfEntry, formality } from "./fees-of-entry.js";
import type { FiledEntry } from "./filed.js";
import { mainOf, wholeDollars } from "./good.js";

const centsOf = (amount: string): number => Number(amount.replace(".", ""));

/** Fees that differ from the fee of the whole entry. A report without fees is not asked for them, nor one without a mode for the harbor fee. */
export function auditFees(entry: FiledEntry, desk: DutyDesk, clocks: Clocks): Found[] {
  if (entry.fees.length === 0) return [];
  const expected = feesOfEntry(desk, entry, clocks);
  if (expected === undefined) return [];
  const out: Found[] = [];
  for (const name of ["MPF", "HMF"]) {
    const filed = entry.fees.filter((f) => f.name === name);
    const fee = expected.find((f) => f.name === name);
    if (fee === undefined && (filed.length === 0 || entry.mode === undefined)) continue;
    const paid = filed.reduce((n, f) => n + f.amount, 0);
    const due = fee === undefined ? 0 : fee.amount === null ? undefined : centsOf(fee.amount);
    // Shares of lines that are one amount may be the fee of the entry, repeated.
    if (due === undefined || paid === due || (filed.length > 1 && filed.every((f) => f.amount === due))) continue;
    const perLine = name === "MPF" && lineByLine(entry, desk, clocks) === paid;
    out.push({
      kind: "wrong-fee",
      line: null,
      row: entry.lines[0]?.tariffs[0]?.row ?? 0,
      code: null,
      message: `${name} is ${filed.length === 0 ? "not filed" : `filed as ${showSigned(paid)}`}; ${showSigned(due)} is due${perLine ? ": it was taken line by line, and is taken once for the entry" : ""}`,
      filed: filed.length === 0 ? null : showSigned(paid),
      expected: showSigned(due),
      difference: paid - due,
      why: fee?.why ?? `cargo by ${entry.mode} does not pay it`,
      instruments: [],
    });
  }
  return out;
}

/** What the merchandise fee would be if every line were an entry. */
function lineByLine(entry: FiledEntry, desk: DutyDesk, clocks: Clocks): number | undefined {
  const { fees } = desk.assessor("us").goods;
  const knownDay = dayIn(clocks.known, WASHINGTON);
  let sum = 0;
  for (const line of entry.lines) {
    const [fee] = entryFees(
      { valueCents: wholeDollars(mainOf(line)?.value ?? 0), onDay: entry.entered, knownDay, kind: formality(entry.type), chapter99: line.tariffs.some((t) => /^990[34]/.test(t.code)) },
      fees,
    ) as [FeeView];
    if (fee.amount === null) return undefined;
    sum += centsOf(fee.amount);
  }
  return sum;
}
