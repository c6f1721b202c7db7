import { csvCell } from "@truce/engine/entry/csv-cell";
import type { Run } from "../protocol.js";
import { lineShown } from "./line-pages.js";
import type { Pricing } from "./pricing.js";
import { Pace } from "./source.js";

/** Lines whose text is put together before it is handed on. */
const BATCH = 2_000;

/** Lines as CSV, in the order given. A cell that a spreadsheet would take for a formula is quoted with a mark before it. */
export async function linesCsv(p: Pricing, order: Uint32Array, run: Run): Promise<Blob> {
  const heads = [
    "row",
    "ref",
    "sku",
    "supplier",
    "code",
    "from",
    "to",
    "on",
    "value",
    "currency",
    ...p.scenarios.flatMap((s, i) => ["outcome", "base", "additional", "duty", "why"].map((h) => (i === 0 ? h : `${h}_${s.id}`))),
  ];
  const parts: Blob[] = [];
  const pace = new Pace(run, "lines");
  let text = `${heads.map(csvCell).join(",")}\r\n`;
  for (let k = 0; k < order.length; k++) {
    const l = lineShown(p, order[k] as number);
    const own = [
      String(l.row),
      l.ref,
      l.sku,
      l.supplier,
      l.code,
      l.origin,
      l.side === "us" ? "US" : "CN",
      l.on,
      l.value,
      l.side === "us" ? "USD" : "CNY",
      ...l.scenarios.flatMap((s) => [s.outcome, s.base, s.additional, s.duty, s.why]),
    ];
    text += `${own.map((c) => csvCell(c ?? "")).join(",")}\r\n`;
    if (k % BATCH > 0) continue;
    parts.push(new Blob([text]));
    text = "";
    pace.lines = k;
    await pace.step(k / order.length);
  }
  return new Blob([...parts, text], { type: "text/csv" });
}
