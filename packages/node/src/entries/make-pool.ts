import type { Goods } from "@truce/engine/goods";

/** A situation that the book must hold, with the lines of the tariff that are in it. */
export interface Situation {
  readonly name: string;
  readonly codes: readonly string[];
  /** How often it is drawn, against the others. */
  readonly weight: number;
}

/** Lists by situation: a line is in one if any of the lists holds it. */
const SITUATIONS: readonly (readonly [name: string, weight: number, lists: readonly string[]])[] = [
  ["list 1", 8, ["us/s301-list-1"]],
  ["list 2", 5, ["us/s301-list-2"]],
  ["list 3", 14, ["us/s301-list-3"]],
  ["list 4A", 10, ["us/s301-list-4a"]],
  ["four-year review", 8, ["us/s301-review-2024-09", "us/s301-review-2024-12"]],
  ["exclusions", 8, ["us/s301-exclusions"]],
  ["steel", 8, ["us/s232-steel-mill", "us/s232-steel-derivative"]],
  ["steel content", 8, ["us/s232-steel-derivative-2025-08"]],
  ["aluminum", 6, ["us/s232-aluminum-mill", "us/s232-aluminum-derivative"]],
  ["copper", 4, ["us/s232-copper"]],
  ["metals by weight", 6, ["us/s232-metals-1b", "us/s232-metals-3"]],
  ["auto parts", 6, ["us/s232-auto-parts"]],
  ["Annex II", 8, ["us/annex-ii-2025-04-02", "us/annex-ii-memo-2025-04-11", "us/annex-ii-in-2025-09-08", "us/annex-ii-in-2025-11-13"]],
  ["exempt from Section 122", 5, ["us/s122-exempt"]],
  ["exempt from forced labor", 4, ["us/s301fl-exempt"]],
];

/** The lines of each situation, and the whole tariff. */
export function situations(goods: Goods): Situation[] {
  const schedule = goods.schedule("us");
  const all: string[] = [];
  for (let chapter = 1; chapter <= 97; chapter++) all.push(...schedule.leaves(String(chapter).padStart(2, "0")).filter((c) => c.length === 10));
  const named = SITUATIONS.map(([name, weight, lists]) => {
    const there = lists.filter((id) => goods.hasList(id));
    return { name, weight, codes: all.filter((c) => there.some((id) => goods.rowsFor(id, c).length > 0)) };
  });
  return [...named.filter((s) => s.codes.length > 0), { name: "the whole tariff", weight: 15, codes: all }];
}
