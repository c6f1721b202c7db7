/** Bytes that the texts of a column may have together. */
const MOST = 1 << 30;

/** Texts one behind the other: a fraction of the memory of as many strings. */
export class Texts {
  private bytes = new Uint8Array(1 << 16);
  private ends = new Uint32Array(1 << 12);
  private used = 0;
  length = 0;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  push(text: string): void {
    const need = this.used + text.length * 3;
    if (need > this.bytes.length) this.bytes = grown(this.bytes, new Uint8Array(Math.max(need, Math.min(this.bytes.length * 2, MOST))));
    if (this.length === this.ends.length) this.ends = grown(this.ends, new Uint32Array(this.ends.length * 2));
    this.used += this.encoder.encodeInto(text, this.bytes.subarray(this.used)).written;
    this.ends[this.length++] = this.used;
  }
  at(i: number): string {
    const from = i === 0 ? 0 : (this.ends[i - 1] as number);
    return this.decoder.decode(this.bytes.subarray(from, this.ends[i]));
  }
}

/** Numbers that become more. */
export class Numbers<A extends Float64Array | Int32Array | Uint8Array> {
  length = 0;
  constructor(
    public items: A,
    private readonly make: (length: number) => A,
  ) {}
  push(n: number): void {
    if (this.length === this.items.length) this.items = grown(this.items, this.make(Math.max(1 << 12, this.items.length * 2)));
    this.items[this.length++] = n;
  }
}
export const doubles = (): Numbers<Float64Array> => new Numbers(new Float64Array(0), (n) => new Float64Array(n));
export const integers = (): Numbers<Int32Array> => new Numbers(new Int32Array(0), (n) => new Int32Array(n));
export const octets = (): Numbers<Uint8Array> => new Numbers(new Uint8Array(0), (n) => new Uint8Array(n));

function grown<A extends { readonly length: number; set: (from: A) => void }>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Texts that come again and again, by number; "" is 0. */
export class Repeated {
  readonly texts: string[] = [""];
  private readonly numbers = new Map<string, number>([["", 0]]);

  of(text: string): number {
    let n = this.numbers.get(text);
    if (n === undefined) {
      n = this.texts.length;
      this.texts.push(text);
      this.numbers.set(text, n);
    }
    return n;
  }
}
