import { statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../grounds/open.js";
import { root } from "../pack/root.js";
import { check } from "../regime/check.js";
import { loadRegime } from "../regime/load.js";
import { showProblem } from "../regime/problem.js";
import type { Common } from "./main.js";
import { write } from "./output.js";

/** truce check: every rule, each broken one with its place. Exits 1 where a rule is broken. */
export async function checkCommand(dir: string | undefined, options: Common): Promise<void> {
  const folder = dir ?? options.regime ?? join(root, "regime");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new InputError("no-regime", `${folder} is not a folder`, "name a folder that holds us/, cn/, bi/, goods/ and schedules/", "dir");
  const loaded = loadRegime(folder);
  const problems = check(loaded);
  const waiting = factCounts(loaded.lists);
  const standing: Record<string, number> = {};
  for (const i of loaded.instruments) standing[i.standing] = (standing[i.standing] ?? 0) + 1;
  const report = {
    dir: folder,
    ok: problems.length === 0,
    instruments: loaded.instruments.length,
    standing,
    scenarios: loaded.scenarios.length,
    lists: loaded.lists.length,
    scheduleRows: loaded.schedules.reduce((n, s) => n + s.rows.length, 0),
    horizon: loaded.horizon,
    waiting,
    problems,
  };
  if (options.json) await write(`${JSON.stringify(report)}\n`);
  else {
    for (const p of problems) await write(`${showProblem(p)}\n`);
    await write(`${loaded.instruments.length} instruments, ${loaded.lists.length} lists of goods, ${report.scheduleRows} tariff rows; checked to ${loaded.horizon}\n`);
    for (const w of waiting) await write(`${w.rows} rows of ${w.list} wait for the fact ${w.fact}\n`);
    await write(problems.length === 0 ? "every rule is kept\n" : `${problems.length} rules are broken\n`);
  }
  if (problems.length > 0) process.exitCode = 1;
}

/** How many rows of each list wait for a fact. */
function factCounts(lists: readonly { id: string; rows: readonly { row: { fact?: string } }[] }[]): { list: string; fact: string; rows: number }[] {
  return lists.flatMap((l) => {
    const counts = new Map<string, number>();
    for (const { row } of l.rows) if (row.fact !== undefined) counts.set(row.fact, (counts.get(row.fact) ?? 0) + 1);
    return [...counts].map(([fact, rows]) => ({ list: l.id, fact, rows }));
  });
}
