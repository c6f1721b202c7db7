import { findAnswer, type FindResult } from "@truce/engine/answers/find";
import { asking, type Clocks } from "@truce/engine/desk";
import type { PageDesk } from "../desk.js";

/** Codes of a side's tariff by words, or by the beginning of a code. */
export async function answer(desk: PageDesk, q: Clocks & { readonly words: string; readonly side: "us" | "cn"; readonly limit: number }): Promise<FindResult> {
  await desk.goods();
  return findAnswer(desk.desks, await asking(desk.desks, q), q.words, q.side, String(q.limit));
}
