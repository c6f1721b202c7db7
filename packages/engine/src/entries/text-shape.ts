/** Encodings of texts that are read. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";
/** Bytes in which zeros are looked for. */
const SEEN = 4_096;
const LF = 10;
const CR = 13;
const NONE = new Uint8Array(0);

const utf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** UTF-16, by the mark at a text's beginning or by its zeros. */
export function wideEncoding(start: Uint8Array): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const seen = Math.min(start.length, SEEN);
  for (let i = 0; i < seen; i++) if (start[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  if ((zeros[1] as number) > seen / 4 && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] as number) > seen / 4 && zeros[1] === 0) return "utf-16be";
  return undefined;
}

/** What a text is, told while its bytes go by. */
export class Look {
  read = 0;
  private whole = true;
  private tail: Uint8Array = NONE;
  /** Runs of bytes above ASCII, and those of an even length: Chinese characters of two bytes come in pairs. */
  private runs = 0;
  private even = 0;
  private crlf = false;
  private lf = false;
  private cr = false;
  private last = 0;

  /** @param isUtf8 whether bytes are whole characters of UTF-8 */
  constructor(private readonly isUtf8: (bytes: Uint8Array) => boolean = utf8) {}

  see(chunk: Uint8Array): void {
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

  private utf8(chunk: Uint8Array): void {
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
    if (!this.isUtf8(this.tail.length === 0 ? body : joined(this.tail, body))) {
      this.whole = false;
      this.pairs(this.tail);
      this.tail = NONE;
    } else this.tail = chunk.slice(end);
  }

  private pairs(chunk: Uint8Array): void {
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

  private lines(chunk: Uint8Array): void {
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
