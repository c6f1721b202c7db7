import { InputError } from "@truce/engine/desk";
import { moneyOf, OPEN, type TableName } from "@truce/engine/portfolio";
import type { Run } from "../protocol.js";
import { dayText, keyOf, ORIGINS } from "./group-lines.js";
import type { Pricing } from "./pricing.js";
import { Pace } from "./source.js";

/** What a table of lines can be sorted by. */
export const SORTS = ["row", "code", "on", "value", "base", "additional", "duty", "change"] as const;
export type Sort = (typeof SORTS)[number];
/** Which lines, in which order. */
export interface LinesAsked {
  readonly sort: Sort;
  readonly down: boolean;
  /** The scenario by whose amounts it is sorted. */
  readonly scenario: string;
  readonly by?: TableName;
  readonly key?: string;
  readonly side?: "us" | "cn";
  readonly outcome?: string;
  /** Part of a code, reference, SKU or supplier. */
  readonly text?: string;
}
/** One line of the table. Money as decimal text in the side's currency; null where it is open. */
export interface LineShown {
  readonly row: number;
  readonly ref: string | null;
  readonly sku: string | null;
  readonly supplier: string | null;
  readonly code: string;
  readonly origin: string;
  readonly side: "us" | "cn";
  readonly on: string;
  readonly value: string;
  readonly scenarios: readonly {
    readonly scenario: string;
    readonly outcome: string;
    readonly base: string | null;
    readonly additional: string | null;
    readonly duty: string | null;
    readonly why: string | null;
  }[];
}
const BATCH = 20_000;
/** Open amounts stand at the end, whichever way the table is sorted. */
const LAST = Number.NEGATIVE_INFINITY;

/** The numbers of the lines that are asked for, in their order. */
export async function order(p: Pricing, q: LinesAsked, run: Run): Promise<Uint32Array> {
  const s = p.scenarios.findIndex((x) => x.id === q.scenario);
  if (s < 0) throw new InputError("unknown-scenario", `there is no scenario "${q.scenario}" among those that are shown`, "choose one that is", "scenario");
  const { store } = p;
  const pace = new Pace(run, "lines");
  const found = new Uint32Array(store.length);
  const keys = new Float64Array(store.length);
  const key = keyFor(p, q, s);
  let n = 0;
  for (let i = 0; i < store.length; i++) {
    if (matches(p, i, q, s)) {
      found[n++] = i;
      keys[i] = key(i);
    }
    if (i % BATCH > 0) continue;
    pace.lines = i;
    await pace.step(i / store.length);
  }
  const out = found.subarray(0, n);
  // Rows stand in the order of the file already.
  if (q.sort === "row") return q.down ? out.reverse() : out;
  return out.sort((a, b) => {
    const [x, y] = [keys[a] as number, keys[b] as number];
    if (x === y) return a - b;
    if (x === LAST || y === LAST) return x === LAST ? 1 : -1;
    return q.down ? y - x : x - y;
  });
}

function keyFor(p: Pricing, q: LinesAsked, s: number): (i: number) => number {
  const open = (n: number): number => (n === OPEN ? LAST : n);
  const { store } = p;
  switch (q.sort) {
    case "row":
      return (i) => i;
    case "code":
      return (i) => Number(p.code(i).padEnd(10, "0"));
    case "on":
      return (i) => {
        const when = store.when.items[i] as number;
        return when < 0 ? (-when - 1) * 1440 + 720 : when;
      };
    case "value":
      return (i) => store.cents.items[i] as number;
    case "base":
      return (i) => open(p.base(i, s));
    case "additional":
      return (i) => open(p.additional(i, s));
    case "duty":
      return (i) => open(p.duty(i, s));
    case "change":
      return (i) => {
        const [before, after] = [p.additional(i, 0), p.additional(i, s)];
        return before === OPEN || after === OPEN ? LAST : after - before;
      };
    default:
      return q.sort satisfies never;
  }
}

function matches(p: Pricing, i: number, q: LinesAsked, s: number): boolean {
  if (q.side !== undefined && (q.side === "us") !== (p.store.side(i) === 0)) return false;
  if (q.outcome !== undefined && p.outcome(i, s) !== q.outcome) return false;
  if (q.by !== undefined && (keyOf(p, i, q.by) ?? "") !== (q.key ?? "")) return false;
  if (q.text === undefined) return true;
  const text = q.text.toLowerCase();
  const { named } = p.store;
  return p.code(i).startsWith(text.replace(/[.\s-]/g, "") || "\u0000") || [named.ref, named.sku, named.supplier].some((t) => t?.at(i).toLowerCase().includes(text) === true);
}

const money = (cents: number): string | null => (cents === OPEN ? null : moneyOf(cents));

/** A line as the table shows it. */
export function lineShown(p: Pricing, i: number): LineShown {
  const { store } = p;
  const refusal = p.of(i) === undefined ? p.refusal(i) : undefined;
  return {
    row: store.row.items[i] as number,
    ref: store.named.ref?.at(i) || null,
    sku: store.named.sku?.at(i) || null,
    supplier: store.named.supplier?.at(i) || null,
    code: p.code(i),
    origin: ORIGINS[store.origin(i)] as string,
    side: store.side(i) === 0 ? "us" : "cn",
    on: dayText(store.when.items[i] as number),
    value: moneyOf(store.cents.items[i]),
    scenarios: p.scenarios.map((x, s) => {
      const cell = p.of(i)?.cells[s];
      return {
        scenario: x.id,
        outcome: p.outcome(i, s),
        base: money(p.base(i, s)),
        additional: money(p.additional(i, s)),
        duty: money(p.duty(i, s)),
        why: refusal === undefined ? (cell?.outcome === "settled" ? null : (cell?.why ?? null)) : refusal.reason,
      };
    }),
  };
}
