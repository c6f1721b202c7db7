import type { TableName, TableRow } from "@truce/engine/portfolio";
import type { PageDesk } from "../desk.js";
import { groupLines } from "../portfolio/group-lines.js";
import { heldFile } from "../portfolio/held.js";
import type { Run } from "../protocol.js";

/** Lines of a priced file put together by SKU, heading, supplier, month or origin. */
export async function answer(
  _: PageDesk,
  q: { readonly id: number; readonly priced: string; readonly by: TableName; readonly most: number },
  run: Run,
): Promise<{ readonly rows: readonly TableRow[] }> {
  return { rows: await groupLines(heldFile(q.id).pricing, q.by, q.most, run) };
}
