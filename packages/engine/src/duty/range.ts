import { replacedIn } from "./replaced.js";
import { points, total } from "./points.js";
import type { Finding } from "./find.js";
import type { Need } from "./member.js";

/** A fact that is not given, and what it would settle. */
export interface Missing {
  readonly fact: string;
  readonly why: string;
  readonly choices: readonly string[];
  /** Lowest and highest points that this fact decides, in parts per million; `max` undefined where a rate is not in hand. */
  readonly min: number;
  readonly max: number | undefined;
  readonly instruments: readonly string[];
}
interface Leaf {
  readonly given: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  readonly open: boolean;
}
/** Of a share the ends are tried, and the least there is: a duty may give way whole to another as soon as that is due on anything. */
const SHARES = ["0", "100"];
const LEAST = "0.0001";
/** More answers than this are not tried; the range is then open above. */
const LIMIT = 600;

/** Tries every answer to every missing fact, and says what each decides. */
export function ranges(facts: ReadonlyMap<string, string>, first: readonly Finding[], judge: (facts: ReadonlyMap<string, string>) => readonly Finding[], base: number | undefined) {
  const leaves: Leaf[] = [];
  const asked = new Map<string, { need: Need; instruments: Set<string> }>();
  let tried = 0;
  const visit = (findings: readonly Finding[], given: ReadonlyMap<string, string>): void => {
    let next: Need | undefined;
    let open = false;
    for (const f of findings) {
      if (f.need === undefined) continue;
      const seen = asked.get(f.need.fact) ?? { need: f.need, instruments: new Set<string>() };
      for (const i of f.instruments) seen.instruments.add(i);
      for (const c of f.need.choices)
        if (!seen.need.choices.includes(c)) seen.need = { ...seen.need, choices: [...seen.need.choices.filter((o) => o !== "none"), c, ...(seen.need.choices.includes("none") ? ["none"] : [])] };
      asked.set(f.need.fact, seen);
      if (f.need.choices.length === 0) open = true;
      else next ??= f.need;
    }
    if (next === undefined || tried > LIMIT) {
      leaves.push({ given, findings, open: open || next !== undefined });
      return;
    }
    const fact = next.fact;
    const choices = new Set(findings.flatMap((f) => (f.need?.fact === fact ? f.need.choices : [])));
    if (choices.size === SHARES.length && SHARES.every((s) => choices.has(s))) choices.add(LEAST);
    for (const choice of choices) {
      tried++;
      const more = new Map(given).set(fact, choice);
      visit(judge(new Map([...facts, ...more])), more);
    }
  };
  visit(first, new Map());
  const totals = leaves.map((l) => total(l.findings, base));
  const missing = [...asked].map(([fact, { need, instruments }]) => ({ fact, why: need.why, choices: need.choices, instruments: [...instruments], ...decided(fact, need, leaves, base) }));
  const open = leaves.some((l) => l.open);
  const replaced = replacedIn(
    leaves.map((l) => l.findings),
    open,
  );
  return { missing, min: Math.min(...totals), max: open ? undefined : Math.max(...totals), replaced };
}

/** The points of the measures whose outcome turns on one fact, whatever the others are. */
function decided(fact: string, need: Need, leaves: readonly Leaf[], base: number | undefined): { min: number; max: number | undefined } {
  if (need.choices.length === 0) return { min: 0, max: undefined };
  const asked = leaves.filter((l) => l.given.has(fact)).map((l) => ({ given: l.given, points: new Map(l.findings.map((f) => [f.measure, points(f, base)])) }));
  const moved = new Set<string>();
  asked.forEach((a, i) => {
    for (const b of asked.slice(i + 1)) {
      if (a.given.get(fact) === b.given.get(fact) || !agree(a.given, b.given, fact)) continue;
      for (const [id, p] of a.points) if ((b.points.get(id) ?? 0) !== p) moved.add(id);
    }
  });
  const sums = asked.map((l) => [...l.points].reduce((n, [id, p]) => n + (moved.has(id) ? p : 0), 0));
  return { min: Math.min(...sums), max: Math.max(...sums) };
}

/** Do two sets of answers agree where both answer, one fact aside? An answer may open a fact that another does not ask for. */
function agree(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>, aside: string): boolean {
  for (const [k, v] of a) if (k !== aside && b.has(k) && b.get(k) !== v) return false;
  return true;
}
