import { type Instrument, localDay, type Regime, type Timeline } from "../law/index.js";
import { BEIJING, type Instant, OPEN, parseInstant, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { truce, type Truce } from "./truce.js";

/** An understanding of both sides, with what it asks for and the instruments that carried it out. */
export interface Arrangement {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly conditions: readonly { readonly text: string; readonly by: string; readonly id?: string }[];
  readonly carriedOutBy: readonly { readonly id: string; readonly side: string; readonly day: string }[];
}
/** A measure that rests, or an exclusion that runs, because of the truce. */
export interface Hanging {
  readonly measure: string;
  readonly sort: string;
  readonly until: string | null;
  readonly by: readonly string[];
}
/** One moment on the clocks of both capitals. */
export interface Clocks {
  readonly utc: string;
  readonly washington: string;
  readonly beijing: string;
}
export interface TruceLife extends Truce {
  readonly made: { readonly by: string; readonly day: string } | null;
  /** Instruments that moved its ends, by side, oldest first. */
  readonly extended: readonly { readonly by: string; readonly side: string; readonly day: string; readonly until: string; readonly measures: readonly string[] }[];
  readonly ends: { readonly us: Clocks | null; readonly cn: Clocks | null };
  readonly arrangements: readonly Arrangement[];
  readonly hangs: { readonly us: readonly Hanging[]; readonly cn: readonly Hanging[] };
}

/**
 * The truce as one thing: how it was made and moved, what was asked of each side, and every measure that hangs on it; undefined where none is known.
 * @example truceLife(regime, on)?.hangs.cn.map((h) => h.measure) //=> ["cn/general", "cn/export/2025-55", …]
 */
export function truceLife(regime: Regime, on: Instant): TruceLife | undefined {
  const timeline = [...regime.timelines.values()].find((t) => t.members !== undefined);
  if (timeline?.members === undefined) return undefined;
  const own = truce(regime, on);
  const understood = new Map<string, Instrument[]>();
  const known = new Set(regime.instruments.map((i) => i.id));
  for (const i of regime.instruments) for (const id of i.implements ?? []) if (id.startsWith("bi/") && known.has(id)) understood.set(id, [...(understood.get(id) ?? []), i]);
  const carriers = new Set([...understood.values()].flat().map((i) => i.id));
  const maker = timeline.layers[0]?.instrument;
  const members = new Set([...timeline.members.us, ...timeline.members.cn]);
  return {
    ...own,
    made: maker === undefined ? null : { by: maker.id, day: localDay(maker.id, maker.announced, maker.announcedDay) },
    extended: regime.entries.flatMap(({ act, instrument: i }) => {
      const held = act.do === "extend" || act.do === "suspend" ? act.measures.filter((m) => members.has(m)) : [];
      const law = i.standing === "law" || i.standing === "notice" || regime.supposed.includes(i.id);
      const later = held.length > 0 && law && "until" in act && act.until < OPEN && i.id !== maker?.id && carriers.has(i.id);
      return later ? [{ by: i.id, side: i.id.slice(0, 2), day: localDay(i.id, act.announced, act.announcedDay), until: toUtc(act.until), measures: held }] : [];
    }),
    ends: { us: clocks(own.expires.us), cn: clocks(own.expires.cn) },
    arrangements: [...understood].flatMap(([id, by]) => arrangement(regime, id, by)).sort((a, b) => (a.day < b.day ? -1 : 1)),
    hangs: { us: hanging(regime, "us", carriers, on), cn: hanging(regime, "cn", carriers, on) },
  };
}

const clocks = (utc: string | null): Clocks | null => (utc === null ? null : { utc, washington: toZoned(parseInstant(utc), WASHINGTON), beijing: toZoned(parseInstant(utc), BEIJING) });

function arrangement(regime: Regime, id: string, by: readonly Instrument[]): Arrangement[] {
  const i = regime.instruments.find((x) => x.id === id);
  if (i === undefined) return [];
  const conditions = regime.entries.flatMap(({ act, instrument }) => {
    if (instrument.id !== id) return [];
    if (act.do === "say") return [{ text: act.says, by: act.by ?? i.issuer, ...(act.about === undefined ? {} : { id: act.about }) }];
    return act.do === "pledge" ? [{ text: [act.target, act.unit, act.product, act.period].filter((x) => x !== undefined).join(" "), by: act.by ?? i.issuer, id: act.pledge }] : [];
  });
  return [
    {
      id,
      title: i.title,
      day: localDay(id, i.announced, i.announcedDay),
      conditions,
      carriedOutBy: by.map((b) => ({ id: b.id, side: b.id.slice(0, 2), day: localDay(b.id, b.announced, b.announcedDay) })),
    },
  ];
}

/** Measures of a side whose newest suspension, or whose exclusion, an instrument of the truce made or moved. */
function hanging(regime: Regime, side: "us" | "cn", carriers: ReadonlySet<string>, on: Instant): Hanging[] {
  return [...regime.timelines.values()].flatMap((t): Hanging[] => {
    const layer = t.id.startsWith(`${side}/`) ? newest(t, on) : undefined;
    if (layer === undefined || !layer.by.some((b) => carriers.has(b))) return [];
    return [{ measure: t.id, sort: t.sort, until: layer.until < OPEN ? toUtc(layer.until) : null, by: [...new Set(layer.by)] }];
  });
}

const newest = (t: Timeline, on: Instant) => t.layers.findLast((l) => (l.act.do === "suspend" || l.act.do === "except") && l.from <= on);
