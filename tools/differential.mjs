// Prices random lines by the interpreter and by the book and compares them to the cent.
//   npm run differential -- --lines 1000000 --seed 1
import { fileURLToPath } from "node:url";
import { amounts, ASK_CELL, compileBook, ORIGINS, priceLine, tablesOf } from "@truce/engine/book";
import { parseCents, QuestionError, showCents, showPercent, zoneOf } from "@truce/engine/duty";
import { instant, parseKnown, parseOn, toUtc } from "@truce/engine/time";
import { Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";

/** What was known, and supposed, in turn. */
export const STATES = [
  { known: "2026-10-10", suppose: [] },
  { known: "2025-10-25", suppose: [] },
  { known: "2026-10-10", suppose: ["truce-lapses"] },
  { known: "2019-08-15", suppose: [] },
  { known: "2026-02-20T20:00:00Z", suppose: [] },
  { known: "2025-04-09", suppose: [] },
  { known: "2025-10-25", suppose: ["us/threat-2025-10-10-100pct"] },
];
const UNITS = ["kg", "t", "liter", "doz", "1000", "m2", "USD case", "pcs"];

/** A source of numbers that is the same for the same seed. */
function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, pick: (list) => list[Math.floor(next() * list.length)], chance: (p) => next() < p, int: (n) => Math.floor(next() * n) };
}

/** The values that each fact is tried with. */
function valuesOf(fact, r) {
  if (fact.choices !== undefined) return r.pick(fact.choices);
  switch (fact.kind) {
    case "percent":
      return r.pick(["0", "0.0001", "10", "12.5", "15", "20", "33.3333", "40", "99.9999", "100"]);
    case "when":
      return r.pick(["2018-07-01", "2019-05-09", "2025-02-01", "2025-04-04", "2025-04-08T23:59:00-04:00", "2025-05-14", "2026-02-23", "2026-07-23"]);
    case "country":
      return r.pick(["US", "CN", "RU", "CA", "GB"]);
    case "heading":
      return r.pick(["9903.88.69", "9903.88.70", "9903.01.32", "9903.01.34", "9903.88.69,9903.88.70", "9903.82.03"]);
    case "provision":
      return r.pick(["9802.00.60", "9802.00.80", "9802.00.50", "9801.00.10", "9813.00.05"]);
    case "word":
      return r.pick(["A", "KR", "B", "C"]);
    default:
      return r.pick(["0", "10"]);
  }
}

function lineOf(r, side, codes, edges, facts, named) {
  const zone = zoneOf(side);
  const edge = r.pick(edges) + r.int(3) - 1;
  const any = Math.floor(Date.UTC(2017, 11, 30) / 60_000) + r.int(Math.floor((Date.UTC(2028, 0, 1) - Date.UTC(2017, 11, 30)) / 60_000));
  const minute = r.chance(0.5) ? edge : any;
  const on = r.chance(0.4) ? toUtc(instant(Math.max(minute, Date.UTC(2016, 0, 1) / 60_000))).slice(0, 10) : toUtc(instant(Math.max(minute, Date.UTC(2016, 0, 1) / 60_000)));
  const given = {};
  if (r.chance(0.5))
    for (let n = r.int(4); n >= 0; n--) {
      const f = r.pick(facts);
      if (["entered-bond", "withdrawn", "zone-admitted"].includes(f.name) && r.chance(0.7)) continue;
      given[f.name] = valuesOf(f, r);
    }
  if (r.chance(0.1)) given[r.pick(named)] = r.pick(["in", "out", "10"]);
  const cents = r.chance(0.1) ? r.int(1e12) : r.chance(0.1) ? r.int(100) : r.int(1e8);
  return {
    code: r.pick(codes),
    from: r.pick(ORIGINS[side]),
    to: side.toUpperCase(),
    on,
    at: parseOn(on, zone).at,
    value: showCents(cents),
    facts: given,
    quantity: r.chance(0.2) ? [{ amount: r.pick(["1", "120.5", "0.0001", "99999"]), unit: r.pick(UNITS) }, ...(r.chance(0.3) ? [{ amount: "96.5", unit: "degree" }] : [])] : [],
    rounding: side === "us" && r.chance(0.3) ? "entry-7501" : "cents",
  };
}

const said = (parts) => parts.map((p) => `${p.measure} ${p.heading} ${p.percent} ${p.basis} ${p.amount} ${p.owed} ${p.collected} ${p.refundable} ${p.kind} ${p.instruments.join()}`).join("; ");
const cents = (n) => (n === undefined ? null : showCents(n));

function byBook(book, q) {
  const cell = book.cell(book.cellOf(book.place(q.code), q.from, q.at, book.circumstance(q.facts)));
  if (cell.outcome === "not-covered") return { outcome: cell.outcome };
  const p = priceLine(cell, parseCents(q.value), q.quantity, q.rounding);
  const open = cell.outcome === "needs-facts";
  return {
    outcome: cell.outcome,
    base: cents(p.base),
    additional: cents(p.additional),
    parts: said(cell.parts.map((x, k) => ({ ...x, percent: showPercent(x.percent), basis: cents(p.parts[k].basis), amount: cents(p.parts[k].amount) }))),
    range: open ? [showPercent(cell.min), cell.max === undefined ? null : showPercent(cell.max)] : null,
    missing: cell.missing.map((m) => `${m.fact} ${showPercent(m.min)} ${m.max === undefined ? null : showPercent(m.max)} ${m.choices.join()}`).join("; "),
    ordinary: cell.base?.rate.text ?? null,
  };
}

function byInterpreter(desk, q, known) {
  const a = desk.answer({ code: q.code, from: q.from, to: q.to, on: q.on, value: q.value, facts: q.facts, quantity: q.quantity, rounding: q.rounding, brief: true }, { known, now: known });
  if (a.outcome === "not-covered") return { outcome: a.outcome };
  return {
    outcome: a.outcome,
    base: a.amount.base,
    additional: a.amount.additional,
    parts: said(a.components),
    range: a.range === null ? null : [a.range.percentMin, a.range.percentMax],
    missing: a.missing.map((m) => `${m.fact} ${m.range.percentMin} ${m.range.percentMax} ${m.choices.join()}`).join("; "),
    ordinary: a.base?.text ?? null,
  };
}

const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    if (e instanceof QuestionError) return { error: e.code };
    throw e;
  }
};

/**
 * Compares interpreter and book, and the kernel's arrays for lines without facts, over random lines of both directions.
 * @returns how many lines were compared, by outcome, and the first that differ
 */
export async function differential({ lines, seed = 1, states = STATES, progress = () => undefined }) {
  const regime = await openRegime();
  const desks = new Desks(regime);
  const counts = { lines: 0, error: 0, kernel: 0 };
  const differ = [];
  const share = Math.ceil(lines / (states.length * 2));
  for (const [turn, state] of states.entries()) {
    const known = parseKnown(state.known).at;
    const desk = desks.desk(known, await suppositions(state.suppose, regime));
    for (const side of ["us", "cn"]) {
      const r = random(seed * 1000 + turn * 10 + (side === "us" ? 1 : 2));
      const book = compileBook(desk.grounds, known, side);
      const leaves = regime.goods.schedule(side).leaves("");
      const codes = [...leaves, ...leaves, ...new Set(leaves.map((c) => c.slice(0, 8))), ...new Set(leaves.map((c) => c.slice(0, 6)))];
      const facts = [...regime.goods.facts.values()];
      const named = book.measures;
      const plain = [];
      for (let i = 0; i < share; i++) {
        const q = lineOf(r, side, codes, book.edges, facts, named);
        const theirs = attempt(() => byInterpreter(desk, q, known));
        const ours = attempt(() => byBook(book, q));
        counts.lines++;
        const kind = theirs.error === undefined ? theirs.outcome : "error";
        counts[kind] = (counts[kind] ?? 0) + 1;
        if (JSON.stringify(theirs) !== JSON.stringify(ours) && differ.length < 20) differ.push({ known: state.known, suppose: state.suppose, question: q, theirs, ours });
        if (theirs.error === undefined && ours.error === undefined && Object.keys(q.facts).length === 0 && q.quantity.length === 0 && q.rounding === "cents") plain.push({ q, ours });
        if (i % 2000 === 0) progress(counts.lines, lines);
      }
      counts.kernel += kernel(book, plain, differ, state);
    }
  }
  return { counts, differ };
}

/** The same lines through the kernel's arrays. */
function kernel(book, plain, differ, state) {
  const n = plain.length;
  const lines = { place: new Int32Array(n), origin: new Uint8Array(n), minute: new Int32Array(n), cents: new Float64Array(n) };
  plain.forEach(({ q }, i) => {
    lines.place[i] = book.place(q.code);
    lines.origin[i] = ORIGINS[book.side].indexOf(q.from);
    lines.minute[i] = q.at;
    lines.cents[i] = parseCents(q.value);
  });
  const tables = tablesOf(book);
  const out = { cell: new Int32Array(n), base: new Float64Array(n), amounts: new Float64Array(n * tables.most) };
  amounts(tables, lines, 0, n, out);
  plain.forEach(({ q, ours }, i) => {
    const cell = book.cell(out.cell[i]);
    const parts = cell.parts.map((p, k) => `${p.measure} ${showCents(out.amounts[i * tables.most + k])}`).join("; ");
    const wanted =
      ours.outcome === "not-covered"
        ? ""
        : ours.parts
            .split("; ")
            .filter((x) => x !== "")
            .map((x) => `${x.split(" ")[0]} ${x.split(" ")[4]}`)
            .join("; ");
    const base = out.base[i] === ASK_CELL ? ours.base : out.base[i] < 0 ? null : showCents(out.base[i]);
    if ((cell.outcome !== ours.outcome || parts !== wanted || base !== (ours.base ?? null)) && differ.length < 20)
      differ.push({ known: state.known, suppose: state.suppose, question: q, ours, kernel: { outcome: cell.outcome, base, parts } });
  });
  return n;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = (name, otherwise) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const from = Date.now();
  const progress = (done, all) => process.stderr.isTTY && process.stderr.write(`\r${done} of ${all} lines, ${Math.round((done / Math.max(1, Date.now() - from)) * 1000)} a second`);
  const { counts, differ } = await differential({ lines: flag("lines", 1_000_000), seed: flag("seed", 1), progress });
  console.log(JSON.stringify({ ...counts, seconds: Math.round((Date.now() - from) / 1000), differ: differ.length }));
  for (const d of differ) console.log(JSON.stringify(d));
  process.exit(differ.length === 0 ? 0 : 1);
}
