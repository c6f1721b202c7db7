import type { Goods, ListRow } from "../goods/index.js";
import type { Condition, GoodsStep, MeasureId, Terms } from "../law/index.js";
import { claimedIn } from "./claimed.js";
import { parsePercent } from "./money.js";

/** What is asked of the goods while one measure is judged. */
export interface Line {
  readonly code: string;
  readonly day: string;
  readonly facts: ReadonlyMap<string, string>;
  readonly goods: Goods;
}
/** A fact that would settle it, with the values that it can take. */
export interface Need {
  readonly fact: string;
  readonly choices: readonly string[];
  readonly why: string;
  /** The row that waits for it. */
  readonly row?: ListRow;
}
/** Whether goods are reached, and what of the measure's terms the step or the row changes for them. */
export type Membership =
  | { readonly is: "in"; readonly step?: GoodsStep; readonly row?: ListRow; readonly percent?: number; readonly trust?: "high" | "medium" | "low"; readonly inferred?: boolean }
  | { readonly is: "out" }
  | { readonly is: "needs"; readonly need: Need };

const OUT: Membership = { is: "out" };

/** The values of a fact that matter here: those hinted at, and none of them; all of a closed list where nothing is hinted at. */
export function choicesOf(fact: string, goods: Goods, hint: readonly string[] = []): readonly string[] {
  const known = goods.facts.get(fact);
  if (known?.choices !== undefined) return hint.length > 0 && known.choices.includes("none") ? [...hint, "none"] : known.choices;
  return known?.kind === "percent" ? ["0", "100"] : hint.length > 0 ? [...hint, "none"] : ["in", "out"];
}

/** Does a condition on facts hold? Undefined while the fact that it turns on is not given. */
export function holds(when: Condition, line: Line): boolean | undefined {
  const value = line.facts.get(when.fact);
  const own = value === undefined ? undefined : when.not === undefined ? when.is.includes(value) : !when.not.includes(value);
  if (when.or !== undefined) {
    const other = holds(when.or, line);
    return own === true || other === true ? true : own === false && other === false ? false : undefined;
  }
  if (when.and !== undefined) {
    const other = holds(when.and, line);
    return own === false || other === false ? false : own === true && other === true ? true : undefined;
  }
  return own;
}

/** The first fact of a condition that is not given. */
export function openFact(when: Condition, line: Line): string {
  const next = when.or ?? when.and;
  return next === undefined || line.facts.get(when.fact) === undefined ? when.fact : openFact(next, line);
}

/**
 * Are the goods among those that the terms reach? The last step that speaks of them decides; longest prefix within a list.
 * `id` names the fact that settles a list which is not in hand. `heading` picks rows that are filed under one heading.
 */
export function member(id: MeasureId, terms: Terms, line: Line, heading?: string): Membership {
  if (terms.goods === "all") return { is: "in" };
  const { steps } = terms.goods;
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i] as GoodsStep;
    const found = step.list === undefined ? reached(step, line) : listed(step, line, heading);
    if (found === undefined || found.is === "out") continue;
    if (found.is === "needs") return found;
    if (step.out) return OUT;
    if (step.when !== undefined) {
      const ok = holds(step.when, line);
      if (ok === undefined) return needs(step.when.fact, line, step.when.is, `it turns on ${line.goods.facts.get(step.when.fact)?.asks ?? step.when.fact}`);
      if (!ok) continue;
    }
    if (step.unknown !== undefined) {
      const settled = settle(id, step, line);
      if (settled.is === "out") continue;
      if (settled.is === "needs") return settled;
      return { ...found, ...settled };
    }
    return found;
  }
  // A chain that begins by leaving something out begins with everything.
  return steps[0]?.out ? { is: "in" } : OUT;
}

function settle(id: MeasureId, step: GoodsStep, line: Line): Membership {
  const value = line.facts.get(id);
  const points = step.points;
  if (value === undefined) return { is: "needs", need: { fact: id, choices: points ?? ["in", "out"], why: step.unknown as string } };
  if (value === "out") return OUT;
  if (points !== undefined) {
    const percent = parsePercent(value) ?? 0;
    return percent === 0 ? OUT : { is: "in", percent };
  }
  return { is: "in" };
}

/** A step without list and headings speaks of all goods. */
const reached = (step: GoodsStep, line: Line): Membership | undefined => {
  const hit = step.reach === undefined || step.reach.some((p) => line.code.startsWith(p));
  return hit ? { is: "in", step } : undefined;
};

function listed(step: GoodsStep, line: Line, heading: string | undefined): Membership | undefined {
  const list = line.goods.list(step.list as string);
  let need: Membership | undefined;
  for (const row of line.goods.rowsFor(list.id, line.code)) {
    if (row.from !== undefined && line.day < row.from) continue;
    if (row.until !== undefined && line.day >= row.until) continue;
    if (row.relieves !== undefined && heading !== undefined && row.heading !== heading) continue;
    if (row.out) return OUT;
    const times = step.times ?? 1;
    if (row.fact !== undefined) {
      const value = row.fact === "claim" ? claimedIn(line.facts).find((h) => row.is?.includes(h)) : line.facts.get(row.fact);
      if (row.is === undefined) {
        if (value === undefined) return needs(row.fact, line, [], `the list is not in hand line by line (${list.info.title})`);
        const percent = (parsePercent(value) ?? 0) * times;
        if (percent === 0) continue;
        return { is: "in", step, row, percent, trust: row.trust ?? list.info.trust };
      }
      if (value === undefined) {
        need ??= needs(row.fact, line, row.is, row.text ?? `the line holds goods that are reached only with ${row.fact} ${row.is.join(" or ")}`, row);
        continue;
      }
      if (!row.is.includes(value)) continue;
    }
    return {
      is: "in",
      step,
      row,
      trust: row.trust ?? list.info.trust,
      ...(row.percent === undefined ? {} : { percent: row.percent * times }),
      ...(row.inferred ? { inferred: true } : {}),
    };
  }
  return need;
}

export function needs(fact: string, line: Line, hint: readonly string[], why: string, row?: ListRow): Membership {
  return { is: "needs", need: { fact, choices: choicesOf(fact, line.goods, hint), why, ...(row === undefined ? {} : { row }) } };
}
