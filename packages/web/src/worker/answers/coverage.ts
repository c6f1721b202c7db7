import { asking, type Clocks } from "@truce/engine/desk";
import type { PageDesk } from "../desk.js";

export interface Coverage {
  readonly horizon: string;
  readonly first: string;
  readonly documents: number;
  readonly known: number;
  /** What a duty answer of each side leaves out, in its own words. */
  readonly us: readonly string[];
  readonly cn: readonly string[];
  readonly lists: readonly { readonly code: string; readonly title: string; readonly means: string }[];
  readonly version: string;
}

/** What the regime holds, and what it does not. */
export async function answer(desk: PageDesk, q: Clocks): Promise<Coverage> {
  await desk.goods();
  const { desks, law } = desk;
  const a = await asking(desks, q);
  const left = (code: string, from: string, to: string): readonly string[] => desks.duty({ code, from, to }, a.known, a.now, []).notCovered;
  return {
    horizon: law.horizon,
    first: law.first,
    documents: law.instruments.length,
    known: desks.regimeAt(a.known, []).instruments.length,
    us: left("4202.92.31", "CN", "US"),
    cn: left("1201.90.11", "US", "CN"),
    lists: law.lists.map(({ code, title, means }) => ({ code, title, means })),
    version: desk.version,
  };
}
