import { statSync } from "node:fs";
import { join } from "node:path";
import { type Instrument, LawError } from "@truce/engine/law";
import { type Instant, parseKnown, parseOn, toUtc, toZoned, WASHINGTON } from "@truce/engine/time";
import { alreadyLaw, InputError, lay, nowMinute, suppositions } from "@truce/engine/desk";
import { makePacks } from "../pack/make.js";
import { openGoods } from "../pack/open.js";
import { root } from "../pack/root.js";
import { check } from "../regime/check.js";
import { type Loaded, loadRegime } from "../regime/load.js";
import { type Problem, problem, showProblem } from "../regime/problem.js";
import { type Waiting, waiting } from "../regime/waiting.js";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { columns, section } from "./pages/layout.js";

/** truce check: every rule, each broken one with its place, and that what is supposed can be laid on top. Exits 1 where a rule is broken. */
export async function checkCommand(dir: string | undefined, options: Common): Promise<void> {
  const now = nowMinute();
  const known = options.known === undefined ? now : parseKnown(options.known).at;
  const on = options.on === undefined ? now : parseOn(options.on, WASHINGTON).at;
  const folder = dir ?? options.regime ?? join(root, "regime");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError("no-regime", `${folder} is not a folder`, "name a folder that holds us/, cn/, bi/, goods/ and schedules/", "dir");
  const loaded = loadRegime(folder);
  const supposed = await suppositions(options.suppose ?? [], { law: loaded }, known);
  const broken = check(loaded);
  const problems = broken.length > 0 ? broken : laid(loaded, known, supposed);
  const warnings = alreadyLaw(loaded.instruments, known, supposed).map((s) => `supposing ${s.id} changes nothing in this answer: it is already law`);
  const held = problems.length === 0 ? waiting(openGoods(makePacks(loaded).goods), loaded.instruments) : [];
  const rows = loaded.schedules.reduce((n, s) => n + s.rows.length, 0);
  const report = {
    on: toZoned(on, WASHINGTON),
    known: toUtc(known),
    warnings,
    supposed: supposed.map((s) => s.id),
    dir: folder,
    ok: problems.length === 0,
    instruments: loaded.instruments.length,
    standing: counts(loaded, "standing"),
    confidence: counts(loaded, "confidence"),
    scenarios: loaded.scenarios.length,
    lists: loaded.lists.length,
    tariffRows: rows,
    horizon: loaded.horizon,
    waiting: held,
    problems,
  };
  if (options.json) await write(`${JSON.stringify(report)}\n`);
  else await write(page(report, problems.map(showProblem), held, warnings));
  if (problems.length > 0) process.exitCode = 1;
}

/** What is broken by laying the suppositions on top. */
function laid(loaded: Loaded, known: Instant, supposed: readonly Instrument[]): Problem[] {
  try {
    if (supposed.length > 0) lay(loaded.instruments, known, supposed);
    return [];
  } catch (e) {
    if (e instanceof LawError) return [problem(e.rule, e.file, e.line, 1, e.what)];
    throw e;
  }
}

function counts(loaded: Loaded, field: "standing" | "confidence"): Record<string, number> {
  const out: Record<string, number> = {};
  for (const i of loaded.instruments) out[i[field]] = (out[i[field]] ?? 0) + 1;
  return out;
}

function page(
  r: { instruments: number; lists: number; tariffRows: number; horizon: string; standing: Record<string, number>; confidence: Record<string, number> },
  problems: readonly string[],
  held: readonly Waiting[],
  warnings: readonly string[],
): string {
  const by = (c: Record<string, number>) =>
    Object.entries(c)
      .map(([k, n]) => `${n} ${k}`)
      .join(", ");
  const head = `${r.instruments} instruments (${by(r.standing)}; ${by(r.confidence)})\n${r.lists} lists of goods, ${r.tariffRows} tariff rows; checked to ${r.horizon}\n`;
  const lines =
    held.length === 0
      ? ""
      : columns(
          ["fact", "measure", ">lines"],
          held.map((w) => [w.fact, w.measure, String(w.lines)]),
        );
  const verdict = problems.length === 0 ? "\nevery rule is kept\n" : `\n${problems.join("\n")}\n${problems.length} rules are broken\n`;
  return `${head}${section("Tariff lines that wait for a fact", lines)}${section("Warnings", warnings.map((w) => `  ! ${w}`).join("\n"))}${verdict}`;
}
