import { type ActView, actView, utcOrNull } from "./item.js";
import type { Lookback } from "./lookback.js";
import { type Meeting, meetings } from "./meeting.js";
import type { Regime } from "./regime.js";
import type { Act } from "./types.js";
import { localDay } from "./zone-of.js";

/** An act with the document that performed it. */
export interface Said extends ActView {
  readonly instrument: string;
}
export interface MeetingView extends Meeting {
  readonly what: "meeting";
  readonly acts: readonly Said[];
}
export interface PledgeView {
  readonly what: "pledge";
  readonly id: string;
  readonly by: string | null;
  readonly product: string;
  readonly target: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly reports: readonly {
    readonly says: string;
    readonly amount: string | null;
    readonly unit: string | null;
    readonly asOf: string | null;
    readonly by: string | null;
    readonly announced: string;
  }[];
  readonly acts: readonly Said[];
}
export interface InvestigationView {
  readonly what: "investigation";
  readonly id: string;
  readonly against: string;
  readonly dates: readonly { readonly at: string; readonly day: string; readonly what: string }[];
  readonly acts: readonly Said[];
}
export interface ListView {
  readonly what: "party-list";
  readonly id: string;
  readonly notices: readonly {
    readonly notice: string;
    readonly does: "list" | "delist";
    readonly parties: number | null;
    readonly what: string | null;
    readonly from: string | null;
    readonly until: string | null;
    readonly instrument: string;
  }[];
  readonly acts: readonly Said[];
}
export type TalkView = MeetingView | PledgeView | InvestigationView | ListView;

type Of<K extends Act["do"]> = Act & { readonly do: K };

/** A meeting, a pledge with what was reported of it, an investigation or a list of parties, as known. */
export function showTalk(id: string, regime: Regime, look: Lookback): TalkView | undefined {
  const about = regime.entries.filter(({ act: a }) =>
    a.do === "meet"
      ? a.meeting === id
      : a.do === "pledge" || a.do === "report"
        ? a.pledge === id
        : a.do === "investigate"
          ? a.investigation === id
          : a.do === "list" || a.do === "delist"
            ? a.list === id
            : a.do === "say" && a.about === id,
  );
  const own = <K extends Act["do"]>(kind: K): Of<K>[] => about.flatMap(({ act }) => (act.do === kind ? [act as Of<K>] : []));
  const acts = about.map(({ act, instrument }) => ({ ...actView(act, instrument.id, look), instrument: instrument.id }));
  const meeting = meetings(regime).find((m) => m.id === id);
  if (meeting !== undefined) return { what: "meeting", ...meeting, acts };
  if (own("pledge").length > 0) return { ...pledge(id, own("pledge"), own("report")), acts };
  if (own("investigate").length > 0) {
    const dates = own("investigate").flatMap((a) => a.dates.map((d) => ({ at: utcOrNull(d.at) as string, day: localDay(id, d.at, d.day), what: d.what })));
    return { what: "investigation", id, against: own("investigate")[0]?.against as string, dates: dates.sort((a, b) => (a.at < b.at ? -1 : 1)), acts };
  }
  if (own("list").length === 0) return undefined;
  const notices = about.flatMap(({ act: a, instrument }) =>
    a.do === "list" || a.do === "delist"
      ? [{ notice: a.notice, does: a.do, parties: a.do === "list" ? (a.parties ?? null) : null, what: a.what ?? null, from: utcOrNull(a.from), until: utcOrNull(a.until), instrument: instrument.id }]
      : [],
  );
  return { what: "party-list", id, notices, acts };
}

function pledge(id: string, told: readonly Of<"pledge">[], reports: readonly Of<"report">[]): Omit<PledgeView, "acts"> {
  const p = told.at(-1) as Of<"pledge">;
  return {
    what: "pledge",
    id,
    by: p.by ?? null,
    product: p.product,
    target: p.target ?? null,
    unit: p.unit ?? null,
    period: p.period ?? null,
    reports: reports.map((r) => ({ says: r.says, amount: r.amount ?? null, unit: r.unit ?? null, asOf: r.asOf ?? null, by: r.by ?? null, announced: utcOrNull(r.announced) as string })),
  };
}
