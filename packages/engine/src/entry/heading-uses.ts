import type { Goods } from "../goods/index.js";
import type { Regime, Terms, Timeline } from "../law/index.js";
import type { Instant } from "../time/index.js";

/** What the law uses a chapter 99 heading for. */
export interface HeadingUse {
  /** The measure or exception that names it. */
  readonly id: string;
  readonly relieves: boolean;
  readonly terms: Terms;
  /** The lists of goods that are filed under it. */
  readonly lists: readonly string[];
}
/** Relief for goods under way that has no heading of its own: its goods file the heading of the baseline instead of the one that they are spared. */
export interface Detour {
  readonly before: Instant;
  readonly spared: string;
  readonly instead: string;
}
/** Every chapter 99 heading that a regime names, by its digits. */
export interface HeadingUses {
  readonly uses: ReadonlyMap<string, readonly HeadingUse[]>;
  readonly detours: readonly Detour[];
  readonly goods: Goods;
}

const made = new WeakMap<Regime, HeadingUses>();

/** The headings of a regime, each with what it is for; made once. */
export function headingUsesOf(regime: Regime, goods: Goods): HeadingUses {
  const hit = made.get(regime);
  if (hit !== undefined) return hit;
  const uses = new Map<string, HeadingUse[]>();
  for (const t of regime.timelines.values()) if (t.id.startsWith("us/") && (t.sort === "duty" || t.sort === "exception")) collect(t, goods, uses);
  for (const d of regime.displacements) {
    const terms = termsOf(regime, d.act.measures[0] as string);
    if (d.act.heading !== undefined && terms !== undefined) put(uses, d.act.heading, { id: `${d.act.measures[0]}/displaced`, relieves: true, terms: { ...terms, goods: "all" }, lists: [] });
  }
  const out = { uses, detours: detours(regime), goods };
  made.set(regime, out);
  return out;
}

const termsOf = (regime: Regime, id: string): Terms | undefined => regime.timelines.get(id)?.states.findLast((s) => s.terms !== undefined)?.terms;

function collect(t: Timeline, goods: Goods, out: Map<string, HeadingUse[]>): void {
  const base = { id: t.id, relieves: t.sort === "exception" };
  for (const { terms } of t.states) {
    if (terms === undefined) continue;
    const steps = terms.goods === "all" ? [] : terms.goods.steps;
    const plain = steps.flatMap((s) => (s.list === undefined || s.heading !== undefined ? [] : [s.list]));
    for (const h of [terms.heading, ...Object.values(terms.headings ?? {})]) if (h !== undefined) put(out, h, { ...base, terms, lists: plain });
    for (const s of steps) {
      const lists = s.list === undefined ? [] : [s.list];
      if (s.heading !== undefined) put(out, s.heading, { ...base, terms, lists });
      for (const id of lists) for (const h of goods.list(id).headings()) put(out, h, { ...base, terms, lists });
    }
  }
}

function put(out: Map<string, HeadingUse[]>, heading: string, use: HeadingUse): void {
  const key = digits(heading);
  const own = out.get(key) ?? [];
  const same = own.findIndex((u) => u.id === use.id && u.terms === use.terms);
  if (same < 0) out.set(key, [...own, use]);
  else own[same] = { ...use, lists: [...new Set([...(own[same] as HeadingUse).lists, ...use.lists])] };
}

function detours(regime: Regime): Detour[] {
  const out: Detour[] = [];
  for (const t of regime.timelines.values())
    for (const { terms } of t.sort === "exception" ? t.states : []) {
      if (terms?.transit === undefined || terms.heading !== undefined) continue;
      const spared = t.of[0] as string;
      const baseline = regime.displacements.find((d) => d.act.byMeasures.includes(spared))?.act.measures[0];
      const [from, to] = [termsOf(regime, spared)?.heading, baseline === undefined ? undefined : termsOf(regime, baseline)?.heading];
      if (from !== undefined && to !== undefined) out.push({ before: terms.transit.before, spared: digits(from), instead: digits(to) });
    }
  return out;
}

/** HeadingUses that say why a duty on metals is not due, and that no list names. */
const METAL_RELIEF = ["99038201", "99038203", "99038211"];

/** Whether a heading only ever relieves: nothing is paid under it. Undefined for one that the regime does not name. */
export function relievesOnly(headings: HeadingUses, code: string): boolean | undefined {
  if (METAL_RELIEF.includes(code)) return true;
  const uses = headings.uses.get(code);
  return uses === undefined ? undefined : uses.every((u) => u.relieves);
}

/** The digits of a tariff number. @example digits("9903.88.03") //=> "99038803" */
export const digits = (code: string): string => code.replaceAll(".", "");

/** Places in the order of headings, by their beginnings. Source: CSMS 64018403 and 69668138. */
const SLOTS: readonly (readonly [string, number])[] = [
  ["98", 0],
  ["990388", 1],
  ["990391", 1],
  ["990392", 1],
  ["990305", 2],
  ["990301", 3],
  ["990302", 3],
  ["990303", 3],
  ["9903", 4],
  ["", 9],
];

/**
 * Where a number stands in customs' order: chapter 98, Section 301, its forced-labor action, IEEPA or Section 122, Section 232 or 201, chapters 1 to 97.
 * @example slotOf("99038803") //=> 1
 */
export function slotOf(code: string): number {
  return (SLOTS.find(([begin]) => code.startsWith(begin)) as readonly [string, number])[1];
}
