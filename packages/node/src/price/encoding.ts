import { isUtf8 } from "node:buffer";
import { closeSync, createWriteStream, openSync, readSync, type WriteStream } from "node:fs";
import { InputError } from "@truce/engine/desk";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";
/** What a text is, found by reading all of it. */
export interface TextShape {
  readonly encoding: Encoding;
  /** Line ends of more than one kind, which DuckDB refuses. */
  readonly mixed: boolean;
}
const CHUNK = 1 << 22;
const LF = 10;
const CR = 13;
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
  const look = new Look();
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

function wideEncoding(start: Buffer): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const seen = Math.min(start.length, CHUNK / 1024);
  for (let i = 0; i < seen; i++) if (start[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  if ((zeros[1] as number) > seen / 4 && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] as number) > seen / 4 && zeros[1] === 0) return "utf-16be";
  return undefined;
}

class Look {
  read = 0;
  private whole = true;
  private tail: Buffer = Buffer.alloc(0);
  /** Runs of bytes above ASCII, and those of an even length: Chinese characters of two bytes come in pairs. */
  private runs = 0;
  private even = 0;
  private crlf = false;
  private lf = false;
  private cr = false;
  private last = 0;

  see(chunk: Buffer): void {
    this.read += chunk.length;
    if (this.whole) this.utf8(chunk);
    if (!this.whole) this.pairs(chunk);
    this.lines(chunk);
  }

  /** GB18030 where what lies above ASCII comes in pairs, else that of Windows. */
  encoding(): Encoding {
    if (this.whole && this.tail.length === 0) return "utf-8";
    return this.runs > 0 && this.even / this.runs > 0.9 ? "gb18030" : "windows-1252";
  }

  get mixed(): boolean {
    return Number(this.crlf) + Number(this.lf) + Number(this.cr || this.last === CR) > 1;
  }

  private utf8(chunk: Buffer): void {
    // A character may lie across two chunks: its beginning waits for the next.
    let end = chunk.length;
    for (let back = 1; back <= 3 && back <= chunk.length; back++) {
      const b = chunk[chunk.length - back] as number;
      if (b >= 0xc0) {
        if (back < (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2)) end = chunk.length - back;
        break;
      }
      if (b < 0x80) break;
    }
    const body = chunk.subarray(0, end);
    if (!isUtf8(this.tail.length === 0 ? body : Buffer.concat([this.tail, body]))) {
      this.whole = false;
      this.pairs(this.tail);
      this.tail = Buffer.alloc(0);
    } else this.tail = Buffer.from(chunk.subarray(end));
  }

  private pairs(chunk: Buffer): void {
    let run = 0;
    for (const b of chunk) {
      if (b >= 0x80) run++;
      else if (run > 0) {
        this.runs++;
        if (run % 2 === 0) this.even++;
        run = 0;
      }
    }
  }

  private lines(chunk: Buffer): void {
    if (this.last === CR) this.told(chunk[0] === LF);
    if (chunk[0] === LF && this.last !== CR) this.lf = true;
    if (!chunk.includes(CR)) {
      if (chunk.indexOf(LF, 1) >= 0) this.lf = true;
    } else if (!this.mixed) {
      for (let at = chunk.indexOf(CR); at >= 0 && at + 1 < chunk.length; at = chunk.indexOf(CR, at + 1)) this.told(chunk[at + 1] === LF);
      for (let at = chunk.indexOf(LF, 1); at >= 0 && !this.lf; at = chunk.indexOf(LF, at + 1)) if (chunk[at - 1] !== CR) this.lf = true;
    }
    this.last = chunk[chunk.length - 1] as number;
  }

  private told(pair: boolean): void {
    if (pair) this.crlf = true;
    else this.cr = true;
  }
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
