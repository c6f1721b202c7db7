import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import type { Article, Instrument } from "@truce/engine/law";
import { articleFile } from "@truce/engine/law/schema";
import { WhenError, parseDay } from "@truce/engine/time";
import { type Problem, problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";

/** Reads the articles: claims in our words. Documents that they cite must exist, and no claim looks back from before its article. */
export function loadArticles(paths: readonly string[], instruments: readonly Instrument[], problems: Problem[]): Article[] {
  const ids = new Set(instruments.map((i) => i.id));
  return paths.flatMap((path) => article(path, ids, problems) ?? []);
}

function article(path: string, ids: ReadonlySet<string>, problems: Problem[]): Article | undefined {
  const file = relative(process.cwd(), path);
  const read = readYaml(readFileSync(path, "utf8"), file, problems);
  if (read === undefined) return undefined;
  const say = (rule: string, where: readonly PropertyKey[], message: string): void => {
    const at = read.place(where);
    problems.push(problem(rule, file, at.line, at.column, message));
  };
  const parsed = articleFile.safeParse(read.value);
  if (!parsed.success) {
    for (const i of parsed.error.issues) say(i.code === "unrecognized_keys" ? "R03" : "R05", i.path, `${i.path.join(".")}: ${i.message}`);
    return undefined;
  }
  const { date, claims } = parsed.data;
  const seen = new Set<string>();
  claims.forEach((c, n) => {
    if (seen.has(c.id)) say("R02", ["claims", n, "id"], `claim ${c.id} stands twice`);
    seen.add(c.id);
    c.cites?.forEach((id, k) => {
      if (!ids.has(id)) say("R15", ["claims", n, "cites", k], `there is no document ${id}`);
    });
    if (c.against !== undefined && !claims.some((o) => o.id === c.against)) say("R15", ["claims", n, "against"], `there is no claim ${c.against}`);
    c.later?.forEach((l, k) => {
      const where = ["claims", n, "later", k, "from"];
      if (l.from <= date) say("R08", where, `what became known later is known after ${date}`);
      if (!exists(l.from)) say("R06", where, `"${l.from}" is not a day of the calendar`);
    });
  });
  if (!exists(date)) say("R06", ["date"], `"${date}" is not a day of the calendar`);
  const { standing: _, ...rest } = parsed.data;
  return { id: `article/${basename(path, ".yaml")}`, ...rest } as Article;
}

function exists(day: string): boolean {
  try {
    return parseDay(day) === day;
  } catch (e) {
    if (e instanceof WhenError) return false;
    throw e;
  }
}
