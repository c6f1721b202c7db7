import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { type Instrument, standsFor } from "@truce/engine/law";
import { makePacks, type Packs } from "../pack/make.js";
import { check } from "../regime/check.js";
import { loadRegime } from "../regime/load.js";
import { type Problem, showProblem } from "../regime/problem.js";
import { toInstrument } from "../regime/to-instrument.js";
import { InputError } from "@truce/engine/desk";

/** Checks and packs another regime folder. */
export function packFolder(dir: string): Packs {
  if (dir.length > 1000 || !statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError("no-regime", `${dir.slice(0, 200)} is not a folder`, "name a folder that holds us/, cn/, bi/, goods/ and schedules/", "--regime");
  const loaded = loadRegime(dir);
  const problems = check(loaded);
  if (problems.length > 0) throw new InputError("broken-regime", showProblem(problems[0] as Problem), `${problems.length} rules are broken: run truce check ${dir}`, "--regime");
  return makePacks(loaded);
}

/** Reads a draft or scenario of the user's. Its own name and day do not matter. */
export function readSupposition(path: string, index: number): Instrument {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new InputError("no-file", `${path} is not a file`, "name a YAML file in the form of an instrument", "--suppose");
  const text = readFileSync(path, "utf8");
  const problems: Problem[] = [];
  const announced = /^announced:\s*"?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1] ?? "2000-01-01";
  const instrument = toInstrument(text, `${announced}-supposed-${index}.yaml`, "scenarios", problems);
  if (instrument === undefined) {
    const p = problems[0] as Problem;
    throw new InputError("bad-supposition", showProblem({ ...p, file: path }), "see CONTRIBUTING.md for the form of an instrument", "--suppose");
  }
  const named = { ...instrument, id: `supposed/${basename(path).replace(/\.ya?ml$/, "")}`, file: path };
  standsFor(named, instrument);
  return named;
}
