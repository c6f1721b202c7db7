import { type Act, type Condition, fold, type Goods, type Instrument, LawError, placeOf } from "@truce/engine/law";
import { type Instant, OPEN } from "@truce/engine/time";
import type { Loaded } from "./load.js";
import { type Problem, problem } from "./problem.js";

/** Every rule that the regime's files must keep: those of each file, and those that join them. */
export function check(loaded: Loaded): Problem[] {
  const problems = [...loaded.problems, ...names(loaded), ...references(loaded)];
  if (problems.length > 0) return problems;
  return folds(loaded);
}

/** Says what is wrong with a part of an instrument or of an act, at its place. */
type Say = (thing: Instrument | Act, path: readonly PropertyKey[], rule: string, message: string) => void;

function names(loaded: Loaded): Problem[] {
  const out: Problem[] = [];
  const seen = new Map<string, Instrument>();
  const measures = new Map<string, { instrument: Instrument; act: Act }>();
  for (const i of [...loaded.instruments, ...loaded.scenarios]) {
    const say = sayer(i, out);
    const twin = seen.get(i.id);
    if (twin !== undefined) say(i, [], "R17", `${twin.file} has the same id ${i.id}`);
    seen.set(i.id, i);
    const side = i.issuer.split("/")[0];
    const folder = i.id.split("/")[0];
    if (folder !== "scenarios" && side !== folder) say(i, ["issuer"], "R17", `its issuer ${i.issuer} stands on another side than its folder ${folder}`);
    for (const act of i.acts) if (act.do === "impose" || act.do === "except") measures.set(act.measure, { instrument: i, act });
  }
  for (const [id, { instrument, act }] of measures) {
    const twin = seen.get(id);
    if (twin !== undefined) sayer(instrument, out)(act, [act.do === "except" ? "as" : act.do], "R16", `${id} names a measure here, and the document ${twin.file}`);
  }
  return out;
}

const sayer =
  (i: Instrument, out: Problem[]): Say =>
  (thing, path, rule, message) => {
    const at = placeOf(thing, ...path);
    out.push(problem(rule, i.file, at.line, at.column, message));
  };

function references(loaded: Loaded): Problem[] {
  const out: Problem[] = [];
  const all = [...loaded.instruments, ...loaded.scenarios];
  const has = {
    ids: new Set(all.map((i) => i.id)),
    lists: new Set(loaded.lists.map((l) => l.id)),
    facts: new Set(loaded.facts.map((f) => f.name)),
    measures: new Set(all.flatMap((i) => i.acts.flatMap((a) => (a.do === "impose" || a.do === "except" ? [a.measure] : [])))),
  };
  for (const i of all) {
    const say = sayer(i, out);
    for (const key of ["causes", "implements", "lays"] as const) (i[key] ?? []).forEach((id, n) => void (has.ids.has(id) || say(i, [key, n], "R15", `there is no document ${id}`)));
    for (const a of i.acts) named(a, say, has);
  }
  for (const l of loaded.lists)
    for (const f of new Set(l.rows.map((r) => r.row.fact)))
      if (f !== undefined && !has.facts.has(f)) out.push(problem("R19", l.file, l.rows.findIndex((r) => r.row.fact === f) + 2, 1, `there is no fact "${f}" (regime/facts.yaml)`));
  return out;
}

/** Whether what an act names exists: documents, measures, lists and facts. */
function named(a: Act, say: Say, has: Readonly<Record<"ids" | "lists" | "facts" | "measures", ReadonlySet<string>>>): void {
  const document = a.do === "stay" || a.do === "withdraw" ? a.instrument : a.do === "extend" ? a.of : undefined;
  if (document !== undefined && !has.ids.has(document)) say(a, [a.do === "extend" ? "of" : a.do], "R15", `there is no document ${document}`);
  if (a.do === "displace") {
    for (const m of [...a.measures, ...a.byMeasures]) if (!has.measures.has(m)) say(a, [a.measures.includes(m) ? "displace" : "with"], "R10", `displace names ${m}, which no instrument imposes`);
    for (const m of a.measures) if (a.byMeasures.includes(m)) say(a, ["with"], "R22", `${m} cannot displace itself`);
  }
  const terms = a.do === "impose" || a.do === "except" ? a.terms : a.do === "set" ? a.change : undefined;
  const steps = [...stepsOf(terms?.goods), ...(a.do === "suspend" ? stepsOf(a.goods) : [])].map((s) => ({ s, key: "goods" }));
  if (a.do === "set") steps.push(...(a.add ?? []).map((s) => ({ s, key: "add" })));
  for (const { s, key } of steps) {
    if (s.list !== undefined && !has.lists.has(s.list)) say(a, [key], "R14", `there is no list of goods ${s.list} (regime/goods/${s.list}.csv)`);
    for (const f of factsOf(s.when)) if (!has.facts.has(f)) say(a, [key], "R19", `there is no fact "${f}" (regime/facts.yaml)`);
  }
  for (const f of factsOf(terms?.when)) if (!has.facts.has(f)) say(a, ["when", "fact"], "R19", `there is no fact "${f}" (regime/facts.yaml)`);
  if (terms?.part !== undefined && !has.facts.has(terms.part.fact)) say(a, ["part", "fact"], "R19", `there is no fact "${terms.part.fact}" (regime/facts.yaml)`);
}
/** Every fact that a condition names. */
const factsOf = (when: Condition | undefined): string[] => (when === undefined ? [] : [when.fact, ...factsOf(when.or), ...factsOf(when.and)]);
const stepsOf = (goods: Goods | undefined) => (goods === undefined || goods === "all" ? [] : goods.steps);

/** Folds the law as known at each instant at which something was announced, and with each supposition laid on top. */
function folds(loaded: Loaded): Problem[] {
  const moments = [...new Set(loaded.instruments.flatMap((i) => i.acts.map((a) => a.announced)))].sort((a, b) => a - b);
  for (const known of [...moments, OPEN]) {
    const p = attempt(() => fold(loaded.instruments, known as Instant));
    if (p !== undefined) return [p];
  }
  const suppositions = [...loaded.scenarios, ...loaded.instruments.filter((i) => i.standing === "threat" || i.standing === "statement")];
  return suppositions.flatMap((s) => attempt(() => fold(loaded.instruments, OPEN, [...loaded.instruments.filter((i) => s.lays?.includes(i.id)), s])) ?? []);
}

function attempt(run: () => unknown): Problem | undefined {
  try {
    run();
    return undefined;
  } catch (e) {
    if (e instanceof LawError) return problem(e.rule, e.file, e.line, placeOf(e.act).column, e.what);
    throw e;
  }
}
