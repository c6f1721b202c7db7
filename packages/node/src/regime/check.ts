import { fold, type Instrument, LawError } from "@truce/engine/law";
import { type Instant, OPEN } from "@truce/engine/time";
import type { Loaded } from "./load.js";
import { type Problem, problem } from "./problem.js";

/** Every rule that the regime's files must keep: those of each file, and those that join them. */
export function check(loaded: Loaded): Problem[] {
  const problems = [...loaded.problems, ...names(loaded), ...references(loaded)];
  if (problems.length > 0) return problems;
  return folds(loaded);
}

function names(loaded: Loaded): Problem[] {
  const out: Problem[] = [];
  const seen = new Map<string, Instrument>();
  const measures = new Map<string, Instrument>();
  for (const i of [...loaded.instruments, ...loaded.scenarios]) {
    const twin = seen.get(i.id);
    if (twin !== undefined) out.push(problem("R17", i.file, 1, 1, `${twin.file} has the same id ${i.id}`));
    seen.set(i.id, i);
    const side = i.issuer.split("/")[0];
    const folder = i.id.split("/")[0];
    if (folder !== "scenarios" && side !== folder) out.push(problem("R17", i.file, 1, 1, `its issuer ${i.issuer} stands on another side than its folder ${folder}`));
    for (const a of i.acts) if (a.do === "impose" || a.do === "except") measures.set(a.measure, i);
  }
  for (const [id, i] of measures) if (seen.has(id)) out.push(problem("R16", i.file, 1, 1, `${id} names a document and a measure`));
  return out;
}

function references(loaded: Loaded): Problem[] {
  const out: Problem[] = [];
  const ids = new Set([...loaded.instruments, ...loaded.scenarios].map((i) => i.id));
  const lists = new Set(loaded.lists.map((l) => l.id));
  const facts = new Set(loaded.facts.map((f) => f.name));
  const measures = new Set([...loaded.instruments, ...loaded.scenarios].flatMap((i) => i.acts.flatMap((a) => (a.do === "impose" || a.do === "except" ? [a.measure] : []))));
  for (const i of [...loaded.instruments, ...loaded.scenarios]) {
    const say = (line: number, rule: string, message: string) => out.push(problem(rule, i.file, line, 1, message));
    for (const id of [...(i.causes ?? []), ...(i.implements ?? [])]) if (!ids.has(id)) say(1, "R15", `there is no document ${id}`);
    for (const a of i.acts) {
      if ((a.do === "stay" || a.do === "withdraw") && !ids.has(a.instrument)) say(a.line, "R15", `there is no document ${a.instrument}`);
      if (a.do === "extend" && a.of !== undefined && !ids.has(a.of)) say(a.line, "R15", `there is no document ${a.of}`);
      if (a.do === "displace") {
        for (const m of [...a.measures, ...a.byMeasures]) if (!measures.has(m)) say(a.line, "R10", `displace names ${m}, which no instrument imposes`);
        for (const m of a.measures) if (a.byMeasures.includes(m)) say(a.line, "R22", `${m} cannot displace itself`);
      }
      const goods = a.do === "impose" || a.do === "except" ? a.terms.goods : a.do === "set" ? (a.change.goods ?? "all") : a.do === "suspend" ? (a.goods ?? "all") : "all";
      const steps = [...(goods === "all" ? [] : goods.steps), ...(a.do === "set" ? (a.add ?? []) : [])];
      const when = a.do === "impose" || a.do === "except" ? a.terms.when : undefined;
      for (const s of steps) if (s.list !== undefined && !lists.has(s.list)) say(a.line, "R14", `there is no list of goods ${s.list} (regime/goods/${s.list}.csv)`);
      for (const f of [...steps.map((s) => s.when?.fact), when?.fact]) if (f !== undefined && !facts.has(f)) say(a.line, "R19", `there is no fact "${f}" (regime/facts.yaml)`);
    }
  }
  for (const l of loaded.lists) for (const f of new Set(l.rows.map((r) => r.row.fact))) if (f !== undefined && !facts.has(f)) out.push(problem("R19", l.file, 1, 1, `there is no fact "${f}" (regime/facts.yaml)`));
  return out;
}

/** Folds the law as known at each instant at which something was announced, and with each supposition laid on top. */
function folds(loaded: Loaded): Problem[] {
  const moments = [...new Set(loaded.instruments.flatMap((i) => i.acts.map((a) => a.announced)))].sort((a, b) => a - b);
  for (const known of [...moments, OPEN]) {
    const p = attempt(() => fold(loaded.instruments, known as Instant));
    if (p !== undefined) return [p];
  }
  const suppositions = [...loaded.scenarios, ...loaded.instruments.filter((i) => i.standing === "threat" || i.standing === "statement")];
  return suppositions.flatMap((s) => attempt(() => fold(loaded.instruments, OPEN, [s])) ?? []);
}

function attempt(run: () => unknown): Problem | undefined {
  try {
    run();
    return undefined;
  } catch (e) {
    if (e instanceof LawError) return problem(e.rule, e.file, e.line, 1, e.what);
    throw e;
  }
}
