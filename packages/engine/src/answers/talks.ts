import { type Instrument, pastHorizon } from "../law/index.js";
import { type TalkView, talks } from "../talks/index.js";
import { parseDay, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { type Asking, type Desks, InputError } from "../desk/index.js";

/** Meetings of both sides. */
export interface TalksView {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly meetings: readonly TalkView[];
  readonly warnings: readonly string[];
}

/** Meetings that fall into a span of days. @throws WhenError or InputError for days that cannot be */
export function talksAnswer(desks: Desks, q: Asking, span: { readonly from?: string | undefined; readonly to?: string | undefined }): TalksView {
  const [from, to] = [span.from === undefined ? undefined : parseDay(span.from), span.to === undefined ? undefined : parseDay(span.to)];
  if (from !== undefined && to !== undefined && to < from) throw new InputError("bad-date", `${to} lies before ${from}`, "give --from the earlier day", "--to");
  const { horizon } = desks.regime.law;
  const ask = (rest: readonly Instrument[]): TalkView[] =>
    talks(desks.regimeAt(q.known, rest)).filter((m) => (from === undefined || (m.days.at(-1) ?? "") >= from) && (to === undefined || (m.days[0] ?? "") <= to));
  return {
    on: toZoned(q.on, WASHINGTON),
    known: toUtc(q.known),
    horizon,
    meetings: ask(q.supposed),
    warnings: [...pastHorizon(q.on, horizon), ...desks.soon(q.known), ...desks.idle(q.known, q.supposed, ask)],
  };
}
