import type { Instrument } from "@truce/engine/law";

/**
 * Warnings for suppositions that make no difference: each is left out in turn and the question asked again.
 * @example unchanged(supposed, (rest) => timeline(desks.regimeAt(known, rest), clocks, filter))
 */
export function unchanged(supposed: readonly Instrument[], ask: (rest: readonly Instrument[]) => unknown): string[] {
  if (supposed.length === 0) return [];
  const mark = (s: readonly Instrument[]): string => {
    try {
      return JSON.stringify(ask(s));
    } catch (e) {
      return `error ${(e as Error).message}`;
    }
  };
  const whole = mark(supposed);
  return supposed.filter((s) => mark(supposed.filter((o) => o !== s)) === whole).map((s) => `supposing ${s.id} changes nothing in this answer`);
}
