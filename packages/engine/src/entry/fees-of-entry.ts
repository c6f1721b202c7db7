import { type Clocks, type DutyDesk, entryFees, type FeeView } from "../duty/index.js";
import { dayIn, WASHINGTON } from "../time/index.js";
import type { FiledEntry } from "./filed.js";
import { mainOf, wholeDollars } from "./good.js";

/** Types of entry by their code: informal ones, and those from a foreign trade zone. */
const INFORMAL = ["11", "12"];
export const ZONE_ENTRY = "06";

/** Whether an entry is informal by its type; undefined where the report does not say the type. */
export const formality = (type: string | undefined): "formal" | "informal" | undefined => (type === undefined ? undefined : INFORMAL.includes(type) ? "informal" : "formal");

/** The customs value of a whole entry in cents, each line in whole dollars; undefined where a line has none. */
export function valueOfEntry(entry: FiledEntry): number | undefined {
  let sum = 0;
  for (const line of entry.lines) {
    const value = mainOf(line)?.value ?? line.tariffs.find((t) => t.value !== undefined && t.value > 0)?.value;
    if (value === undefined) return undefined;
    sum += wholeDollars(value);
  }
  return sum;
}

/**
 * The fees of an entry, once for all of its lines. Undefined where its value is not known, or a line is under chapter 98.
 * Goods from a zone pay the harbor fee quarterly and not on the entry (19 CFR 24.24, 146.22).
 */
export function feesOfEntry(desk: DutyDesk, entry: FiledEntry, clocks: Clocks): readonly FeeView[] | undefined {
  const valueCents = valueOfEntry(entry);
  // On articles of chapter 98 the fee is taken on a part of the value or not at all (19 CFR 24.23(c)), and how it adds up over lines is not in hand.
  if (valueCents === undefined || entry.lines.some((l) => l.tariffs.some((t) => t.code.startsWith("98")))) return undefined;
  const knownDay = dayIn(clocks.known, WASHINGTON);
  const mode = entry.type === ZONE_ENTRY ? undefined : entry.mode;
  const chapter99 = entry.lines.some((l) => l.tariffs.some((t) => /^990[34]/.test(t.code)));
  return entryFees({ valueCents, onDay: entry.entered, knownDay, kind: formality(entry.type), mode, chapter99 }, desk.assessor("us").goods.fees);
}
