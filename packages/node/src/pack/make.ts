import { deflateRawSync } from "node:zlib";
import { codeKey, deltas, type ListRow, writePack, writeVarints } from "@truce/engine/goods";
import type { Loaded } from "../regime/load.js";
import type { RawList } from "../regime/load-lists.js";
import type { RawSchedule } from "../regime/load-schedules.js";

/** What a program needs to answer: instruments, goods and listed parties, as three packs opened piece by piece. */
export interface Packs {
  readonly law: Uint8Array;
  readonly goods: Uint8Array;
  readonly parties: Uint8Array;
}
const deflate = (raw: Uint8Array): Uint8Array => deflateRawSync(raw, { level: 9 });
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Packs a checked regime. */
export function makePacks(loaded: Loaded): Packs {
  const law = new Map([
    ["law", text(JSON.stringify({ instruments: loaded.instruments, scenarios: loaded.scenarios, horizon: loaded.horizon, first: loaded.first }))],
    ["articles", text(JSON.stringify(loaded.articles))],
    ["ownership", text(JSON.stringify(loaded.ownership ?? null))],
    ["items", text(JSON.stringify(loaded.items ?? null))],
    ["lists", text(JSON.stringify(loaded.parties.kinds))],
    ["refunds", text(JSON.stringify({ refunds: loaded.refunds ?? null, interest: loaded.interest ?? null }))],
  ]);
  const goods = new Map<string, Uint8Array>();
  goods.set("directory", text(JSON.stringify(directory(loaded))));
  goods.set("headings", text(loaded.headings.map((h) => [h["heading"], h["is"] === "relief" ? "r" : "d", h["from"], h["until"], h["begins"], h["ends"]].join(" ")).join("\n")));
  for (const list of loaded.lists) packList(list, goods);
  for (const schedule of loaded.schedules) packSchedule(schedule, goods);
  goods.set("weights", text(JSON.stringify(loaded.weights.map((w) => w.info))));
  for (const w of loaded.weights) {
    goods.set(`weights.${w.info.id}.keys`, writeVarints(deltas(w.codes.map(codeKey))));
    goods.set(`weights.${w.info.id}.values`, writeVarints(w.values));
  }
  if (loaded.weekly !== undefined) goods.set("weekly", text(JSON.stringify(loaded.weekly)));
  goods.set("averages", text(JSON.stringify(loaded.averages)));
  const parties = new Map<string, Uint8Array>([["copies", text(JSON.stringify(loaded.parties.copies.map(({ parties: p, ...about }) => ({ ...about, rows: p.length }))))]]);
  for (const copy of loaded.parties.copies) parties.set(`parties.${copy.id}`, text(JSON.stringify(copy.parties)));
  return { law: writePack(law, deflate), goods: writePack(goods, deflate), parties: writePack(parties, deflate) };
}

function directory(loaded: Loaded): unknown {
  const schedules = loaded.schedules.map((s) => [
    s.name,
    {
      id: s.name === "us.hts" ? "us/hts" : "cn/mfn",
      first: String(s.info["first"] ?? ""),
      last: String(s.info["last"] ?? ""),
      coversTo: String(s.info["covers-to"] ?? ""),
      columns: s.columns,
      source: String(s.info["source"] ?? ""),
    },
  ]);
  const lists = loaded.lists.map((l) => [l.id, { ...l.info, days: [...new Set(l.rows.flatMap((r) => [r.row.from, r.row.until].filter((d) => d !== undefined)))].sort() }]);
  return { lists: Object.fromEntries(lists), schedules: Object.fromEntries(schedules), facts: loaded.facts, concordance: loaded.concordance, fees: loaded.fees };
}

/** A table that gives each distinct value a number, in the order of first use. */
function dictionary<T>(start: T[] = []): { values: T[]; of: (value: T) => number } {
  const values = [...start];
  const places = new Map(values.map((v, i) => [JSON.stringify(v), i]));
  const of = (value: T): number => {
    const key = JSON.stringify(value);
    const at = places.get(key) ?? values.push(value) - 1;
    places.set(key, at);
    return at;
  };
  return { values, of };
}

function packList(list: RawList, out: Map<string, Uint8Array>): void {
  const rows = dictionary<ListRow>();
  const kinds = list.rows.map((r) => rows.of(r.row));
  out.set(`list.${list.id}.keys`, writeVarints(deltas(list.rows.map((r) => codeKey(r.code)))));
  out.set(`list.${list.id}.kinds`, writeVarints(kinds));
  out.set(`list.${list.id}.rows`, text(JSON.stringify(rows.values)));
}

function packSchedule(s: RawSchedule, out: Map<string, Uint8Array>): void {
  const days = dictionary<string>();
  const strings = dictionary<string>([""]);
  out.set(`${s.name}.keys`, writeVarints(deltas(s.rows.map((r) => codeKey(r.code)))));
  out.set(`${s.name}.from`, writeVarints(s.rows.map((r) => days.of(r.from))));
  out.set(`${s.name}.until`, writeVarints(s.rows.map((r) => (r.until === "" ? 0 : days.of(r.until) + 1))));
  s.columns.forEach((c, i) => void out.set(`${s.name}.${c}`, writeVarints(s.rows.map((r) => strings.of(r.rates[i] as string)))));
  out.set(`${s.name}.units`, writeVarints(s.rows.map((r) => strings.of(r.units))));
  out.set(`${s.name}.dictionary`, text(JSON.stringify({ days: days.values, strings: strings.values })));
  const chapters = new Map<string, string[]>();
  for (const r of s.rows) chapters.set(r.code.slice(0, 2), [...(chapters.get(r.code.slice(0, 2)) ?? []), r.text]);
  for (const [chapter, texts] of chapters) out.set(`${s.name}.text.${chapter}`, text(texts.join("\n")));
}
