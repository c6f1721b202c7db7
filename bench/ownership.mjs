// Ownership: 100,000 firms and some 200,000 stakes compiled, captured and judged; what they take in memory; files of them read.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge, ownerGraph, reach } from "@truce/engine/controls";
import { readOwners } from "../packages/node/dist/screen/read-owners.js";

const NOW = (Date.UTC(2025, 9, 25) / 60_000) | 0;
const FIRMS = 100_000;

function random(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
}

/** Two or three owners for each firm; one in ten stakes is a band, one in twenty of unknown size, some are branches or held through others. */
function stakes(seed) {
  const next = random(seed);
  const out = [];
  for (let x = 0; x < FIRMS; x++) {
    let left = 100;
    for (let k = 0; k < 3 && left > 5; k++) {
      const size = 1 + Math.floor(next() * (left - 1));
      const owner = Math.floor(next() * FIRMS);
      left -= size;
      if (owner === x || next() < 0.15) continue;
      const odd = next();
      const [low, high] = odd < 0.05 ? [0, 100] : odd < 0.15 ? [size, Math.min(100, size + 25)] : [size, size];
      const kind = odd > 0.995 ? "branch" : odd > 0.99 ? "indirect" : odd > 0.96 ? "votes" : "shares";
      out.push({ owner: `f${owner}`, owned: `f${x}`, low: low * 10_000, high: high * 10_000, ...(high > low && high < 100 ? { highOpen: true } : {}), kind, source: "" });
    }
  }
  return out;
}
const rule = { id: "us/affiliates", seeds: [{ list: "EL" }], threshold: 500_000, sums: "yes", repeats: "yes", home: "US" };
const cautious = { ...rule, id: "cn/announcement-61", sums: "unsettled", repeats: "unsettled" };
const timed = (n, run) =>
  Array.from({ length: n }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });

/** @param put takes what, unit, values, limit, atMost */
export function benchOwnership(put) {
  const all = stakes(42);
  const what = `${FIRMS.toLocaleString("en")} firms, ${all.length.toLocaleString("en")} stakes`;
  const listedOf = (g) => new Map(Array.from({ length: 2000 }, (_, i) => [g.place.get(`f${i * 50}`) ?? 0, [{ list: "EL" }]]));
  put(
    `ownership, ${what}: compiled, lower and upper run`,
    "ms",
    timed(7, () => {
      const g = ownerGraph(all, [], NOW);
      reach(rule, g, listedOf(g));
    }),
    300,
  );
  const g = ownerGraph(all, [], NOW);
  const listed = listedOf(g);
  put(
    "ownership: lower and upper run alone",
    "ms",
    timed(11, () => reach(rule, g, listed)),
  );
  put(
    "ownership: four runs of a rule that leaves limbs open",
    "ms",
    timed(11, () => reach(cautious, g, listed)),
  );
  const r = reach(rule, g, listed);
  const from = performance.now();
  const said = new Map();
  for (let x = 0; x < g.size; x++) {
    const { owned } = judge(r, x);
    said.set(owned, (said.get(owned) ?? 0) + 1);
  }
  put("ownership: every firm judged, with witness and what calls for care", "firms/s", [g.size / ((performance.now() - from) / 1000)], 100_000, false);
  put("ownership: arrays of the graph and of two captures", "MB", [bytes(g, r.sure, r.most) / 1e6], 50);
  put("ownership: firms that are caught, or may be", "firms", [(said.get("restricted") ?? 0) + (said.get("red-flag") ?? 0)]);
  files(put, all);
}

/** Typed arrays of some objects, each counted once. */
function bytes(...objects) {
  const seen = new Set();
  for (const o of objects) for (const v of Object.values(o)) if (ArrayBuffer.isView(v)) seen.add(v);
  return [...seen].reduce((sum, v) => sum + v.byteLength, 0);
}

function files(put, all) {
  const dir = mkdtempSync(join(tmpdir(), "truce-bench-own-"));
  try {
    const csv = join(dir, "owners.csv");
    writeFileSync(csv, ["owner,owned,min,max,kind", ...all.map((s) => `${s.owner},${s.owned},${s.low / 10_000},${s.high / 10_000},${s.kind}`)].join("\n"));
    const rows = (read) => timed(3, read).map((ms) => all.length / (ms / 1000));
    put(
      "ownership: CSV read",
      "rows/s",
      rows(() => readOwners(csv, NOW)),
      30_000,
      false,
    );
    const json = join(dir, "owners.json");
    const made = { recordStatus: "new", statementDate: "2020-01-01" };
    const firms = Array.from({ length: FIRMS }, (_, i) => ({ ...made, recordType: "entity", recordId: `f${i}`, recordDetails: { name: `Firm ${i}` } }));
    const links = all.map((s, i) => ({
      ...made,
      recordType: "relationship",
      recordId: `r${i}`,
      recordDetails: { subject: s.owned, interestedParty: s.owner, interests: [{ type: "shareholding", directOrIndirect: "direct", share: { minimum: s.low / 10_000, maximum: s.high / 10_000 } }] },
    }));
    writeFileSync(json, JSON.stringify([...firms, ...links]));
    put(
      "ownership: BODS read",
      "relationships/s",
      rows(() => readOwners(json, NOW)),
      30_000,
      false,
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
