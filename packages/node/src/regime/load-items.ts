import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Beside, ControlFact, ControlItem, ItemTable } from "@truce/engine/controls";
import { itemsFile } from "@truce/engine/controls/schema";
import type { Condition, ControlClause, Instrument } from "@truce/engine/law";
import { type Problem, problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";

/** The goods of regime/items.yaml; undefined where the folder has no such file, or it is broken. What controls name is checked against it. */
export function loadItems(dir: string, instruments: readonly Instrument[], problems: Problem[]): ItemTable | undefined {
  const path = join(dir, "items.yaml");
  const there = existsSync(path);
  const table = there ? read(path, new Set(instruments.map((i) => i.id)), problems) : undefined;
  // Of a table that is broken nothing can be said to be missing.
  if (!there || table !== undefined) checkClauses(table, instruments, problems);
  return table;
}

function read(path: string, documents: ReadonlySet<string>, problems: Problem[]): ItemTable | undefined {
  const file = relative(process.cwd(), path);
  const text = readYaml(readFileSync(path, "utf8"), file, problems);
  if (text === undefined) return undefined;
  const before = problems.length;
  const say = (rule: string, where: readonly PropertyKey[], message: string): void => {
    const at = text.place(where);
    problems.push(problem(rule, file, at.line, at.column, message));
  };
  const parsed = itemsFile.safeParse(text.value);
  if (!parsed.success) {
    for (const i of parsed.error.issues) say(i.code === "unrecognized_keys" ? "R03" : "R05", i.path, `${i.path.join(".")}: ${i.message}`);
    return undefined;
  }
  const seen = new Set<string>();
  parsed.data.items.forEach((item, n) => {
    if (seen.has(item.id)) say("R02", ["items", n, "id"], `${item.id} stands twice`);
    seen.add(item.id);
  });
  parsed.data.beside?.forEach((b, n) => {
    if (!documents.has(b.document)) say("R15", ["beside", n, "document"], `there is no document ${b.document}`);
    b.items.forEach((i, k) => void (seen.has(i) || say("R28", ["beside", n, "items", k], `there is no item "${i}"`)));
  });
  if (problems.length > before) return undefined;
  const facts = parsed.data.facts.map(({ percent, item, ...f }) => ({ ...f, ...(percent === undefined ? {} : { percent: true }), ...(item === undefined ? {} : { item: true }) })) as ControlFact[];
  const items = parsed.data.items.map(({ unread, ...i }) => ({
    ...i,
    ...(unread === undefined ? {} : { unread: true }),
    control: i.control ?? [],
    codes: i.codes ?? [],
    complete: i.complete === "yes",
    reach: i.reach ?? [],
  })) as ControlItem[];
  const beside = (parsed.data.beside ?? []).map(({ unsettled, ...b }) => ({ ...b, ...(unsettled === undefined ? {} : { unsettled: true }) })) as Beside[];
  return { facts, items, beside };
}

/** Items, facts and measures that the controls of the documents name. */
function checkClauses(table: ItemTable | undefined, instruments: readonly Instrument[], problems: Problem[]): void {
  const [items, facts] = [new Set(table?.items.map((i) => i.id)), new Map(table?.facts.map((f) => [f.name, f]))];
  const measures = new Set(instruments.flatMap((i) => i.acts.flatMap((a) => (a.do === "impose" ? [a.measure] : []))));
  for (const i of instruments)
    for (const a of i.acts) {
      if (a.do !== "impose") continue;
      const say = (message: string): void => void problems.push(problem("R28", i.file, a.line, 1, message));
      for (const c of a.terms.controls ?? []) {
        for (const item of c.items === "dual-use" ? [] : c.items) if (!items.has(item)) say(`there is no item "${item}" in items.yaml`);
        for (const m of c.among ?? []) if (!measures.has(m)) say(`${m} is a measure that no document imposes`);
        for (const wrong of factsOf(c).flatMap(({ fact, is }) =>
          facts.has(fact) ? is.filter((v) => facts.get(fact)?.choices?.includes(v) === false).map((v) => `the fact ${fact} is never "${v}"`) : [`there is no fact "${fact}" in items.yaml`],
        ))
          say(wrong);
      }
    }
}

function factsOf(c: ControlClause): { fact: string; is: readonly string[] }[] {
  const of = (x: Condition | undefined): { fact: string; is: readonly string[] }[] => (x === undefined ? [] : [{ fact: x.fact, is: x.not ?? x.is }, ...of(x.or), ...of(x.and)]);
  return [...of(c.when), ...of(c.unless), ...(c.content === undefined ? [] : [{ fact: c.content.fact, is: [] }])];
}
