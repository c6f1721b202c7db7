import { isUtf8 } from "node:buffer";
import { closeSync, createWriteStream, openSync, readSync, type WriteStream } from "node:fs";
import { InputError } from "@truce/engine/desk";
import { type Encoding, Look, wideEncoding } from "@truce/engine/entries";

export type { Encoding };

/** What a text is, found by reading all of it. */
export interface TextShape {
  readonly encoding: Encoding;
  /** Line ends of more than one kind, which DuckDB refuses. */
  readonly mixed: boolean;
}
const CHUNK = 1 << 22;
const NAMES: Readonly<Record<string, Encoding>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  gb18030: "gb18030",
  gbk: "gb18030",
  gb2312: "gb18030",
  "latin-1": "windows-1252",
  latin1: "windows-1252",
  "iso-8859-1": "windows-1252",
  "windows-1252": "windows-1252",
};

/** @throws InputError for a name that is not read */
export function encodingNamed(name: string): Encoding {
  const found = NAMES[name.toLowerCase()];
  if (found === undefined) throw new InputError("bad-encoding", `"${name.slice(0, 40)}" is not an encoding that is read`, `write one of: ${Object.keys(NAMES).join(", ")}`, "--encoding");
  return found;
}

/** The chunks of a file, each in the same memory: keep nothing of them. */
export function* chunksOf(file: string): Generator<Buffer> {
  const handle = openSync(file, "r");
  try {
    const memory = Buffer.allocUnsafe(CHUNK);
    for (let read = readSync(handle, memory); read > 0; read = readSync(handle, memory)) yield memory.subarray(0, read);
  } finally {
    closeSync(handle);
  }
}

/**
 * Reads a text through once: its encoding, and whether its lines end in one way.
 * @throws InputError for NUL bytes, which no table has
 */
export function shapeOf(file: string, given: string, said: Encoding | undefined): TextShape {
  const look = new Look(isUtf8);
  let first = true;
  let wide: Encoding | undefined;
  for (const chunk of chunksOf(file)) {
    if (first) wide = said ?? wideEncoding(chunk);
    first = false;
    if (wide === "utf-16le" || wide === "utf-16be") return { encoding: wide, mixed: true };
    const zero = chunk.indexOf(0);
    if (zero >= 0) throw new InputError("not-a-table", `${given} holds NUL bytes, the first at byte ${look.read + zero + 1}: it is no text`, "export it again as CSV, or name its --encoding", given);
    look.see(chunk);
  }
  return { encoding: said ?? look.encoding(), mixed: look.mixed };
}

/** Writes a text again as UTF-8 with plain line ends. */
export async function rewrite(file: string, to: string, encoding: Encoding): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const out = createWriteStream(to);
  const failed = new Promise<never>((_, no) => void out.once("error", no));
  failed.catch(() => undefined);
  let held = "";
  for (const chunk of chunksOf(file)) held = await put(out, held + decoder.decode(chunk, { stream: true }), failed);
  const rest = held + decoder.decode();
  await Promise.race([new Promise<void>((done) => void out.end(plainEnds(rest), () => done())), failed]);
}

const plainEnds = (text: string): string => text.replace(/\r\n?/g, "\n");
/** A carriage return at the end waits for what follows it. */
async function put(out: WriteStream, text: string, failed: Promise<never>): Promise<string> {
  const wait = text.endsWith("\r") ? 1 : 0;
  if (!out.write(plainEnds(text.slice(0, text.length - wait)))) await Promise.race([new Promise<void>((done) => void out.once("drain", done)), failed]);
  return wait === 1 ? "\r" : "";
}
