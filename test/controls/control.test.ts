import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CONTROL_VERDICTS, type ControlAnswer, itemsOf } from "@truce/engine/controls";
import { BEIJING, type Instant, parseKnown, parseOn } from "@truce/engine/time";
import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { ControlDesk, Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { records } from "../../packages/node/dist/regime/csv.js";
import { truce } from "../run.js";
import { root } from "../golden/read.js";

interface Case {
  readonly ask: string;
  readonly goods: string;
  readonly from?: string;
  readonly to?: string;
  readonly on: string;
  readonly known?: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly suppose?: readonly string[];
  readonly verdict: string;
  readonly by?: Readonly<Record<string, string>>;
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  readonly items?: readonly string[];
  readonly next?: readonly string[];
  readonly branches?: readonly string[];
  readonly missing?: readonly string[];
  readonly beside?: readonly string[];
  readonly because: string;
}
const cases = parse(readFileSync(join(root, "test/controls/control.yaml"), "utf8"), { schema: "failsafe" }) as Case[];
const regime = await openRegime();
const desk = new ControlDesk(new Desks(regime));
const NAMES = new Set(["ask", "goods", "from", "to", "on", "known", "facts", "suppose", "verdict", "by", "has", "lacks", "items", "next", "branches", "missing", "beside", "because"]);

async function answer(c: Pick<Case, "goods" | "from" | "to" | "on" | "known" | "facts" | "suppose">): Promise<ControlAnswer> {
  const on = parseOn(c.on, BEIJING).at;
  const known = c.known === undefined ? (Math.max(on, parseKnown(c.on.slice(0, 10)).at) as Instant) : parseKnown(c.known).at;
  const supposed = await suppositions(c.suppose ?? [], regime, known);
  return desk.answer({ goods: c.goods, from: c.from ?? "CN", to: c.to ?? "US", facts: c.facts ?? {} }, on, known, supposed);
}

describe("goods under China's export controls", () => {
  test("there are many cases, each with its citation, and every verdict is among them", () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    for (const c of cases) expect(Object.keys(c).filter((k) => !NAMES.has(k) || c.because === "")).toEqual([]);
    expect(new Set(cases.map((c) => c.verdict))).toEqual(new Set(CONTROL_VERDICTS));
  });
  for (const c of cases)
    test(c.ask, async () => {
      const a = await answer(c);
      const measures = a.by.map((b) => b.measure);
      expect([a.verdict, a.why], a.why).toEqual([c.verdict, expect.stringMatching(/\S/)]);
      for (const [measure, verdict] of Object.entries(c.by ?? {})) expect(a.by.find((b) => b.measure === measure)?.verdict, measure).toBe(verdict);
      for (const m of c.has ?? []) expect(measures).toContain(m);
      for (const m of c.lacks ?? []) expect(measures).not.toContain(m);
      if (c.items !== undefined) expect(a.items.filter((i) => i.sure).map((i) => i.id)).toEqual(c.items);
      for (const v of c.next ?? []) expect(a.next.map((n) => n.verdict)).toContain(v);
      if (c.branches !== undefined) expect(a.branches.map((b) => b.verdict)).toEqual(c.branches);
      for (const f of c.missing ?? []) expect(a.missing.map((m) => m.fact)).toContain(f);
      if (c.beside !== undefined) expect(a.beside.map((b) => b.document)).toEqual(c.beside);
      for (const b of a.by) expect(b.instruments.length + b.cites.length).toBeGreaterThan(0);
    });
});

describe("properties", () => {
  const goods = fc.constantFrom("gallium", "graphite", "tungsten", "dysprosium", "holmium", "rare-earth-magnets", "lithium batteries", "drones", "2805301910", "81129290", "84713001");
  const day = fc.integer({ min: Date.UTC(2023, 0, 1) / 60_000, max: Date.UTC(2026, 9, 10) / 60_000 }).map((n) => n as Instant);
  const facts = fc.record(
    { "end-use": fc.constantFrom("civil", "military", "weapons"), "cn-content": fc.constantFrom("0", "0.09", "0.1", "20"), "cn-origin": fc.constantFrom("yes", "no") },
    { requiredKeys: [] },
  );
  const asked = fc.record({ goods, from: fc.constantFrom("CN", "JP"), to: fc.constantFrom("US", "DE"), facts });

  test("what is announced later changes no answer as it was known", () => {
    fc.assert(
      fc.property(asked, day, day, (q, on, known) => {
        const before = desk.answer(q, on, known, []);
        const early = new ControlDesk(
          new Desks({
            ...regime,
            law: {
              ...regime.law,
              instruments: regime.law.instruments.filter((i) => i.announced <= known),
              scenarios: regime.law.scenarios,
              articles: [],
              horizon: regime.law.horizon,
              first: regime.law.first,
              refunds: { refunds: null, interest: null },
              ownership: null,
              lists: [],
              items: regime.law.items,
            },
          } as typeof regime),
        );
        const then = early.answer(q, on, known, []);
        expect([then.verdict, then.by, then.next]).toEqual([before.verdict, before.by, before.next]);
      }),
      { numRuns: 60 },
    );
  });
  test("the order of facts and a fact without effect change nothing", () => {
    fc.assert(
      fc.property(asked, day, (q, on) => {
        const turned = { ...q, facts: Object.fromEntries(Object.entries(q.facts).reverse()) };
        const known = parseKnown("2026-10-10").at;
        expect(desk.answer(turned, on, known, []).verdict).toBe(desk.answer(q, on, known, []).verdict);
      }),
      { numRuns: 100 },
    );
  });
  test("a suspension never makes an answer stricter", () => {
    const strict = (v: string): number => (CONTROL_VERDICTS as readonly string[]).indexOf(v);
    const [before, after] = [parseKnown("2025-11-06").at, parseKnown("2025-11-09").at];
    fc.assert(
      fc.property(asked, fc.integer({ min: Date.UTC(2025, 10, 10) / 60_000, max: Date.UTC(2026, 9, 1) / 60_000 }), (q, on) => {
        const [open, held] = [desk.answer(q, on as Instant, before, []).verdict, desk.answer(q, on as Instant, after, []).verdict];
        // suspended stands for a control that has no effect; without it there is none at all.
        if (held !== "suspended") expect(strict(held)).toBeGreaterThanOrEqual(strict(open));
      }),
      { numRuns: 100 },
    );
  });
});

describe("questions that cannot be answered", () => {
  const said = (args: string[]): [number | null, string] => {
    const r = truce(["control", ...args]);
    return [r.status, r.stderr.trim()];
  };
  test.each([
    [["unobtainium"], 1, /^truce: no controlled item is called "unobtainium"; ask by code, or by one of: gallium, /],
    [["12345"], 1, /^truce: "12345" is not a tariff code of 4, 6, 8 or 10 digits; write China's code/],
    [["gallium", "--fact", "end-use=fun"], 1, /^truce: end-use=fun is none of its values; what the goods will be used for: civil, military/],
    [["gallium", "--fact", "colour=red"], 1, /^truce: there is no fact "colour" about a control; facts are end-use, /],
    [["gallium", "--fact", "cn-content=-1"], 1, /^truce: cn-content=-1 is not a percentage between 0 and 100/],
    [["gallium", "--fact", "cn-content"], 1, /^truce: "cn-content" is not a fact; write --fact NAME=VALUE/],
    [["gallium", "--fact", "item=moon"], 1, /^truce: no controlled item is called "moon"/],
    [["gallium", "--to", "Atlantis"], 1, /^truce: "Atlantis" names no country; use a two-letter code such as CN/],
    [["gallium", "--on", "2025-02-30"], 1, /2025-02-30/],
    [[], 2, /needs goods/],
  ] as const)("%j", (args, status, message) => {
    const [code, text] = said([...args]);
    expect(code).toBe(status);
    expect(text).toMatch(message);
  });
  test("a batch goes on after a line that cannot be answered", () => {
    const lines = [
      '{"code":"2805301910","to":"US","on":"2025-10-25","ref":1}',
      "not json",
      '{"goods":"moon dust","ref":3}',
      '{"item":"gallium","facts":{"end-use":"military"},"on":"2025-10-25","ref":4}',
      '{"goods":"gallium","colour":1}',
    ];
    const r = truce(["control", "--batch", "-"], lines.join("\n"));
    expect(r.status).toBe(0);
    const out = r.stdout
      .trim()
      .split("\n")
      .map((l) => JSON.parse(l) as { ref: unknown; verdict?: string; error?: { code: string; where: string } });
    expect(out.map((o) => [o.ref ?? null, o.verdict ?? o.error?.code])).toEqual([
      [1, "licence-required"],
      [null, "bad-json"],
      [3, "unknown-item"],
      [4, "prohibited"],
      [null, "unknown-field"],
    ]);
    expect(out.map((o) => o.error?.where)).toEqual([undefined, "line 2", "line 3, goods", undefined, "line 5, colour"]);
  });
});

const facts = join(root, "..", "shared", "facts", "cn");
describe.skipIf(!existsSync(facts))("against the tables of facts (skipped where they are not there)", () => {
  test("every announcement is a measure, and every code leads to its goods", () => {
    const measures = new Set(regime.law.instruments.flatMap((i) => i.acts.flatMap((a) => (a.do === "impose" ? [a.measure] : []))));
    const named = (id: string): string =>
      `cn/export/${id
        .replace("CN-EC-", "")
        .toLowerCase()
        .replace(/-0(\d)$/, "-$1")}`;
    const rows = records(readFileSync(join(facts, "cn_export_control_instruments.csv"), "utf8"));
    // 70 and 72 suspend, GL is a claim, 40 of 2026 has no day of effect.
    const other = new Set(["CN-EC-2025-70", "CN-EC-2025-72", "CN-EC-GL", "CN-EC-2026-40"]);
    expect(rows.filter((r) => !other.has(r["id"] as string) && !measures.has(named(r["id"] as string))).map((r) => r["id"])).toEqual([]);
    const items = records(readFileSync(join(facts, "cn_export_control_items.csv"), "utf8"));
    const table = regime.law.items;
    for (const r of items.filter((x) => x["cn_hs_code"] !== ""))
      expect(
        itemsOf(table as never, r["cn_hs_code"] as string).some((h) => h.sure),
        `${r["cn_hs_code"]} ${r["item"]}`,
      ).toBe(true);
  });
});
