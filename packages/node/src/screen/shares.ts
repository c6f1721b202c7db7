import type { Share } from "@truce/engine/controls";

/** A percentage in parts per million; undefined for text that is none. Signs, thin spaces and a decimal comma are understood. @example share("25,5 %") //=> 255000 */
export function share(text: string): Share | undefined {
  const m = /^(\d{1,3})(?:[.,](\d{1,10}))?\s*%?$/.exec(text.trim());
  if (m === null) return undefined;
  const ppm = Number(m[1]) * 10_000 + Math.round(Number(`0.${m[2] ?? "0"}`) * 10_000);
  return ppm <= 1_000_000 ? ppm : undefined;
}
