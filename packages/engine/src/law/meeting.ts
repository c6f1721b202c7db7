import type { Regime } from "./regime.js";
import type { Act } from "./types.js";

/** A meeting as known: its days, who met where, and what came of it. */
export interface Meeting {
  readonly id: string;
  readonly instrument: string;
  readonly status: "planned" | "held";
  readonly round: number | null;
  readonly days: readonly string[];
  readonly place: string | null;
  readonly frame: string | null;
  readonly participants: readonly string[];
  readonly outcome: string | null;
}

type Meet = Act & { do: "meet" };

/** Every meeting known, oldest first; what was said of it later lies over what was said before. */
export function meetings(regime: Regime): Meeting[] {
  const found = new Map<string, Meeting>();
  for (const { act, instrument } of regime.entries) {
    if (act.do !== "meet") continue;
    found.set(act.meeting, joined(found.get(act.meeting), act, instrument.id));
  }
  return [...found.values()].sort((a, b) => ((a.days[0] ?? "") < (b.days[0] ?? "") ? -1 : 1));
}

function joined(before: Meeting | undefined, act: Meet, instrument: string): Meeting {
  return {
    id: act.meeting,
    instrument,
    status: act.status,
    round: act.round ?? before?.round ?? null,
    days: before?.status === "held" && act.status === "held" ? [...new Set([...before.days, ...act.days])].sort() : act.days,
    place: act.place ?? before?.place ?? null,
    frame: act.frame ?? before?.frame ?? null,
    participants: act.participants ?? before?.participants ?? [],
    outcome: act.outcome ?? before?.outcome ?? null,
  };
}
