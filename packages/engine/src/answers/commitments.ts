import { type Instrument, pastHorizon } from "../law/index.js";
import { type PledgeState, pledges } from "../talks/index.js";
import { dayIn, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import type { Asking, Desks } from "../desk/index.js";

/** Pledges to buy and how far they are. */
export interface CommitmentsView {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly pledges: readonly PledgeState[];
  readonly warnings: readonly string[];
}

/** Pledges in whose product, period or id all words stand. */
export function commitmentsAnswer(desks: Desks, q: Asking, about: string | undefined): CommitmentsView {
  const { horizon } = desks.regime.law;
  const day = dayIn(q.on, WASHINGTON);
  const words = (about ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== "");
  const ask = (rest: readonly Instrument[]): PledgeState[] =>
    pledges(desks.regimeAt(q.known, rest), desks.regime.goods.weekly, day, horizon).filter((p) =>
      words.every((w) => `${p.id} ${p.product} ${p.unit ?? ""} ${p.period ?? ""} ${p.by ?? ""}`.toLowerCase().includes(w)),
    );
  const list = ask(q.supposed);
  return {
    on: toZoned(q.on, WASHINGTON),
    known: toUtc(q.known),
    horizon,
    pledges: list,
    warnings: [
      ...(list.length === 0 ? [`no pledge known by then is about ${about ?? "anything"}`] : []),
      ...pastHorizon(q.on, horizon),
      ...desks.soon(q.known),
      ...desks.idle(q.known, q.supposed, ask),
    ],
  };
}
