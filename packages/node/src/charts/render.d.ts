import type { Canvas } from "@truce/engine/charts";
/** A document of our own to draw in. */
export declare const canvas: () => Canvas;
/** A drawing as the text of an SVG file. */
export declare const svgText: (drawing: Element) => string;
/** The text of an SVG file as a PNG, twice as fine as its units. */
export declare const pngOf: (svg: string) => Uint8Array;
