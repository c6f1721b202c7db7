import { type CodeOutlook, codeOutlook } from "@truce/engine/answers/code-outlook";
import { asking, type Clocks, InputError, scenariosOf } from "@truce/engine/desk";
import { horizonEnd } from "@truce/engine/law";
import { parseOn, toUtc, WASHINGTON } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";
import type { DutyAsked } from "./duty.js";

/** What a code owes above the ordinary rate, from one moment on. */
export interface HistoryStep {
  readonly at: string;
  readonly additionalPercent: string | null;
  readonly because: readonly string[];
}
export interface History {
  readonly steps: readonly HistoryStep[];
  readonly ahead: CodeOutlook;
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
  /** Scenarios that move what was not known then. */
  readonly refused: readonly string[];
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly checked: string;
}
const FIRST = "2018-01-02";

/** A code's additional duty since 2018 as known, and ahead in each scenario. @param q `lay` names the scenarios, each a line of its own */
export async function answer(desk: PageDesk, q: Omit<DutyAsked, "value" | "form" | "quantity"> & Clocks & { readonly lay: readonly string[] }): Promise<History> {
  await desk.goods();
  const { desks, law } = desk;
  const a = await asking(desks, { known: q.known, on: q.on, suppose: q.suppose });
  const question = { code: q.code, from: q.from, to: q.to, facts: q.facts };
  const own = desks.desk(a.known, a.supposed);
  const first = own.answer({ ...question, on: FIRST }, { known: a.known, now: a.now });
  const start = toUtc(parseOn(FIRST, WASHINGTON).at);
  const refused: string[] = [];
  const fitting: string[] = [];
  for (const id of q.lay) {
    const [one] = (await scenariosOf([id], desks.regime, a.known)).slice(1);
    if (one === undefined) continue;
    try {
      desks.regimeAt(a.known, one.supposed);
      fitting.push(id);
    } catch (e) {
      if (!(e instanceof InputError)) throw e;
      refused.push(id);
    }
  }
  const scenarios = await scenariosOf(fitting, desks.regime, a.known);
  const ahead = codeOutlook(question as Parameters<typeof codeOutlook>[0], desks, a.known, a.on, scenarios);
  return {
    steps: [{ at: start, additionalPercent: first.additionalPercent, because: [] }, ...first.next],
    ahead,
    scenarios: scenarios.map(({ id, title }) => ({ id, title })),
    refused,
    on: toUtc(a.on),
    known: toUtc(a.known),
    horizon: law.horizon,
    checked: toUtc(horizonEnd(law.horizon)),
  };
}
