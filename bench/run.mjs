// The benchmark table (--quick leaves out the files of 10 million lines): cold answers as whole processes, opening the packs, folding, and answers in process. --json prints it as JSON.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { fold } from "@truce/engine/law";
import { parseKnown } from "@truce/engine/time";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { benchBulk } from "./bulk.mjs";
import { benchControls } from "./controls.mjs";
import { benchHttp } from "./http.mjs";
import { benchMixed } from "./http-mixed.mjs";
import { benchOwnership } from "./ownership.mjs";
import { benchOutlook } from "./outlook.mjs";
import { benchFiles } from "./files.mjs";
import { openGoods, openLaw } from "../packages/node/dist/pack/open.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = [];
const put = (what, unit, values, limit, atMost = true) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
  const median = at(0.5);
  rows.push({ what, unit, median: round(median), p95: round(at(0.95)), runs: sorted.length, ...(limit === undefined ? {} : { limit, kept: atMost ? median <= limit : median >= limit }) });
};
const round = (n) => Math.round(n * 10) / 10;
const timed = (count, run) =>
  Array.from({ length: count }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
const process_ = (args) => () => {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (done.status !== 0) throw new Error(`${args.join(" ")} ended with ${done.status}`);
};

const question = ["duty", "4202.92.31", "--from", "CN", "--on", "2025-10-25", "--known", "2025-10-25", "--json"];
process_(["bin/truce", ...question])();
put("bare node", "ms", timed(15, process_(["-e", "0"])));
put("cold CLI answer: duty", "ms", timed(25, process_(["bin/truce", ...question])), 200);
put("cold CLI answer: find", "ms", timed(7, process_(["bin/truce", "find", "permanent magnets", "--json"])));
put("cold CLI answer: status", "ms", timed(11, process_(["bin/truce", "status", "--on", "2025-10-25", "--known", "2025-10-25", "--json"])));

const files = { law: readFileSync(`${root}build/law.pack`), goods: readFileSync(`${root}build/goods.pack`) };
put("law pack", "KB", [files.law.length / 1024], 100);
put("goods pack", "KB", [files.goods.length / 1024], 2048);
put(
  "opening both packs, warm",
  "ms",
  timed(15, () => {
    openLaw(files.law);
    const goods = openGoods(files.goods);
    goods.schedule("us");
    goods.schedule("cn");
  }),
  40,
);
const fresh = `import{readFileSync}from"node:fs";import{openGoods,openLaw}from"./packages/node/dist/pack/open.js";const l=readFileSync("build/law.pack"),g=readFileSync("build/goods.pack");const t=performance.now();openLaw(l);const o=openGoods(g);o.schedule("us");o.schedule("cn");console.log(performance.now()-t)`;
put(
  "opening both packs, first time in a process",
  "ms",
  Array.from({ length: 11 }, () => Number(spawnSync(process.execPath, ["--input-type=module", "-e", fresh], { cwd: root }).stdout)),
  40,
);

const regime = await openRegime();
const known = parseKnown("2026-10-10").at;
put(
  "full fold",
  "ms",
  timed(25, () => fold(regime.law.instruments, known)),
  150,
);

const desks = new Desks(regime);
const us = regime.goods
  .schedule("us")
  .leaves("")
  .filter((c) => c.length === 10 && c < "98");
const cn = regime.goods
  .schedule("cn")
  .leaves("")
  .filter((c) => c.length >= 8);
const days = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2025, 0, 5 + i * 10)).toISOString().slice(0, 10));
/** Answers per second over `count` questions, in five parts after one unmeasured. */
function rate(codes, from, count) {
  const part = (offset) => {
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      const n = (i * 7919 + offset) % codes.length;
      desks.duty({ code: codes[n], from, on: days[(i * 31) % days.length], value: "10000" }, known, known, []);
    }
    return (count / (performance.now() - start)) * 1000;
  };
  part(0);
  part(1);
  return [2, 3, 4, 5, 6].map(part);
}
const step = (list, n) => list.filter((_, i) => i % Math.ceil(list.length / n) === 0);
put("duty with full breakdown, CN to US, 400 lines on 60 days", "answers/s", rate(step(us, 400), "CN", 60_000), 100_000, false);
put("duty with full breakdown, US to CN, 400 lines on 60 days", "answers/s", rate(step(cn, 400), "US", 60_000), 100_000, false);
put("duty with full breakdown, CN to US, every line of the tariff", "answers/s", rate(us, "CN", 20_000));

benchControls(put, root, regime);
benchOwnership(put);
await benchHttp(put, root);
if (!process.argv.includes("--quick")) await benchMixed(put, root);
benchOutlook(put, root, desks, known, us);
const made = await benchBulk(put, desks.desk(known, []), known);
if (!process.argv.includes("--quick")) await benchFiles(put, desks, known, made);

const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, node ${process.version}`;
if (process.argv.includes("--json")) console.log(JSON.stringify({ machine, rows }));
else {
  console.log(machine);
  for (const r of rows)
    console.log(
      `${r.what.padEnd(62)} ${String(r.median).padStart(10)} ${r.unit.padEnd(10)} p95 ${String(r.p95).padStart(10)}   ${r.limit === undefined ? "" : `${r.kept ? "within" : "OUTSIDE"} ${r.limit}`}`,
    );
}
