const SLICE = 1 << 18;
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Characters from which the delimiter is told. */
const SAMPLE = 1 << 16;

/** The encoding of a text: what its mark says, else UTF-8 where all of it is UTF-8, else that of Windows. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 4_096);
  for (let i = 0; i < seen; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  if ((zeros[1] as number) > seen / 4 && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] as number) > seen / 4 && zeros[1] === 0) return "utf-16be";
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
