// US section 232 metals annexes from 6 April 2026 (Proclamations 11021 and 11032).
import { readFacts, trustWord, writeList } from "./goods-lib.mjs";

const CHANGE = "2026-06-08";
const annexes = {
  "1a": "s232-metals-1a",
  "1b": "s232-metals-1b",
  "1c": "s232-metals-1c",
  2: "s232-metals-out",
  3: "s232-metals-3",
};
const titles = {
  "1a": "Metals annex I-A (articles of steel, aluminum and copper, and derivatives)",
  "1b": "Metals annex I-B (derivatives at the middle rate)",
  "1c": "Metals annex I-C, added by Proclamation 11032",
  2: "Metals annex II: goods removed from the metals duties",
  3: "Metals annex III (derivatives under the floor)",
};
const table = readFacts("us/s232_metals_annex.csv", "hts_prefix", "annex", "metal_type", "effective_date", "trust");
const extra = readFacts("us/s232_metals_annex_twt_only.csv", "hts_prefix", "annex");

// The parse calls the aluminum headings of chapter 76 steel.
const ALUMINUM = /^(760[1456789]|76169951[67]0)/;
// One row per code, annex and day: two metals of one code are joined.
const merged = new Map();
for (const r of table) {
  const key = `${r.annex}|${r.hts_prefix}|${r.effective_date}`;
  const old = merged.get(key);
  const row = {
    annex: r.annex,
    code: r.hts_prefix,
    metal: ALUMINUM.test(r.hts_prefix) ? "aluminum" : r.metal_type,
    from: r.effective_date,
    trust: trustWord(r.trust),
  };
  if (old && old.trust !== row.trust) throw new Error(`${key}: two trusts`);
  merged.set(key, old ? { ...old, metal: [old.metal, row.metal].sort().join("|") } : row);
}
let rows = [...merged.values()];

// Proclamation 11032 replaces what the same or a longer code had before.
const changed = rows.filter((r) => r.from === CHANGE);
const replaced = (r) => r.from < CHANGE && changed.some((c) => r.code.startsWith(c.code));
rows = rows.map((r) => (replaced(r) ? { ...r, until: CHANGE } : r));
for (const r of extra) rows.push({ annex: r.annex, code: r.hts_prefix, from: "2026-04-06", inferred: "1", trust: "low" });

// A longer code on another annex is carved out of the shorter code's annex for the days it stands there.
const meets = (a, b) => (!a.until || a.until > b.from) && (!b.until || b.until > a.from);
const carved = [];
for (const r of rows) {
  const shorter = rows.filter((s) => s.annex !== r.annex && s.code.length < r.code.length && r.code.startsWith(s.code));
  for (const annex of new Set(shorter.filter((s) => meets(s, r)).map((s) => s.annex))) {
    if (rows.some((o) => o.annex === annex && o.code === r.code && meets(o, r))) throw new Error(`${r.code}: on annexes ${r.annex} and ${annex} at once`);
    const before = carved.find((c) => c.annex === annex && c.code === r.code);
    if (before?.until && before.until === r.from) before.until = r.until;
    else if (before && before.from === r.until) before.from = r.from;
    else carved.push({ annex, code: r.code, in: "0", from: r.from, until: r.until });
  }
}

for (const [annex, id] of Object.entries(annexes)) {
  const list = [...rows, ...carved].filter((r) => r.annex === annex).map(({ annex: _, ...r }) => r);
  writeList(`us/${id}`, list, {
    title: titles[annex],
    issuer: "President of the United States",
    completeness: "partial",
    confidence: "partial",
    trust: "medium",
    sources: [
      { publisher: "The White House", title: "Proclamation 11021", date: "2026-04-02" },
      { publisher: "The White House", title: "Proclamation 11032", date: "2026-06-01" },
      { publisher: "The Budget Lab at Yale", title: "tariff-rate-tracker, parse of the annexes" },
      { publisher: "Trade War Tracker", title: "trade-war-redux-2025, annex lists" },
    ],
    note: "Rows of Proclamation 11032 replace earlier rows of the same or a longer code from 2026-06-08; a longer code of another annex is carved out of a shorter one. Rows of low trust rest on one parse.",
  });
}
