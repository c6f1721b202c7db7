import { MILLION, showPercent, WEIGHT_EXEMPT } from "../duty/index.js";
import { type Goods, showCode } from "../goods/index.js";
import { type Instant, toUtc } from "../time/index.js";
import type { FiledEntry } from "./filed.js";
import type { Good } from "./good.js";
import { digits, type HeadingUses, type HeadingUse } from "./heading-uses.js";

/** A fact that a filing says of its goods by the headings that it files, and why that is so. */
export interface Implied {
  readonly fact: string;
  readonly value: string;
  readonly heading: string;
  readonly why: string;
}
interface Filing {
  readonly entry: FiledEntry;
  readonly good: Good;
  readonly goods: Goods;
  readonly headings: HeadingUses;
  readonly filed: ReadonlySet<string>;
}
interface Rule {
  readonly why: string;
  readonly read: (use: HeadingUse, heading: string, f: Filing) => readonly (readonly [fact: string, value: string])[];
}

const METALS = ["steel", "aluminum", "copper"];

/** What a filed heading says of the goods. Rates, days and headings are the law's own; a rule only knows how to read them. */
export const IMPLIED: readonly Rule[] = [
  {
    why: "a relief of any kind is claimed by filing its heading",
    read: (u, h) => (u.relieves ? [["claim", h]] : []),
  },
  {
    why: "the heading is open to one use of the goods only, and whoever files it declares that use",
    read: (u) => (u.terms.when === undefined ? [] : [[u.terms.when.fact, u.terms.when.is[0] as string]]),
  },
  {
    why: "relief for goods under way is filed only for goods that were under way in time",
    read: (u) => (u.terms.transit === undefined ? [] : [[u.terms.transit.test ?? "loaded", before(u.terms.transit.before)]]),
  },
  {
    why: "the list gives the heading to goods of one kind only, under this number",
    read: (u, h, f) =>
      u.lists.flatMap((id) =>
        f.goods
          .rowsFor(id, f.good.code)
          .filter((r) => r.fact !== undefined && r.is !== undefined && (r.heading === undefined || r.heading === h))
          .map((r) => [r.fact as string, r.fact === "claim" ? h : ((r.is as readonly string[])[0] as string)] as const),
      ),
  },
  {
    why: "whoever pays a duty whose list is not in hand declares that the goods are on it",
    read: (u, _, f) => (!u.relieves && open(u, f) ? [[u.id, "in"]] : []),
  },
  {
    why: "a duty that spares articles of little metal is paid on articles that hold enough of it",
    read: (u, h, f) => {
      const weight = u.terms.goods === "all" ? undefined : u.terms.goods.steps.find((s) => s.weight !== undefined && (s.heading ?? h) === h)?.weight;
      return weight === undefined || u.relieves || WEIGHT_EXEMPT.includes(f.good.code.slice(0, 2)) ? [] : [["metal-weight", showPercent(weight)]];
    },
  },
];
/** HeadingUses of articles with too little metal, or none: what they say of the weight, in parts per million less than the limit of the law. */
const LIGHT: ReadonlyMap<string, { readonly why: string; readonly under: boolean }> = new Map([
  ["9903.82.01", { why: "the heading is that of articles without any of the metals", under: false }],
  ["9903.82.03", { why: "the heading is that of articles whose metals weigh less than the limit", under: true }],
]);

/** The facts that a filing implies, a fact once: first what its headings say, then what the values of its lines say. */
export function impliedFacts(f: Omit<Filing, "filed">): readonly Implied[] {
  const filed = new Set(f.good.parts.flatMap((p) => p.line.tariffs.map((t) => t.code)));
  const filing: Filing = { ...f, filed };
  const out = new Map<string, Implied>();
  const say = (fact: string, value: string, heading: string, why: string): void => {
    const own = out.get(fact);
    if (own === undefined) out.set(fact, { fact, value, heading, why });
    // Two reliefs can be claimed on one line, of two duties.
    else if (fact === "claim" && !own.value.split(",").includes(value)) out.set(fact, { ...own, value: `${own.value},${value}` });
  };
  for (const s of provisions(f.good)) say(s.fact, s.value, s.heading, s.why);
  for (const s of shares(f.good)) say(s.fact, s.value, s.heading, s.why);
  for (const code of filed) {
    const heading = dotted(code);
    const light = LIGHT.get(heading);
    if (light !== undefined) say("metal-weight", light.under ? showPercent(leastWeight(f.headings) - 1) : "0", heading, light.why);
    for (const use of f.headings.uses.get(code) ?? []) for (const rule of IMPLIED) for (const [fact, value] of rule.read(use, heading, filing)) say(fact, value, heading, rule.why);
  }
  return [...out.values()];
}

/** The fact implied where the baseline is filed and the law, without that fact, expects the country's own rate. */
export function impliedByDetour(good: Good, headings: HeadingUses, expected: readonly string[]): Implied | undefined {
  const filed = new Set(good.parts.flatMap((p) => p.line.tariffs.map((t) => t.code)));
  const d = headings.detours.find((x) => filed.has(x.instead) && !filed.has(x.spared) && expected.some((h) => digits(h) === x.spared));
  return d === undefined
    ? undefined
    : { fact: "loaded", value: before(d.before), heading: dotted(d.instead), why: "the baseline filed in place of the country's own rate is open to goods under way only" };
}

/** The shares of value that the lines of an article give to a metal and to US content. */
function shares(good: Good): Implied[] {
  const named = good.parts.filter((p) => p.part !== "rest" && p.part !== "all");
  const values = good.parts.map((p) => p.value);
  if (named.length === 0 || values.some((v) => v === undefined)) return [];
  const total = (values as number[]).reduce((n, v) => n + v, 0);
  if (total === 0) return [];
  const metal = good.parts.some((p) => METALS.includes(p.part));
  const out: Implied[] = [];
  const why = "the article is filed by parts, and the values of its lines are the shares";
  const held = good.parts.reduce((n, p) => n + (METALS.includes(p.part) ? (p.value ?? 0) : 0), 0);
  for (const m of metal ? METALS : []) {
    const own = good.parts.find((p) => p.part === m);
    out.push({ fact: m, value: showPercent(ratio(own?.value ?? 0, total)), heading: "", why });
  }
  const us = good.parts.find((p) => p.part === "us");
  if (us !== undefined) out.push({ fact: "us-content", value: showPercent(ratio(us.value ?? 0, total - held)), heading: "", why });
  return out;
}

/** The provision of chapter 98 that is filed, and the share of the value that is not under it. */
function provisions(good: Good): Implied[] {
  const part = good.parts.find((p) => p.provision !== undefined);
  if (part?.provision === undefined) return [];
  const { code, value } = part.provision;
  const claimed = { fact: "chapter-98", value: showCode(code), heading: showCode(code), why: "a provision of chapter 98 is claimed by filing it" };
  const all = part.value ?? 0;
  if (value === 0 || all === 0) return [claimed];
  return [claimed, { fact: "dutiable", value: showPercent(ratio(all - value, all)), heading: showCode(code), why: "the value filed under the provision does not pay, the rest does" }];
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * MILLION));
const dotted = (code: string): string => `${code.slice(0, 4)}.${code.slice(4, 6)}.${code.slice(6, 8)}`;
const before = (at: Instant): string => toUtc((at - 1) as Instant);

/** Whether it takes a fact of its own to say that the goods are on the list: the list is not in hand for this number. */
function open(u: HeadingUse, f: Filing): boolean {
  if (u.terms.goods === "all") return false;
  return u.terms.goods.steps.some(
    (s) => s.unknown !== undefined && s.points === undefined && (s.reach?.some((r) => f.good.code.startsWith(r)) === true || (s.list !== undefined && f.goods.rowsFor(s.list, f.good.code).length > 0)),
  );
}

/** The weight below which nothing is due on metals. */
function leastWeight(headings: HeadingUses): number {
  for (const uses of headings.uses.values()) for (const u of uses) if (u.terms.goods !== "all") for (const s of u.terms.goods.steps) if (s.weight !== undefined) return s.weight;
  return 1;
}
