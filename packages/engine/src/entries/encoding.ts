import { wideEncoding } from "./text-shape.js";

const SLICE = 1 << 18;
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Characters from which the delimiter is told. */
const SAMPLE = 1 << 16;

/** The encoding of a text: what its mark says, else UTF-8 where all of it is UTF-8, else that of Windows. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" {
  const wide = wideEncoding(bytes);
  if (wide === "utf-16le" || wide === "utf-16be") return wide;
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for (let at = 0; at < bytes.length; at += SLICE) decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
    decoder.decode();
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** The delimiter by which `worth` counts most in the beginning of a text. */
export function delimiterOf(text: string, worth: (cells: readonly string[]) => number): string {
  const lines = text
    .slice(0, SAMPLE)
    .split(/\r\n|\n|\r/)
    .slice(0, 60);
  return [...DELIMITERS].sort((a, b) => best(lines, b, worth) - best(lines, a, worth))[0] as string;
}

/** How much the best row of the beginning is worth when cut at a delimiter. */
function best(lines: readonly string[], delimiter: string, worth: (cells: readonly string[]) => number): number {
  return Math.max(0, ...lines.map((l) => worth(l.split(delimiter).map((c) => c.replace(/^\s*"|"\s*$/g, "")))));
}
