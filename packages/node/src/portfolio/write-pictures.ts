import { writeFileSync } from "node:fs";
import { pngOf, svgText } from "../charts/render.js";
import { openOutput } from "../price/output.js";
import type { PriceView } from "../price/summary-of.js";
import { report } from "./report.js";
import { pictures } from "./pictures.js";

/** Writes what was asked for: the report, and the chart of the scenarios as SVG or PNG. Each file is whole or not there. */
export function writePictures(v: PriceView, to: { readonly html: string | undefined; readonly svg: string | undefined; readonly png: string | undefined }): void {
  const all = pictures(v);
  const first = all[0];
  if (to.html !== undefined) whole(to.html, v.file, report(v, all));
  if (first === undefined) return;
  const svg = svgText(first.drawing);
  if (to.svg !== undefined) whole(to.svg, v.file, svg);
  if (to.png !== undefined) whole(to.png, v.file, pngOf(svg));
}

function whole(path: string, input: string, content: string | Uint8Array): void {
  const out = openOutput(path, input);
  try {
    writeFileSync(out.part, content);
    out.finish();
  } catch (e) {
    out.drop();
    throw e;
  }
}
