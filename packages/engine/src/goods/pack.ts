/** A file of named, separately compressed segments, each opened on first use. */
const MAGIC = "TRUCE1\n";
export type Deflate = (raw: Uint8Array) => Uint8Array;
export type Inflate = (packed: Uint8Array) => Uint8Array;

/** Writes segments one after another behind a directory of their names and lengths. */
export function writePack(segments: ReadonlyMap<string, Uint8Array>, deflate: Deflate): Uint8Array {
  const packed = [...segments].map(([name, raw]) => ({ name, bytes: deflate(raw) }));
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify(packed.map((p) => [p.name, p.bytes.length]))}\n`);
  const out = new Uint8Array(head.length + packed.reduce((n, p) => n + p.bytes.length, 0));
  out.set(head);
  let at = head.length;
  for (const p of packed) {
    out.set(p.bytes, at);
    at += p.bytes.length;
  }
  return out;
}

/** Opens a pack: nothing is decompressed until a segment is asked for. */
export class Pack {
  private readonly places = new Map<string, readonly [number, number]>();
  constructor(
    private readonly bytes: Uint8Array,
    private readonly inflate: Inflate,
  ) {
    const end = bytes.indexOf(10, MAGIC.length);
    const start = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
    if (start !== MAGIC || end < 0) throw new Error("this is not a pack of this version: run npm run build");
    let at = end + 1;
    for (const [name, length] of JSON.parse(new TextDecoder().decode(bytes.subarray(MAGIC.length, end))) as [string, number][]) {
      this.places.set(name, [at, at + length]);
      at += length;
    }
  }
  has(name: string): boolean {
    return this.places.has(name);
  }
  bytesOf(name: string): Uint8Array {
    const place = this.places.get(name);
    if (place === undefined) throw new Error(`the pack has no segment ${name}: run npm run build`);
    return this.inflate(this.bytes.subarray(place[0], place[1]));
  }
  text(name: string): string {
    return new TextDecoder().decode(this.bytesOf(name));
  }
  json<T>(name: string): T {
    return JSON.parse(this.text(name)) as T;
  }
}
