import { type Clocks, type DutyDesk, entryFees, type FeeView, MILLION, type MpfBasis, mpfBasis, parsePercent } from "../duty/index.js";
import { showCode } from "../goods/index.js";
import { dayIn, WASHINGTON } from "../time/index.js";
import type { FiledEntry, FiledLine } from "./filed.js";
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
    const value = valueOfLine(line)?.all;
    if (value === undefined) return undefined;
    sum += wholeDollars(value);
  }
  return sum;
}

/** The value of a line, and what of it is filed under a provision of chapter 98 on a row of its own, in cents. */
function valueOfLine(line: FiledLine): { readonly all: number; readonly under: number } | undefined {
  const own = mainOf(line)?.value ?? line.tariffs.find((t) => !t.code.startsWith("98") && t.value !== undefined && t.value > 0)?.value;
  const provision = line.tariffs.find((t) => t.code.startsWith("98"))?.value ?? 0;
  if (own === undefined) return provision > 0 ? { all: provision, under: 0 } : undefined;
  const under = provision === own ? 0 : provision;
  return { all: own + under, under };
}

/** The value on which the merchandise fee of an entry with chapter 98 lines is taken: of each line what its provision leaves. Undefined where no line has one. */
function basisOf(entry: FiledEntry): MpfBasis | undefined {
  if (!entry.lines.some((l) => l.tariffs.some((t) => t.code.startsWith("98")))) return undefined;
  const why: string[] = [];
  let cents: number | null = 0;
  for (const line of entry.lines) {
    const value = valueOfLine(line) ?? { all: 0, under: 0 };
    const provision = line.tariffs.find((t) => t.code.startsWith("98"));
    const share = value.under > 0 ? Math.round(((value.all - value.under) / value.all) * MILLION) : line.facts["dutiable"] === undefined ? undefined : parsePercent(line.facts["dutiable"]);
    const basis = mpfBasis(provision === undefined ? undefined : showCode(provision.code), share, wholeDollars(value.all));
    if (basis !== undefined && !why.includes(basis.why)) why.push(basis.why);
    const own: number | null = basis === undefined ? wholeDollars(value.all) : value.under > 0 && basis.cents !== 0 ? wholeDollars(value.all - value.under) : basis.cents;
    cents = cents === null || own === null ? null : cents + own;
  }
  return { cents, why: why.join("; ") };
}

/**
 * The fees of an entry, once for all of its lines. Undefined where its value is not known.
 * Goods from a zone pay the harbor fee quarterly and not on the entry (19 CFR 24.24, 146.22).
 */
export function feesOfEntry(desk: DutyDesk, entry: FiledEntry, clocks: Clocks): readonly FeeView[] | undefined {
  const valueCents = valueOfEntry(entry);
  if (valueCents === undefined) return undefined;
  const knownDay = dayIn(clocks.known, WASHINGTON);
  const mode = entry.type === ZONE_ENTRY ? undefined : entry.mode;
  const chapter99 = entry.lines.some((l) => l.tariffs.some((t) => /^990[34]/.test(t.code)));
  return entryFees({ valueCents, onDay: entry.entered, knownDay, kind: formality(entry.type), mode, chapter99, mpf: basisOf(entry) }, desk.assessor("us").goods.fees);
}
