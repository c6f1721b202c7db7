import { Resvg } from "@resvg/resvg-js";
import type { Canvas } from "@truce/engine/charts";
import { parseHTML } from "linkedom";

/** A document of our own to draw in. */
export const canvas = (): Canvas => parseHTML("<!doctype html><html><body></body></html>").document as unknown as Canvas;

/** A drawing as the text of an SVG file. */
export const svgText = (drawing: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${drawing.outerHTML}\n`;

/** The text of an SVG file as a PNG, twice as fine as its units. */
export const pngOf = (svg: string): Uint8Array => new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, font: { loadSystemFonts: true, defaultFontFamily: "DejaVu Sans" } }).render().asPng();
