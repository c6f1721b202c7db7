import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../regime/check.js";
import { loadRegime } from "../regime/load.js";
import { showProblem } from "../regime/problem.js";
import { root } from "./root.js";
import { makePacks } from "./make.js";
import { makeNames } from "./names.js";
import { makeSeries } from "./series.js";

/** Validates the regime and writes the three packs that every program loads, the index of names of listed parties, and the average series of all that is known. A file is replaced whole or not at all. */
const loaded = loadRegime(join(root, "regime"));
const problems = check(loaded);
for (const p of problems) process.stderr.write(`${showProblem(p)}\n`);
if (problems.length > 0) {
  process.stderr.write(`${problems.length} rules are broken; nothing was packed\n`);
  process.exit(1);
}
const packs = makePacks(loaded);
mkdirSync(join(root, "build"), { recursive: true });
const put = (name: string, content: string | Uint8Array): void => {
  const path = join(root, "build", name);
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
};
for (const [name, bytes] of Object.entries(packs)) put(`${name}.pack`, bytes);
put("names.pack", makeNames(packs.parties));
const series = makeSeries(packs);
if (series !== undefined) put("series.json", series);
if (!process.argv.includes("--quiet"))
  process.stderr.write(
    `${loaded.instruments.length} instruments, ${loaded.lists.length} lists of goods: law ${Math.ceil(packs.law.length / 1024)} KB, goods ${Math.ceil(packs.goods.length / 1024)} KB, parties ${Math.ceil(packs.parties.length / 1024)} KB\n`,
  );
