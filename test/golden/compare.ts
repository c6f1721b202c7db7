import type { DutyResult } from "@truce/engine/duty";
import { expect } from "vitest";
import type { Expected } from "./read.js";

/** An answer, or the refusal of one. */
export type Answer = DutyResult | { readonly error: { readonly code: string; readonly message?: string } };

const text = (v: unknown): string => (v === null || v === undefined ? "null" : String(v));
type Component = DutyResult["components"][number];
const by = (r: DutyResult, pick: (c: Component) => unknown): Record<string, string> => Object.fromEntries(r.components.map((c) => [c.measure, text(pick(c))]));

/** A line of an entry summary as one text: number, headings, value, and the duty of all its headings. */
function lineText(l: NonNullable<DutyResult["form"]>["lines"][number]): string {
  const cents = l.tariffs.reduce<number | undefined>((n, t) => (n === undefined || t.duty === null ? undefined : n + Number(t.duty.replace(".", ""))), 0);
  return `${l.line} ${l.tariffs.map((t) => text(t.heading)).join()} ${l.value} ${cents === undefined ? "open" : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`}`;
}

/** How each key of an expectation is read off an answer. A key that is not here is a fault of the case. */
const READ: Readonly<Record<string, (r: DutyResult) => unknown>> = {
  outcome: (r) => r.outcome,
  base: (r) => text(r.base?.percent),
  baseText: (r) => text(r.base?.text),
  additional: (r) => text(r.additionalPercent),
  total: (r) => text(r.totalPercent),
  owed: (r) => text(r.owedPercent),
  range: (r) => (r.range === null ? "null" : [r.range.percentMin, text(r.range.percentMax)]),
  components: (r) => by(r, (c) => c.percent),
  headings: (r) => by(r, (c) => c.heading),
  amounts: (r) => by(r, (c) => c.amount),
  drawback: (r) => ({ ...(r.base?.drawback === undefined ? {} : { base: r.base.drawback }), ...by(r, (c) => c.drawback) }),
  bases: (r) => by(r, (c) => c.basis),
  isOwed: (r) => by(r, (c) => c.owed),
  isCollected: (r) => by(r, (c) => c.collected),
  isRefundable: (r) => by(r, (c) => c.refundable),
  routes: (r) => Object.fromEntries(r.components.flatMap((c) => (c.route === undefined ? [] : [[c.measure, c.route]]))),
  money: (r) => [text(r.amount.base), text(r.amount.additional), text(r.amount.total)],
  ordinary: (r) => text(r.amount.base),
  fees: (r) => r.amount.fees.map((f) => [f.name, text(f.amount)]),
  feeLimits: (r) => r.amount.fees.map((f) => text(f.limit)),
  rounding: (r) => r.amount.rounding,
  missing: (r) => Object.fromEntries(r.missing.map((m) => [m.fact, [m.range.percentMin, text(m.range.percentMax)]])),
  asks: (r) => r.missing.map((m) => m.fact),
  filing: (r) => r.filing,
  next: (r) => r.next.map((n) => ({ at: n.at, additional: text(n.additionalPercent) })),
  branches: (r) => r.branches.map((b) => text(b.additionalPercent)),
  splitDay: (r) => r.splitDay ?? [],
  excluded: (r) => (r.excluded === undefined || r.excluded === null ? "null" : [text(r.excluded.additionalPercent), text(r.excluded.totalPercent)]),
  form: (r) => (r.form === undefined ? "absent" : r.form === null ? "null" : r.form.lines.map(lineText)),
  parts: (r) => (r.form?.lines ?? []).map((l) => l.part),
  order: (r) => r.form?.lines[0]?.tariffs.map((t) => text(t.heading)),
  quantities: (r) => (r.form?.lines ?? []).map((l) => (l.tariffs.at(-1)?.quantity ?? []).map((q) => `${q.amount} ${q.unit}`).join()),
  givenQuantities: (r) => (r.form?.lines ?? []).map((l) => (l.tariffs.at(-1)?.quantity ?? []).map((q) => `${q.given.amount} ${q.given.unit}`).join()),
  formDifference: (r) => text(r.form?.difference),
  formFees: (r) => (r.form?.fees ?? []).map((f) => `${text(f.class)} ${f.name} ${text(f.amount)}`),
  formTotals: (r) => [text(r.form?.totals.value), text(r.form?.totals.duty)],
  taxes: (r) => (r.taxes ?? []).map((t) => [t.name, text(t.percent), text(t.basis), text(t.amount)]),
  vatRange: (r) => (r.taxes ?? []).flatMap((t) => (t.name !== "VAT" || t.range === undefined ? [] : [t.range.percentMin, t.range.percentMax, text(t.range.amountMin), text(t.range.amountMax)])),
  withTaxes: (r) => [text(r.totalWithTaxes?.min), text(r.totalWithTaxes?.max)],
  allIn: (r) => text(r.allInPercent),
  excludedMoney: (r) => [text(r.excluded?.amount.base), text(r.excluded?.amount.additional), text(r.excluded?.amount.total)],
  excludedTaxes: (r) => (r.excluded?.taxes ?? []).map((t) => [t.name, text(t.percent), text(t.basis), text(t.amount)]),
  excludedWithTaxes: (r) => [text(r.excluded?.totalWithTaxes.min), text(r.excluded?.totalWithTaxes.max)],
  excludedAllIn: (r) => text(r.excluded?.allInPercent),
  vat: (r) => (r.taxes ?? []).filter((t) => t.name === "VAT").map((t) => [text(t.percent), text(t.basis), text(t.amount)]),
};

/**
 * Compares the keys that the case gives, and no others. `notDue`, `by`, `warns`, `claims`, `decidedBy`, `becauseDrawback`, `offers` (relief that is not assumed, and what it asks), `leavesOut`, `feeWhy`, `why`, `duties`, `nextBecause` and `branchIf` name a part of what must be there.
 * @example compare(answer, { additional: "55", notDue: { "us/s301/list-4b": "suspended before" } })
 */
export function compare(answer: Answer, expected: Expected): void {
  if (expected["error"] !== undefined) {
    expect("error" in answer ? answer.error.code : `an answer: ${JSON.stringify(answer).slice(0, 200)}`).toBe(expected["error"]);
    if (expected["says"] !== undefined) expect("error" in answer ? (answer.error.message ?? "") : "").toContain(expected["says"]);
    return;
  }
  if ("error" in answer) throw new Error(`no answer: ${answer.error.code} ${answer.error.message ?? ""}`);
  const seen: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(expected)) {
    const read = READ[key];
    if (read !== undefined) {
      seen[key] = read(answer);
      wanted[key] = value;
    } else part(key, value, answer);
  }
  expect(seen).toEqual(wanted);
}

const tariffs = (r: DutyResult) => (r.form?.lines ?? []).flatMap((l) => l.tariffs);

function part(key: string, value: unknown, r: DutyResult): void {
  switch (key) {
    case "notDue":
      for (const [measure, why] of Object.entries(value as Record<string, string>)) {
        expect(r.notDue.map((n) => n.measure)).toContain(measure);
        expect(r.notDue.find((n) => n.measure === measure)?.why).toContain(why);
      }
      return;
    case "by":
      for (const [measure, ids] of Object.entries(value as Record<string, string[]>))
        expect([...r.components, ...r.notDue, ...r.missing.map((m) => ({ ...m, measure: m.fact }))].find((c) => c.measure === measure)?.instruments ?? []).toEqual(expect.arrayContaining(ids));
      return;
    case "warns":
      for (const w of value as string[]) expect(r.warnings.join("\n")).toContain(w);
      return;
    case "feeWhy":
      for (const [name, words] of Object.entries(value as Record<string, string>)) expect(r.amount.fees.find((f) => f.name === name)?.why ?? "").toContain(words);
      return;
    case "claims":
      for (const [heading, wanted] of Object.entries(value as Record<string, string>)) {
        const c = r.claims.find((x) => x.heading === heading);
        const [is, part] = wanted.split(/: (.*)/s);
        expect(c?.is, heading).toBe(is);
        if (part !== undefined) expect(`${c?.why} ${c?.text ?? ""}`).toContain(part);
        if (is === "refused") expect(r.warnings.join("\n")).toContain(`claim ${heading} is refused`);
      }
      return;
    case "decidedBy":
      for (const [field, wanted] of Object.entries(typeof value === "string" ? { fact: value } : (value as Record<string, string>))) expect(text(r.decidedBy?.[field as "fact"])).toContain(wanted);
      return;
    case "becauseDrawback":
      for (const [measure, words] of Object.entries(value as Record<string, string>))
        expect(measure === "base" ? r.base?.drawbackBecause : r.components.find((c) => c.measure === measure)?.drawbackBecause).toContain(words);
      return;
    case "offers":
      for (const [id, wanted] of Object.entries(value as Record<string, string>)) {
        const c = r.candidates.find((x) => x.id === id || x.heading === id);
        expect(`${c?.is} ${c?.asks.join(", ")}`, id).toBe(wanted);
      }
      return;
    case "leavesOut":
      for (const words of value as string[]) expect(r.notCovered.join("\n")).toContain(words);
      return;
    case "candidates":
      for (const c of value as string[]) expect(r.candidates.map((x) => `${x.heading} ${x.id} ${x.text}`).join("\n")).toContain(c);
      return;
    case "why":
      for (const [heading, measure] of Object.entries(value as Record<string, string>)) expect(tariffs(r).find((t) => t.heading === heading)?.measure).toBe(measure);
      return;
    case "duties":
      for (const [heading, duty] of Object.entries(value as Record<string, string>)) expect(tariffs(r).find((t) => t.heading === heading)?.duty).toBe(duty);
      return;
    case "nextBecause":
      for (const [at, ids] of Object.entries(value as Record<string, string[]>)) expect(r.next.find((n) => n.at === at)?.because ?? []).toEqual(expect.arrayContaining(ids));
      return;
    case "branchIf":
      for (const words of value as string[]) expect(r.branches.map((b) => b.if).join("\n")).toContain(words);
      return;
    case "lacks":
      for (const word of value as string[]) expect(JSON.stringify(r)).not.toContain(word);
      return;
    default:
      throw new Error(`an expectation has no key "${key}"`);
  }
}

/** The value at a path of a JSON object; `[]` walks a list. */
export function at(json: unknown, path: string): unknown {
  const [head, ...rest] = path.split(".");
  if (head === undefined) return json;
  const many = head.endsWith("[]");
  const own = (json as Record<string, unknown> | null | undefined)?.[many ? head.slice(0, -2) : head];
  if (many) return Array.isArray(own) ? (rest.length === 0 ? own : own.map((x) => at(x, rest.join(".")))) : undefined;
  return rest.length === 0 ? own : at(own, rest.join("."));
}

const asText = (v: unknown): unknown => (Array.isArray(v) ? v.map(asText) : typeof v === "object" && v !== null ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, asText(x)])) : text(v));

/** Compares what stands at each path: a value, or `{has: …}`, `{lacks: …}`, `{says: …}` for a part of a list or text. */
export function compareJson(json: unknown, wanted: Readonly<Record<string, unknown>>): void {
  for (const [path, value] of Object.entries(wanted)) {
    const own = asText(at(json, path));
    const rule = typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
    const list = (v: unknown): unknown[] => (Array.isArray(v) ? v : [v]);
    const flat = Array.isArray(own) ? own.flat(3) : own;
    const keys = Object.keys(rule ?? {});
    if (rule !== undefined && keys.length > 0 && keys.every((k) => ["has", "lacks", "says"].includes(k))) {
      if (rule["has"] !== undefined) expect(flat, path).toEqual(expect.arrayContaining(list(rule["has"])));
      for (const x of rule["lacks"] === undefined ? [] : list(rule["lacks"])) expect(flat ?? "nothing", path).not.toContain(x);
      for (const x of rule["says"] === undefined ? [] : list(rule["says"])) expect(JSON.stringify(own), path).toContain(x);
    } else expect({ [path]: own }).toEqual({ [path]: value });
  }
}
