import { writeFileSync } from "node:fs";
import { openOutput } from "../price/output.js";
import { pngOf, svgText } from "./render.js";

export { canvas } from "./render.js";

/** Where pictures go. */
export interface PictureFiles {
  readonly svg?: string | undefined;
  readonly png?: string | undefined;
  readonly html?: string | undefined;
}

/** Writes one drawing as SVG and PNG, where they are asked for. Each file is whole or not there. @param input a file that must not be written over */
export function writeDrawing(drawing: Element, to: PictureFiles, input = ""): void {
  if (to.svg === undefined && to.png === undefined) return;
  const svg = svgText(drawing);
  if (to.svg !== undefined) writeWhole(to.svg, input, svg);
  if (to.png !== undefined) writeWhole(to.png, input, pngOf(svg));
}

/** Writes a file that is whole or not there. */
export function writeWhole(path: string, input: string, content: string | Uint8Array): void {
  const out = openOutput(path, input);
  try {
    writeFileSync(out.part, content);
    out.finish();
  } catch (e) {
    out.drop();
    throw e;
  }
}
