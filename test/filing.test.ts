import type { Asked, DutyResult } from "@truce/engine/duty";
import { fold } from "@truce/engine/law";
import { type Instant, parseInstant, toUtc } from "@truce/engine/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";

const regime = await openRegime();
const desks = new Desks(regime);
const NOW = parseInstant("2026-10-10T12:00Z");
const law = fold(regime.law.instruments, NOW);
const at = (day: string): number => Date.parse(`${day}T00:00Z`) / 60_000;

/** Every line of the tariff, with lines of a metal list as often as all others. */
const every = [...regime.goods.schedule("us").described()].map((d) => d.code).filter((c) => c.length === 10 && !c.startsWith("98") && !c.startsWith("99"));
const metal = every.filter((c) =>
  ["us/s232-steel-derivative-2025-08", "us/s232-aluminum-derivative-2025-08", "us/s232-aluminum-derivative", "us/s232-copper", "us/s232-metals-1b"].some((l) => regime.goods.rowsFor(l, c).length > 0),
);
const code = fc.oneof(fc.constantFrom(...every), fc.constantFrom(...metal));
/** Every edge of the law of the United States, a minute before it, and some between. */
const edges = [...new Set([...law.timelines.values()].filter((t) => t.id.startsWith("us/")).flatMap((t) => t.states.map((s) => s.from)))].filter((m) => m > at("2018-03-01") && m < at("2026-10-01"));
const on = fc.oneof(
  fc.constantFrom(...edges),
  fc.constantFrom(...edges).map((m) => (m - 1) as Instant),
  fc.integer({ min: at("2025-01-01"), max: at("2026-10-01") }).map((m) => m as Instant),
);
/** Shares that leave something for the rest, in hundredths of a percent. */
const shares = fc.tuple(fc.nat(4000), fc.nat(3000), fc.nat(3000), fc.constantFrom(0, 0, 19.99, 20, 33.33, 100)).map(([steel, aluminum, copper, us]) => ({
  steel: String(steel / 100),
  aluminum: String(aluminum / 100),
  copper: String(copper / 100),
  ...(us === 0 ? {} : { "us-content": String(us) }),
}));
const value = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 100_000_000 })).map((c) => `${Math.floor(c / 100)}.${String(c % 100).padStart(2, "0")}`);

/** A settled answer with its form: what it asks for is chosen by `pick`. */
function settled(asked: Asked, pick: number): DutyResult | undefined {
  let facts = asked.facts ?? {};
  for (let i = 0; i < 8; i++) {
    const r = desks.desk(NOW, []).answer({ ...asked, facts, form: true }, { known: NOW, now: NOW });
    if (r.outcome !== "needs-facts") return r.outcome === "settled" ? r : undefined;
    const m = r.missing[0];
    if (m === undefined || m.fact === "code" || m.choices.length === 0) return undefined;
    facts = { ...facts, [m.fact]: m.choices[(pick + i) % m.choices.length] as string };
  }
  return undefined;
}
const cents = (text: string | null): number => Number((text as string).replace(".", ""));
const total = (all: readonly (string | null)[]): number => all.reduce((n, x) => n + cents(x), 0);
/** The places of the headings that CSMS 64018403 orders; fentanyl before reciprocal, by practice. A heading not in hand has the place of Section 232. */
const SLOTS = [/^98/, /^9903\.(88|91|92)/, /^9903\.05/, /^9903\.01\.2[0-4]/, /^9903\.(01|03)/, /^(9903\.(74|76|78|79|8[0-5]|94).*)?$/, /^9903\.45/, /^(?!99)/];
const RECIPROCAL = /^9903\.01\.(25|28|30|31|32|33|34|63)$/;

describe("the lines of an entry summary", () => {
  const asked = fc.record({ code, on, facts: shares, value, pick: fc.nat(5), from: fc.constantFrom("CN", "CN", "HK", "MO") });
  test("add up to the value and to each component, and carry each heading once and in customs' order", () => {
    let several = 0;
    fc.assert(
      fc.property(asked, (q) => {
        const r = settled({ code: q.code, from: q.from, on: toUtc(q.on), value: q.value, facts: q.facts, rounding: "cents" }, q.pick);
        if (r === undefined) return;
        const form = r.form;
        if (form === undefined || form === null) throw new Error(`${r.warnings.join("; ")}`);
        if (form.lines.length > 1) several++;
        expect(total(form.lines.map((l) => l.value))).toBe(cents(form.totals.value));
        expect(cents(form.totals.value)).toBe(cents(q.value));
        const all = form.lines.flatMap((l) => l.tariffs);
        for (const c of r.components) expect(total(all.filter((t) => t.measure === c.measure && t.rate !== null).map((t) => t.duty)), c.measure).toBe(cents(c.amount));
        if (r.amount.base !== null) expect(total(all.filter((t) => t.measure === null).map((t) => t.duty))).toBe(cents(r.amount.base));
        for (const l of form.lines) {
          const headings = l.tariffs.map((t) => t.heading);
          expect(new Set(headings).size, headings.join()).toBe(headings.length);
          const places = headings.map((h) => SLOTS.findIndex((slot) => slot.test(h ?? "")));
          expect(places, headings.join()).toEqual([...places].sort((a, b) => a - b));
          expect(l.tariffs.filter((t) => t.value !== null).map((t) => t.heading)).toEqual([headings.at(-1)]);
          const inForce = ["us/reciprocal", "us/reciprocal/cn"].some((id) => {
            const s = law.at(id, q.on);
            return s?.standing === "in-force" && s.collected === "yes";
          });
          expect(headings.filter((h) => RECIPROCAL.test(h ?? "")).length, `${q.code} ${toUtc(q.on)} ${JSON.stringify(q.facts)} ${headings.join()}`).toBe(inForce ? 1 : 0);
        }
        const filed = form.lines.flatMap((l) => l.tariffs.flatMap((t) => t.heading ?? []));
        expect([...new Set(r.filing)].sort()).toEqual([...new Set(filed)].sort());
      }),
      { numRuns: 500 },
    );
    expect(several).toBeGreaterThan(30);
  });
});
