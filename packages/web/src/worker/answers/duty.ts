import { DutyQuestions } from "@truce/engine/answers/duty-question";
import { asking, type Clocks, nowMinute } from "@truce/engine/desk";
import type { DutyResult } from "@truce/engine/duty";
import { toUtc } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";

export interface DutyAsked extends Clocks {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly quantity?: readonly { readonly amount: string; readonly unit: string }[];
  readonly facts: Readonly<Record<string, string>>;
  /** Whether the lines of the entry summary are wanted. */
  readonly form?: boolean;
  readonly rounding?: "cents" | "entry-7501";
}
export interface DutyView {
  readonly result: DutyResult;
  /** The same with what is known today, where the answer is of an earlier knowledge and differs. */
  readonly hindsight: DutyResult | null;
  readonly version: string;
}

/** What a line of goods owes. */
export async function answer(desk: PageDesk, q: DutyAsked): Promise<DutyView> {
  await desk.goods();
  const { desks } = desk;
  const now = nowMinute();
  const a = await asking(desks, { known: q.known, suppose: q.suppose });
  const questions = new DutyQuestions(desks, { known: a.known, now });
  const asked = {
    code: q.code,
    from: q.from,
    to: q.to,
    value: q.value,
    facts: q.facts,
    ...(q.on === undefined ? {} : { on: q.on }),
    ...(q.quantity === undefined ? {} : { quantity: q.quantity }),
    ...(q.form === true ? { form: true } : {}),
    ...(q.rounding === undefined ? {} : { rounding: q.rounding }),
    ...(q.suppose === undefined ? {} : { suppose: q.suppose }),
  };
  const result = await questions.answer(asked);
  const later = a.known < now && q.suppose === undefined ? await questions.answer({ ...asked, known: toUtc(now) }) : null;
  return { result, hindsight: later !== null && mark(later) !== mark(result) ? later : null, version: desk.version };
}

const mark = (r: DutyResult): string =>
  JSON.stringify([
    r.outcome,
    r.additionalPercent,
    r.totalPercent,
    r.owedPercent,
    r.range,
    r.branches.map((b) => [b.if, b.additionalPercent]),
    r.components.map((c) => [c.measure, c.amount, c.owed, c.collected, c.refundable]),
  ]);
