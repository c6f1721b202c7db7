import { moneyOf, OPEN, Sum, type TableName, type TableRow } from "@truce/engine/portfolio";
import { instant, toUtc } from "@truce/engine/time";
import type { Run } from "../protocol.js";
import type { Pricing } from "./pricing.js";
import { Pace } from "./source.js";

const DAY = 1440;
const BATCH = 20_000;
/** Origins by their numbers. */
export const ORIGINS = ["CN", "HK", "MO", "US", "other"];

/** What a line is grouped by; null where the file does not say it. */
export function keyOf(p: Pricing, i: number, by: TableName): string | null {
  const { store } = p;
  switch (by) {
    case "sku":
    case "supplier":
      return store.named[by]?.at(i) || null;
    case "heading":
      return p.code(i).slice(0, 4);
    case "month":
      return dayText(store.when.items[i] as number).slice(0, 7);
    case "origin":
      return ORIGINS[store.origin(i)] as string;
    default:
      return by satisfies never;
  }
}

/** A day, or a moment in UTC, as text. */
export const dayText = (when: number): string => (when < 0 ? toUtc(instant((-when - 1) * DAY)).slice(0, 10) : toUtc(instant(when)));

class Group {
  lines = 0;
  readonly value = new Sum();
  readonly columns: readonly { readonly additional: Sum; readonly duty: Sum; settled: number; both: number }[];
  constructor(
    readonly key: string | null,
    readonly side: "us" | "cn",
    scenarios: number,
  ) {
    this.columns = Array.from({ length: scenarios }, () => ({ additional: new Sum(), duty: new Sum(), settled: 0, both: 0 }));
  }
}

/**
 * Lines put together by a key: for each side the rows with the most duty, months in their order, and one row for all others, so that the columns add up.
 * @param most how many rows a side has beside the one for all others
 */
export async function groupLines(p: Pricing, by: TableName, most: number, run: Run): Promise<TableRow[]> {
  const groups = new Map<string, Group>();
  const pace = new Pace(run, "lines");
  const scenarios = p.scenarios.length;
  for (let i = 0; i < p.store.length; i++) {
    const c = p.of(i);
    if (c === undefined) continue;
    const key = keyOf(p, i, by);
    const name = `${c.side} ${key === null ? "" : `=${key}`}`;
    let g = groups.get(name);
    if (g === undefined) groups.set(name, (g = new Group(key, c.side, scenarios)));
    add(g, p, i, scenarios);
    if (i % BATCH > 0) continue;
    pace.lines = i;
    await pace.step(i / p.store.length);
  }
  const all = [...groups.values()];
  if (all.every((g) => g.key === null)) return [];
  return (["us", "cn"] as const).flatMap((side) =>
    sideRows(
      p,
      by,
      all.filter((g) => g.side === side),
      most,
    ),
  );
}

function add(g: Group, p: Pricing, i: number, scenarios: number): void {
  g.lines++;
  g.value.add(p.store.cents.items[i] as number);
  for (let s = 0; s < scenarios; s++) {
    const column = g.columns[s] as Group["columns"][number];
    const additional = p.additional(i, s);
    if (additional === OPEN) continue;
    column.settled++;
    column.additional.add(additional);
    const base = p.base(i, s);
    if (base === OPEN) continue;
    column.both++;
    column.duty.add(additional + base);
  }
}

function sideRows(p: Pricing, by: TableName, groups: Group[], most: number): TableRow[] {
  const first = (g: Group): bigint => g.columns[0]?.additional.cents ?? 0n;
  const text = (a: string | null, b: string | null): number => ((a ?? "\uffff") < (b ?? "\uffff") ? -1 : 1);
  const ranked = groups.sort((a, b) => (by === "month" ? text(a.key, b.key) : down(first(a), first(b)) || down(a.value.cents, b.value.cents) || text(a.key, b.key)));
  const shown = by === "month" ? ranked : ranked.slice(0, most);
  const rest = by === "month" ? [] : ranked.slice(most);
  return [...shown.map((g) => rowOf(p, [g], g.key)), ...(rest.length === 0 ? [] : [{ ...rowOf(p, rest, null), others: rest.length }])];
}
const down = (a: bigint, b: bigint): number => (a === b ? 0 : a > b ? -1 : 1);

function rowOf(p: Pricing, groups: readonly Group[], key: string | null): TableRow {
  const sum = (f: (g: Group) => bigint): string => moneyOf(groups.reduce((n, g) => n + f(g), 0n));
  return {
    key,
    side: (groups[0] as Group).side,
    lines: groups.reduce((n, g) => n + g.lines, 0),
    value: sum((g) => g.value.cents),
    scenarios: p.scenarios.map((s, k) => {
      const of = (g: Group): Group["columns"][number] => g.columns[k] as Group["columns"][number];
      return { scenario: s.id, additional: sum((g) => of(g).additional.cents), duty: sum((g) => of(g).duty.cents), open: groups.reduce((n, g) => n + g.lines - of(g).settled, 0) };
    }),
  };
}
