import { EVER, type Instant, OPEN } from "../time/index.js";
import { measuresOf } from "./act-text.js";
import { fold } from "./fold.js";
import { type Regime, stateAt } from "./regime.js";
import { type Effect, effectAt, stateText } from "./state-view.js";
import type { Act } from "./types.js";

/**
 * What an act did to each measure that it names: how it stood before and after the act's start, as the law is known.
 * An extension is told at the end that it moved: what stood from there on before it was known, and after.
 */
export function effectsOf(act: Act, regime: Regime): Effect[] {
  return measuresOf(act).flatMap((id) => {
    const t = regime.timelines.get(id);
    if (t === undefined || act.do === "displace" || (act.do === "except" && id !== act.measure)) return [];
    if (act.do === "extend") {
      const moved = t.layers.flatMap((l) => l.ends ?? []).find((e) => regime.entries[e.seq]?.act === act)?.until;
      if (moved === undefined) return [];
      const earlier = fold(regime.all, (act.announced - 1) as Instant).timelines.get(id);
      return [effectAt(t, moved, earlier === undefined ? undefined : stateText(stateAt(earlier, moved)))];
    }
    const at = act.do === "void" ? act.ruled : act.do === "collect" ? act.until : "from" in act ? act.from : undefined;
    return at === undefined || at <= EVER || at >= OPEN ? [] : [effectAt(t, at)];
  });
}
