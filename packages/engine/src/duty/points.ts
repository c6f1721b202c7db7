import type { Finding } from "./find.js";
import { MILLION } from "./money.js";

/** Points above the ordinary rate, on the whole customs value, in parts per million. */
export function total(findings: readonly Finding[], base: number | undefined): number {
  let sum = 0;
  for (const f of findings) if (f.is === "due") sum += points(f, base);
  return sum;
}

/** What one finding adds, on the whole customs value. A duty that replaces the ordinary rate adds what it is above it. */
export function points(f: Finding, base: number | undefined): number {
  if (f.is !== "due") return 0;
  const own = f.kind === "replaces-base" ? Math.max(0, f.percent - (base ?? 0)) : f.percent;
  return f.share === MILLION ? own : Math.round((own * f.share) / MILLION);
}
