import { portfolioPictures } from "@truce/engine/pictures/portfolio";
import { canvas } from "../charts/render.js";
import { writeDrawing, writeWhole } from "../charts/write.js";
import type { PriceView } from "../price/summary-of.js";
import { report } from "./report.js";

/** Writes what was asked for: the report, and the chart of the scenarios as SVG or PNG. Each file is whole or not there. */
export function writePictures(v: PriceView, to: { readonly html: string | undefined; readonly svg: string | undefined; readonly png: string | undefined }): void {
  const all = portfolioPictures(v).map((p) => p.draw(canvas()));
  const first = all[0];
  if (to.html !== undefined) writeWhole(to.html, v.file, report(v, all));
  if (first !== undefined) writeDrawing(first, to, v.file);
}
