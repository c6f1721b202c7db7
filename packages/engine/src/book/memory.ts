/** Memory that threads can share, where the place allows it. */
export const memory = (bytes: number): ArrayBufferLike => (typeof SharedArrayBuffer === "undefined" ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes));

export function int32(from: ArrayLike<number>): Int32Array {
  const out = new Int32Array(memory(from.length * 4));
  out.set(from);
  return out;
}
export function uint8(from: ArrayLike<number>): Uint8Array {
  const out = new Uint8Array(memory(from.length));
  out.set(from);
  return out;
}
