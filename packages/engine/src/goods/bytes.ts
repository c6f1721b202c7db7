/** Numbers as bytes: rising or small whole numbers take one byte or two. Used by both ends of the pack. */
export function writeVarints(values: readonly number[]): Uint8Array {
  const out: number[] = [];
  for (const v of values) {
    let n = v;
    while (n >= 128) {
      out.push((n % 128) | 128);
      n = Math.floor(n / 128);
    }
    out.push(n);
  }
  return Uint8Array.from(out);
}

export function readVarints(bytes: Uint8Array): Float64Array {
  const out = new Float64Array(bytes.length);
  let count = 0;
  let value = 0;
  let scale = 1;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i] as number;
    value += (b & 127) * scale;
    if (b >= 128) scale *= 128;
    else {
      out[count++] = value;
      value = 0;
      scale = 1;
    }
  }
  return out.slice(0, count);
}

/** Rising numbers as their steps. */
export const deltas = (values: readonly number[]): number[] => values.map((v, i) => (i === 0 ? v : v - (values[i - 1] as number)));
export function undelta(steps: Float64Array): Float64Array {
  for (let i = 1; i < steps.length; i++) steps[i] = (steps[i] as number) + (steps[i - 1] as number);
  return steps;
}
