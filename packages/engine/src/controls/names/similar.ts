const [A, B, C] = [new Uint16Array(260), new Uint16Array(260), new Uint16Array(260)];

/**
 * Edits between two words, a swap of neighbours counting as one (optimal string alignment). Words over 256 letters count as wholly different.
 * @example edits("huawei", "hauwei") //=> 1
 */
export function edits(a: string, b: string): number {
  const [m, n] = [a.length, b.length];
  if (m > 256 || n > 256) return Math.max(m, n);
  let [before, last, now] = [A, B, C];
  for (let j = 0; j <= n; j++) last[j] = j;
  for (let i = 1; i <= m; i++) {
    now[0] = i;
    for (let j = 1; j <= n; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min((last[j] as number) + 1, (now[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) best = Math.min(best, (before[j - 2] as number) + 1);
      now[j] = best;
    }
    [before, last, now] = [last, now, before];
  }
  return last[n] as number;
}

const [SEEN_A, SEEN_B] = [new Uint8Array(260), new Uint8Array(260)];
/** Jaro-Winkler likeness of two words, 0 to 1. */
export function jaroWinkler(a: string, b: string): number {
  const [m, n] = [a.length, b.length];
  if (a === b) return 1;
  if (m === 0 || n === 0 || m > 256 || n > 256) return 0;
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  SEEN_A.fill(0, 0, m);
  SEEN_B.fill(0, 0, n);
  let common = 0;
  for (let i = 0; i < m; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(n, i + reach + 1); j++)
      if (SEEN_B[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        SEEN_A[i] = 1;
        SEEN_B[j] = 1;
        common++;
        break;
      }
  if (common === 0) return 0;
  let [swaps, j] = [0, 0];
  for (let i = 0; i < m; i++)
    if (SEEN_A[i] === 1) {
      while (SEEN_B[j] === 0) j++;
      if (a.charCodeAt(i) !== b.charCodeAt(j)) swaps++;
      j++;
    }
  const jaro = (common / m + common / n + (common - swaps / 2) / common) / 3;
  let prefix = 0;
  while (prefix < Math.min(4, m, n) && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** A word by its sound, so that usual ways of writing the same sound in Latin letters fall together. */
export const sound = (w: string): string =>
  w
    .replace(/tch|tsch/g, "ch")
    .replace(/sch|shch/g, "sh")
    .replace(/kh/g, "h")
    .replace(/ph/g, "f")
    .replace(/ou/g, "u")
    .replace(/oo/g, "u")
    .replace(/ee/g, "i")
    .replace(/x/g, "ks")
    .replace(/ck|q|c(?=[aou]|$)/g, "k")
    .replace(/w/g, "v")
    .replace(/dj|dzh/g, "j")
    .replace(/zh/g, "j")
    .replace(/iy|yi|ij|y/g, "i")
    .replace(/e?v$/g, "v")
    .replace(/(.)\1+/g, "$1");

/**
 * How alike two words are, 0 to 1: the better of Jaro-Winkler and edits by length, and of their sounds a little less. Short words must be equal or nearly so.
 */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (short <= 2) return 0;
  // A word cut short: "petrochem" for "petrochemical".
  if (short >= 4 && long >= short + 2 && long >= 6 && (a.startsWith(b) || b.startsWith(a))) return short >= 5 ? 0.93 : 0.88;
  // Longer by so much, no edit and no spelling of a sound makes them alike.
  if (long - short > 2 + long * 0.28) return 0;
  const e = edits(a, b);
  const byEdits = 1 - e / long;
  if (short <= 3) return 0;
  if (short <= 4 && e > 1) return sound(a) === sound(b) ? 0.9 : 0;
  const likeness = Math.max(byEdits, e <= Math.max(1, Math.floor(long / 4)) ? jaroWinkler(a, b) : 0);
  if (likeness >= 0.97) return likeness;
  if (e > 1 + long / 2) return 0;
  const [sa, sb] = [sound(a), sound(b)];
  if (sa === sb) return Math.max(likeness, 0.95);
  return Math.max(likeness, (1 - edits(sa, sb) / Math.max(sa.length, sb.length)) * 0.97);
}
