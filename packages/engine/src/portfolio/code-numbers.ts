const START = 1 << 15;

/** Small numbers of tariff codes, found by open addressing: a map of large keys is several times slower. */
export class CodeNumbers {
  private keys = new Float64Array(START);
  private values = new Int32Array(START);
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(code: number): number | undefined {
    const { keys } = this;
    const mask = keys.length - 1;
    let at = place(code, mask);
    while (keys[at] !== 0) {
      if (keys[at] === code) return this.values[at] as number;
      at = (at + 1) & mask;
    }
    return undefined;
  }

  /** @param code above zero */
  set(code: number, value: number): void {
    if (++this.count * 2 > this.keys.length) this.grow();
    const mask = this.keys.length - 1;
    let at = place(code, mask);
    while (this.keys[at] !== 0) at = (at + 1) & mask;
    this.keys[at] = code;
    this.values[at] = value;
  }

  private grow(): void {
    const [keys, values] = [this.keys, this.values];
    this.keys = new Float64Array(keys.length * 2);
    this.values = new Int32Array(keys.length * 2);
    this.count = 1;
    keys.forEach((code, i) => {
      if (code !== 0) this.set(code, values[i] as number);
    });
  }
}

/** Low and high digits mixed, so that codes of one chapter do not stand in each other's way. A remainder of so large a number would cost more than all the rest. */
const place = (code: number, mask: number): number => {
  const high = (code / 65_536) | 0;
  const mixed = Math.imul(high, 0x9e3779b1) ^ Math.imul(code - high * 65_536, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
};
