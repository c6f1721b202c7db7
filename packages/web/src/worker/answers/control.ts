import { country } from "@truce/engine/answers/control-question";
import { type ControlAnswer, endUserOf, type Receiver, withParty } from "@truce/engine/controls";
import { asking, type Clocks } from "@truce/engine/desk";
import { receiverOf } from "@truce/engine/owners";
import { BEIJING } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";
import { screenOf } from "../parties.js";

export interface ControlAsked extends Clocks {
  readonly goods: string;
  readonly from: string;
  readonly to: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly party?: string;
}
export interface ControlPage {
  readonly answer: ControlAnswer & { readonly party?: Receiver };
  readonly version: string;
}

/** May these goods go from here to there, and to this party where one is named. */
export async function answer(desk: PageDesk, q: ControlAsked): Promise<ControlPage> {
  const a = await asking(desk.desks, q, { zone: BEIJING });
  const question = { goods: q.goods, from: country("from", q.from), to: country("to", q.to), facts: q.facts };
  if (q.party === undefined) return { answer: desk.controls.answer(question, a.on, a.known, a.supposed), version: desk.version };
  const query = { name: q.party };
  const receiver = receiverOf((await screenOf(desk, a.known, a.supposed, [query])).answer(query, a.on, { horizon: desk.law.horizon, ahead: false }));
  const user = endUserOf(receiver);
  const asked = user === undefined || question.facts["end-user"] !== undefined ? question : { ...question, facts: { ...question.facts, "end-user": user } };
  return { answer: withParty(desk.controls.answer(asked, a.on, a.known, a.supposed), asked, receiver), version: desk.version };
}
