import type { Instrument } from "../law/index.js";

/**
 * Warnings for suppositions that make no difference: each is left out in turn and the question asked again.
 * What is law already makes none by itself.
 * @example unchanged(supposed, [], (rest) => timeline(desks.regimeAt(known, rest), clocks, filter))
 */
export function unchanged(supposed: readonly Instrument[], law: readonly Instrument[], ask: (rest: readonly Instrument[]) => unknown): string[] {
  if (supposed.length === 0) return [];
  const mark = (s: readonly Instrument[]): string => {
    try {
      return JSON.stringify(ask(s));
    } catch (e) {
      return `error ${(e as Error).message}`;
    }
  };
  const whole = mark(supposed);
  return supposed.flatMap((s) => {
    const said = `supposing ${s.id} changes nothing in this answer`;
    if (law.includes(s)) return [`${said}: it is already law`];
    return mark(supposed.filter((o) => o !== s)) === whole ? [said] : [];
  });
}
