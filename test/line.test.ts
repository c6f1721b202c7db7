import type { Asked, DutyResult } from "@truce/engine/duty";
import type { Instrument } from "@truce/engine/law";
import { type Instant, toUtc } from "@truce/engine/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { dutyCases } from "./shared-suite.js";

/* What facts, claims and dates may and may not do to the answer for a line. */
const regime = await openRegime();
const desks = new Desks(regime);
const { instruments } = regime.law;
const NOW = Math.floor(Date.UTC(2026, 9, 10) / 60_000) as Instant;
const minute = (day: string): number => Date.parse(`${day}T00:00Z`) / 60_000;

const GOVERN = ["entered-bond", "withdrawn", "zone-admitted"];
const cases = dutyCases.filter(
  (c) => c.expect["error"] === undefined && c.expect["outcome"] !== "not-covered" && ["CN", "HK", "MO"].includes(c.given.from ?? "CN") && !GOVERN.some((f) => c.given.facts?.[f] !== undefined),
);
const on = fc.integer({ min: minute("2018-07-07"), max: minute("2026-10-09") }).map((m) => m as Instant);
const known = fc.integer({ min: minute("2019-01-01"), max: NOW }).map((m) => m as Instant);
const asked = fc
  .tuple(fc.constantFrom(...cases), on)
  .map(([c, when]): Asked => ({ code: c.given.code, from: c.given.from ?? "CN", on: toUtc(when), value: c.given.value ?? "1234.56", quantity: c.given.quantity ?? [], facts: c.given.facts ?? {} }));
const answer = (q: Asked, k: Instant, from = desks): DutyResult => from.desk(k, []).answer(q, { known: k, now: NOW });
const plus = (q: Asked, facts: Readonly<Record<string, string>>): Asked => ({ ...q, facts: { ...q.facts, ...facts } });

/** Every number of an answer. */
const numbers = (r: DutyResult) => ({
  outcome: r.outcome,
  points: [r.additionalPercent, r.totalPercent, r.owedPercent, r.range],
  money: [r.amount.base, r.amount.additional],
  components: r.components.map((c) => [c.measure, c.heading, c.percent, c.basis, c.amount]),
  filing: r.filing,
});
const headings = [...new Set(["9903.99.99", "9903.01.25", "9903.88.58", "9903.01.29", ...dutyCases.flatMap((c) => Object.keys((c.expect["claims"] as Record<string, string> | undefined) ?? {}))])];
const ppm = (text: string): number => Math.round(Number(text) * 10_000);

describe("a fact of which the law says nothing for the line", () => {
  const idle = fc.constantFrom<Readonly<Record<string, string>>>({ "zone-status": "privileged" }, { trq: "in" }, { entry: "informal" }, { "cn-list-4a": "5" }, { program: "ZZ" });
  test("changes no number", () =>
    fc.assert(
      fc.property(asked, known, idle, (q, k, fact) => {
        expect(numbers(answer(plus(q, fact), k))).toEqual(numbers(answer(q, k)));
      }),
      { numRuns: 120 },
    ));
});

describe("a fact that was missing", () => {
  test("lands inside the range that was given without it", () =>
    fc.assert(
      fc.property(asked, known, fc.nat(), fc.integer({ min: 0, max: 100 }), (q, k, pick, percent) => {
        const r = answer(q, k);
        const open = r.missing.filter((m) => m.fact !== "code" && m.choices.length > 0);
        if (r.range === null || open.length === 0) return;
        const m = open[pick % open.length] as DutyResult["missing"][number];
        const value = m.choices.join() === "0,100" ? String(percent) : (m.choices[pick % m.choices.length] as string);
        const s = answer(plus(q, { [m.fact]: value }), k);
        const [low, high] = s.range === null ? [s.additionalPercent, s.additionalPercent] : [s.range.percentMin, s.range.percentMax];
        if (low === null) return;
        // A range is of points; an answer on a part of the value is of cents, each component rounded to one.
        const slack = 2 + (s.components.length * 10_000) / Number(q.value);
        expect(ppm(low), `${q.code} ${q.on} ${m.fact}=${value}`).toBeGreaterThanOrEqual(ppm(r.range.percentMin) - slack);
        if (r.range.percentMax === null) return;
        expect(high, `${q.code} ${q.on} ${m.fact}=${value}`).not.toBeNull();
        expect(ppm(high as string), `${q.code} ${q.on} ${m.fact}=${value}`).toBeLessThanOrEqual(ppm(r.range.percentMax) + slack);
      }),
      { numRuns: 300 },
    ));
});

describe("a claim", () => {
  test("that is refused changes no number, and says why", () =>
    fc.assert(
      fc.property(asked, known, fc.constantFrom(...headings), (q, k, heading) => {
        const bare = { ...q, facts: Object.fromEntries(Object.entries(q.facts ?? {}).filter(([f]) => f !== "claim")) };
        const claimed = answer(plus(bare, { claim: heading }), k);
        expect(claimed.claims.map((c) => c.heading)).toEqual([heading]);
        if (claimed.claims[0]?.is !== "refused") return;
        expect(claimed.claims[0].why).not.toBe("");
        expect(claimed.warnings.some((w) => w.startsWith(`claim ${heading} is refused: `))).toBe(true);
        expect(numbers(claimed)).toEqual(numbers(answer(bare, k)));
      }),
      { numRuns: 300 },
    ));
  test("is judged by what was known, and so is the date that decided", () =>
    fc.assert(
      fc.property(asked, known, fc.constantFrom(...headings), fc.constantFrom("withdrawn", "entered-bond"), fc.integer({ min: 0, max: 400_000 }), (q, k, heading, fact, before) => {
        const heard = instruments.filter((i) => i.announced <= k || i.acts.some((a) => a.announced <= k)).map((i): Instrument => ({ ...i, acts: i.acts.filter((a) => a.announced <= k) }));
        const poor = new Desks({ ...regime, law: { ...regime.law, instruments: heard } });
        const when = Math.max(minute("2018-07-07"), Date.parse(q.on as string) / 60_000 - before) as Instant;
        const full = plus(q, { claim: heading, [fact]: toUtc(Math.min(when, Date.parse(q.on as string) / 60_000) as Instant) });
        expect(answer(full, k, poor)).toEqual(answer(full, k));
      }),
      { numRuns: 60 },
    ));
});

describe("a date that takes the place of the time of entry", () => {
  test("gives what the same question gives on that date", () =>
    fc.assert(
      fc.property(asked, known, fc.constantFrom("withdrawn", "entered-bond"), (q, k, fact) => {
        const later = { ...q, on: "2026-10-09T12:00-04:00" };
        const moved = answer(plus(later, { [fact]: q.on as string }), k);
        expect(moved.decidedBy?.fact).toBe(fact);
        expect(numbers(moved)).toEqual(numbers(answer(q, k)));
      }),
      { numRuns: 120 },
    ));
});
