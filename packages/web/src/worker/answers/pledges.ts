import { type CommitmentsView, commitmentsAnswer } from "@truce/engine/answers/commitments";
import { talksAnswer, type TalksView } from "@truce/engine/answers/talks";
import { asking, type Clocks } from "@truce/engine/desk";
import type { WeeklySales } from "@truce/engine/goods";
import { dayIn, WASHINGTON } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";

export interface PledgesPage {
  readonly commitments: CommitmentsView;
  readonly talks: TalksView;
  readonly weekly: WeeklySales | null;
  readonly day: string;
  readonly version: string;
}

/** Pledges to buy with how far they are, and the meetings of both sides. */
export async function answer(desk: PageDesk, q: Clocks & { readonly about?: string }): Promise<PledgesPage> {
  const goods = await desk.goods();
  const a = await asking(desk.desks, q);
  return { commitments: commitmentsAnswer(desk.desks, a, q.about), talks: talksAnswer(desk.desks, a, {}), weekly: goods.weekly ?? null, day: dayIn(a.on, WASHINGTON), version: desk.version };
}
