import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { ListCode, OwnershipRule, Strictness } from "@truce/engine/controls";
import { ownershipFile } from "@truce/engine/controls/schema";
import { type Problem, problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";
import { ppm } from "./to-act.js";

/** The rules of ownership and the order of what they lead to. */
export interface Ownership {
  readonly rules: readonly OwnershipRule[];
  readonly strictness: Strictness;
}

/**
 * The rules of regime/ownership.yaml; undefined where the folder has no such file, or it is broken.
 * @param lists the codes of lists that there are @param measures the measures of the regime
 */
export function loadOwnership(dir: string, lists: ReadonlySet<ListCode>, measures: ReadonlySet<string>, problems: Problem[]): Ownership | undefined {
  const path = join(dir, "ownership.yaml");
  if (!existsSync(path)) return undefined;
  const file = relative(process.cwd(), path);
  const read = readYaml(readFileSync(path, "utf8"), file, problems);
  if (read === undefined) return undefined;
  const before = problems.length;
  const say = (rule: string, where: readonly PropertyKey[], message: string): void => {
    const at = read.place(where);
    problems.push(problem(rule, file, at.line, at.column, message));
  };
  const parsed = ownershipFile.safeParse(read.value);
  if (!parsed.success) {
    for (const i of parsed.error.issues) say(i.code === "unrecognized_keys" ? "R03" : "R05", i.path, `${i.path.join(".")}: ${i.message}`);
    return undefined;
  }
  const seen = new Set<string>();
  const rules = parsed.data.rules.map((r, n): OwnershipRule => {
    if (seen.has(r.id)) say("R02", ["rules", n, "id"], `${r.id} stands twice`);
    seen.add(r.id);
    if (r.measure !== undefined && !measures.has(r.measure)) say("R10", ["rules", n, "measure"], `${r.measure} is a measure that no document imposes`);
    const named: (readonly [readonly PropertyKey[], ListCode])[] = [
      ...(["seeds", "not", "before"] as const).flatMap((key) => (r[key] ?? []).map((s, i) => [[key, i, "list"], s.list] as const)),
      ...(r.before ?? []).map((s, i) => [["before", i, "over"], s.over] as const),
      ...(r.unknown?.lists ?? []).map((list, i) => [["unknown", "lists", i], list] as const),
      ...(r.unknown?.elsewhere ?? []).flatMap((e, k) => e.lists.map((list, i) => [["unknown", "elsewhere", k, "lists", i], list] as const)),
    ];
    for (const [where, list] of named) if (!lists.has(list)) say("R26", ["rules", n, ...where], `there is no list ${list} in regime/parties/lists.yaml`);
    if (r.sums === "unsettled" && r["sums-text"] === undefined) say("R04", ["rules", n], '"sums-text" is missing: what is unsettled needs the words that leave it open');
    if (r.repeats === "unsettled" && r["repeats-text"] === undefined) say("R04", ["rules", n], '"repeats-text" is missing: what is unsettled needs the words that leave it open');
    const { threshold, "sums-text": sumsText, "repeats-text": repeatsText, ...rest } = r;
    return {
      ...rest,
      threshold: ppm(threshold),
      ...(sumsText === undefined ? {} : { sumsText }),
      ...(repeatsText === undefined ? {} : { repeatsText }),
    } as OwnershipRule;
  });
  return problems.length > before ? undefined : { rules, strictness: parsed.data.strictness as Strictness };
}
