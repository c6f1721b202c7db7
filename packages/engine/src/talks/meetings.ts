import type { Meeting } from "../law/index.js";

/** The last meeting that had begun by a day, and the next that was planned for after it. */
export function lastAndNext(all: readonly Meeting[], day: string): { last: Meeting | null; next: Meeting | null } {
  return {
    last: all.findLast((m) => (m.days[0] ?? "9999") <= day && m.status === "held") ?? null,
    next: all.find((m) => (m.days[0] ?? "") > day) ?? null,
  };
}
