import { Resvg } from "@resvg/resvg-js";
import { parseHTML } from "linkedom";
/** A document of our own to draw in. */
export const canvas = () => parseHTML("<!doctype html><html><body></body></html>").document;
/** A drawing as the text of an SVG file. */
export const svgText = (drawing) => `<?xml version="1.0" encoding="UTF-8"?>\n${drawing.outerHTML}\n`;
/** The text of an SVG file as a PNG, twice as fine as its units. */
export const pngOf = (svg) => new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, font: { loadSystemFonts: true, defaultFontFamily: "DejaVu Sans" } }).render().asPng();
//# sourceMappingURL=render.js.map