import { type Meeting, meetings, type Regime } from "../law/index.js";
import { toUtc } from "../time/index.js";

/** A meeting with what was said at it and what came of it. */
export interface TalkView extends Meeting {
  /** Statements about it, by whom and when. */
  readonly statements: readonly { readonly by: string; readonly announced: string; readonly says: string; readonly instrument: string }[];
  /** Documents that name it as their cause: arrangements, commitments, instruments. */
  readonly ledTo: readonly { readonly id: string; readonly kind: string; readonly standing: string; readonly announced: string; readonly title: string }[];
  /** What it answers. */
  readonly causes: readonly string[];
}

/**
 * Every meeting known, oldest first, with who said what of it and what came of it.
 * @example talks(regime).find((t) => t.round === 5)?.ledTo.map((d) => d.id) //=> ["bi/kuala-lumpur-arrangement"]
 */
export function talks(regime: Regime): TalkView[] {
  const documents = new Map(regime.instruments.map((i) => [i.id, i]));
  return meetings(regime).map((m): TalkView => {
    const paper = documents.get(m.instrument);
    return {
      ...m,
      statements: regime.entries.flatMap(({ act, instrument }) =>
        act.do === "say" && (act.about === m.id || (instrument.id === m.instrument && act.about === undefined))
          ? [{ by: act.by ?? instrument.issuer, announced: toUtc(act.announced), says: act.says, instrument: instrument.id }]
          : [],
      ),
      ledTo: regime.instruments
        .filter((i) => i.causes?.includes(m.id) === true || i.causes?.includes(m.instrument) === true)
        .map(({ id, kind, standing, announced, title }) => ({ id, kind, standing, announced: toUtc(announced), title })),
      causes: (paper?.causes ?? []).filter((id) => documents.has(id)),
    };
  });
}
