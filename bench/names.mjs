// Names over the lists that are shipped: the index, one name and many, one wrong letter, the labelled pairs, and names that no list holds.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildNameIndex, fold, matchMany, matchNames, POSSIBLE, STRONG } from "@truce/engine/controls/names";
import { packedIndex } from "@truce/engine/controls/screen";
import { parse } from "csv-parse/sync";

/** A number below one, the same for the same seed. */
function random(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
}
const own = (id, name, type) => ({ id, names: [{ text: name, kind: "name" }], type, countries: [], addresses: [], identifiers: [], listing: { list: "EL" } });

/** @param put takes what, unit, values, limit, atMost */
export function benchNames(put, root, regime) {
  const parties = regime.copies.flatMap((c) => c.parties);
  const builds = Array.from({ length: 5 }, () => {
    const from = performance.now();
    buildNameIndex(parties);
    return performance.now() - from;
  });
  put(`names of ${parties.length} parties, index built`, "ms", builds);
  const opened = Array.from({ length: 5 }, () => {
    const from = performance.now();
    packedIndex(regime.names, regime.copies);
    return performance.now() - from;
  });
  put("the same index, made before and opened", "ms", opened);
  const index = buildNameIndex(parties);
  const next = random(7);
  const [times, hits] = [[], { tried: 0, found: 0 }];
  while (hits.tried < 3000) {
    const name = parties[Math.floor(next() * parties.length)].names[0].text;
    if (name.length < 4 || name.length > 200) continue;
    const wrong = misspelt(name, next);
    try {
      fold(wrong);
    } catch {
      continue;
    }
    const from = performance.now();
    const { matches } = matchNames(index, { name: wrong }, { limit: 25, threshold: 0 });
    times.push(performance.now() - from);
    hits.tried++;
    if (matches.some((m) => parties[m.party].names.some((n) => n.text === name))) hits.found++;
  }
  const sorted = [...times].sort((a, b) => a - b);
  put("one name against all, half of the queries", "ms", times, 3);
  put("one name against all, 99 of 100", "ms", [sorted[Math.floor(sorted.length * 0.99)]], 15);
  put("queries a second, one core", "/s", [(1000 * times.length) / times.reduce((a, b) => a + b, 0)], 200, false);
  put("one wrong letter, found among 25", "%", [(100 * hits.found) / hits.tried], 99, false);
  put("memory of a program with lists, index and 500 names asked", "MB", [memory(root)], 250);
  const many = Array.from({ length: 2000 }, () => ({ name: misspelt(parties[Math.floor(next() * parties.length)].names[0].text.slice(0, 200), next) }));
  const from = performance.now();
  matchMany(index, many, { limit: 5 });
  put("2,000 names at once", "names/s", [(1000 * many.length) / (performance.now() - from)], 200, false);
  others(put, root, index);
  pairs(put, root, parties);
}

/** Memory of a fresh process that opens the packs and asks 500 names. */
function memory(root) {
  const at = (path) => JSON.stringify(pathToFileURL(join(root, path)).href);
  const program = `
    const { openRegime } = await import(${at("packages/node/dist/grounds/open.js")});
    const { packedIndex } = await import(${at("packages/engine/dist/controls/screen/index.js")});
    const { matchNames } = await import(${at("packages/engine/dist/controls/names/index.js")});
    const regime = await openRegime();
    const index = packedIndex(regime.names, regime.copies);
    for (let i = 0; i < 500; i++) matchNames(index, { name: index.parties[i * 20].names[0].text.slice(0, 200) });
    console.log(process.memoryUsage().rss / 1e6);`;
  const done = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return Number(done.stdout);
}

/** Well-known firms and usual names of persons that no list holds: how many of them are shown, and how many taken for a listed party. */
function others(put, root, index) {
  const rows = parse(readFileSync(join(root, "test/names/others.csv"), "utf8"), { columns: true });
  const best = rows.map((r) => matchNames(index, r, { limit: 1 }).matches[0]?.score ?? 0);
  put("names that no list holds, shown as possible", "%", [(100 * best.filter((s) => s >= POSSIBLE).length) / rows.length], 15);
  put("names that no list holds, taken for a listed party", "%", [(100 * best.filter((s) => s >= STRONG).length) / rows.length], 2);
}

function misspelt(name, next) {
  const at = Math.floor(next() * (name.length - 1));
  const letter = "abcdefghijklmnopqrstuvwxyz"[Math.floor(next() * 26)];
  const ways = [
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + letter + name.slice(at),
    name.slice(0, at) + letter + name.slice(at + 1),
    name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
  ];
  return ways[Math.floor(next() * 4)];
}

/** F1 at the mark that is shipped, by group, and in the half that was kept back. */
function pairs(put, root, parties) {
  const rows = parse(readFileSync(join(root, "test/names/pairs.csv"), "utf8"), { columns: true });
  const type = (r) => (r.group === "person" ? "person" : "organisation");
  const index = buildNameIndex([...parties, ...rows.map((r, i) => own(`pair:${i}`, r.candidate, type(r)))]);
  const scored = rows.map((r, i) => ({ ...r, score: matchNames(index, { name: r.query, type: type(r) }, { threshold: 0, limit: 1, keep: (p) => p.id === `pair:${i}` }).matches[0]?.score ?? 0 }));
  const f1 = (of) => {
    const [yes, hit] = [(s) => s.strength === "strong" || s.strength === "medium", (s) => s.score >= POSSIBLE];
    const [tp, all] = [of.filter((s) => yes(s) && hit(s)).length, of.filter((s) => yes(s)).length + of.filter((s) => hit(s)).length];
    return (200 * tp) / all;
  };
  for (const g of ["latin", "person", "chinese", "abbreviation"]) put(`F1 on labelled pairs: ${g}`, "%", [f1(scored.filter((s) => s.group === g))], g === "abbreviation" ? 77 : 85, false);
  put("F1 on labelled pairs: organisations, the half kept back", "%", [f1(scored.filter((s) => s.split === "test" && s.group !== "person"))], 85, false);
  put("F1 on labelled pairs: the half kept back", "%", [f1(scored.filter((s) => s.split === "test"))], 85, false);
  for (const s of ["strong", "medium", "weak", "strong-non"]) {
    const of = scored.filter((x) => x.strength === s);
    put(`mean score of pairs: ${s}`, "%", [(100 * of.reduce((n, x) => n + x.score, 0)) / of.length]);
  }
}
