import type { PageDesk } from "../desk.js";
import { heldFile } from "../portfolio/held.js";
import { type LineShown, lineShown, type LinesAsked, order } from "../portfolio/line-pages.js";
import { linesCsv } from "../portfolio/lines-csv.js";
import type { Run } from "../protocol.js";

export interface LinesPage {
  /** How many lines were found. */
  readonly found: number;
  readonly lines: readonly LineShown[];
  /** All that were found, where they were asked for as a file. */
  readonly csv: Blob | null;
}

/** Lines of a priced file: sorted, found, some at a time, or all as CSV. */
export async function answer(
  _: PageDesk,
  // `priced` tells a law from another, so that the page asks again.
  q: LinesAsked & { readonly id: number; readonly priced: string; readonly offset: number; readonly count: number; readonly csv?: boolean },
  run: Run,
): Promise<LinesPage> {
  const held = heldFile(q.id);
  const { id: _id, priced: _priced, offset, count, csv, ...asked } = q;
  const key = JSON.stringify(asked);
  const { pricing } = held;
  if (held.order?.key !== key) {
    const lines = await order(pricing, asked, run);
    // Another law may have priced the lines while these were sorted.
    if (held.pricing === pricing) held.order = { key, lines };
    return await answered(lines);
  }
  return await answered(held.order.lines);

  async function answered(lines: Uint32Array): Promise<LinesPage> {
    return {
      found: lines.length,
      lines: [...lines.subarray(offset, offset + Math.min(count, 1_000))].map((i) => lineShown(pricing, i)),
      csv: csv === true ? await linesCsv(pricing, lines, run) : null,
    };
  }
}
