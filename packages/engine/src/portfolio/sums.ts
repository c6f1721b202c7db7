import { type Cell, priceLine } from "../book/index.js";
import { partOf, type Quantity } from "../duty/index.js";

/** In place of an amount that is open. */
export const OPEN = -1;
/** The part of a cell that stands for the ordinary duty. */
export const BASE_PART = -1;

/** What the sum of a line's additional duties is asked for. */
export const SUM = { additional: 0, least: 1, most: 2 } as const;

/** The cents of one part of a cell. */
export function partCents(cell: Cell, part: number, cents: number): number {
  const p = cell.parts[part];
  return p === undefined ? OPEN : partOf(p.share === 1_000_000 ? cents : partOf(cents, p.share), p.percent);
}

/** The basis of one part of a cell, or of its ordinary duty. */
export function basisCents(cell: Cell, part: number, cents: number): number {
  const p = cell.parts[part];
  if (p === undefined) return part === BASE_PART && cell.base !== undefined ? partOf(cents, cell.base.share) : OPEN;
  return p.share === 1_000_000 ? cents : partOf(cents, p.share);
}

/** The cents of what is due above the ordinary duty: for sure, at least or at most; OPEN where that is not known. */
export function sumCents(cell: Cell, what: number, cents: number): number {
  if (cell.outcome === "settled") {
    let sum = 0;
    for (let k = 0; k < cell.parts.length; k++) sum += partCents(cell, k, cents);
    return sum;
  }
  if (what === SUM.additional || cell.outcome === "not-covered" || cell.outcome === "beyond-horizon") return OPEN;
  const points = what === SUM.least ? cell.min : cell.max;
  return points === undefined ? OPEN : partOf(cents, points);
}

/** The cents of the ordinary duty; OPEN where it needs a quantity that is not given. */
export function baseCents(cell: Cell, cents: number, quantity: () => string | null): number {
  const rate = cell.base?.rate;
  if (rate?.percent === undefined || cell.replaced === undefined) return OPEN;
  if (cell.replaced && rate.specific.length === 0 && rate.partial.length === 0) return 0;
  if (rate.specific.length === 0 && rate.partial.length === 0) return partOf(partOf(cents, cell.base?.share ?? 0), rate.percent);
  const given = quantity();
  return priceLine(cell, cents, given === null || given === "" ? [] : quantities(given), "cents").base ?? OPEN;
}

const read = new Map<string, readonly Quantity[]>();
/** Quantities as the reader writes them: `[{"amount":…,"unit":…}, …]`. What is no quantity is none. */
function quantities(json: string): readonly Quantity[] {
  const known = read.get(json);
  if (known !== undefined) return known;
  if (read.size > 50_000) read.clear();
  const own = listOf(json)
    .map((q) => ({ amount: String(q.amount ?? "").replaceAll(",", ""), unit: String(q.unit ?? "").trim() }))
    .filter((q) => /^\d{1,9}(\.\d{1,4})?0*$/.test(q.amount) && q.unit !== "");
  read.set(json, own);
  return own;
}

function listOf(json: string): { readonly amount: unknown; readonly unit: unknown }[] {
  try {
    return JSON.parse(json) as { amount: unknown; unit: unknown }[];
  } catch {
    return [];
  }
}
