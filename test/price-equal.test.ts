import { QuestionError } from "@truce/engine/duty";
import { afterAll, describe, expect, test } from "vitest";
import { type Cells, desks, Folder, known, priced } from "./price-desk.js";

/* Lines priced in bulk owe what the interpreter says of each, to the cent, under the law as it stands and under suppositions. */
const f = new Folder();
afterAll(() => f.clear());

/** Numbers that look random and are the same in every run. */
function draws(seed: number): (below: number) => number {
  let s = seed;
  return (below) => {
    s = (Math.imul(s, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((s / 2 ** 32) * below);
  };
}
interface Question {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly value: string;
  readonly facts: Record<string, string>;
  readonly quantity: { amount: string; unit: string }[];
}
const FACTS: readonly (readonly [string, readonly string[]])[] = [
  ["steel", ["0", "35", "100"]],
  ["aluminum", ["0", "20"]],
  ["use", ["auto-part", "none", "civil-aircraft"]],
  ["us-content", ["10", "25"]],
  ["melt", ["CN", "US"]],
  ["claim", ["9903.88.69"]],
  ["loaded", ["2025-04-04", "2025-02-01T00:00:00-05:00"]],
];

function questions(count: number, seed: number): Question[] {
  const draw = draws(seed);
  const { goods } = desks.regime;
  const leaves = {
    us: goods
      .schedule("us")
      .leaves("")
      .filter((c) => !c.startsWith("98")),
    cn: goods.schedule("cn").leaves(""),
  };
  const one = <T>(of: readonly T[]): T => of[draw(of.length)] as T;
  return Array.from({ length: count }, () => {
    const us = draw(3) > 0;
    const code = one(us ? leaves.us : leaves.cn);
    const day = new Date(Date.UTC(2018, 0, 1) + draw(3_220) * 86_400_000).toISOString().slice(0, 10);
    const facts = Object.fromEntries(us && draw(2) === 0 ? FACTS.filter(() => draw(4) === 0).map(([k, of]) => [k, one(of)]) : []);
    return {
      code: draw(5) === 0 ? code.slice(0, 8) : code,
      from: us ? one(["CN", "CN", "HK", "MO"]) : "US",
      to: us ? "US" : "CN",
      on: draw(4) === 0 ? `${day}T0${draw(10)}:01:00${us ? "-05:00" : "+08:00"}` : day,
      value: `${draw(10) === 0 ? 9_000_000_000 + draw(900_000_000) : draw(1_000_000)}.${String(draw(100)).padStart(2, "0")}`,
      facts,
      quantity: draw(2) === 0 ? [{ amount: String(draw(10_000)), unit: one(["kg", "No.", "liter", "t"]) }] : [],
    };
  });
}

/** What the interpreter says of a line, in the words of a row. */
function said(q: Question, suppose: readonly string[]): { readonly rows: Record<string, unknown>[] } | { readonly refused: string } {
  const supposed = [...desks.regime.law.scenarios, ...desks.regime.law.instruments].filter((i) => suppose.includes(i.id));
  try {
    const r = desks.desk(known, supposed).answer({ ...q, brief: true }, { known, now: known });
    const open = r.outcome === "needs-facts";
    const line = {
      outcome: r.outcome,
      missing: open ? r.missing.map((m) => m.fact).join(" ") : null,
      percentMin: open ? (r.range?.percentMin ?? null) : null,
      percentMax: open ? (r.range?.percentMax ?? null) : null,
    };
    return {
      rows: [
        { component: "base", heading: null, amount: r.amount.base, ...line },
        ...r.components.map((c) => ({
          component: c.measure,
          heading: c.heading,
          percent: c.percent,
          basis: c.basis,
          amount: c.amount,
          kind: c.kind,
          owed: c.owed,
          collected: c.collected,
          refundable: c.refundable,
          instruments: c.instruments.join(" "),
          ...line,
        })),
      ],
    };
  } catch (e) {
    if (e instanceof QuestionError) return { refused: e.code };
    throw e;
  }
}
const plain = (n: string | null | undefined): string | null => (n === null || n === undefined ? null : String(Number(n)));
const seen = (r: Cells, suffix: string): Record<string, unknown> => {
  const of = (name: string): string | null => r[name + suffix] ?? null;
  const line = { outcome: of("outcome"), missing: of("missing"), percentMin: plain(of("percentMin")), percentMax: plain(of("percentMax")) };
  if (r["component"] === "base") return { component: "base", heading: null, amount: of("amount"), ...line };
  return {
    component: r["component"],
    heading: r["heading"],
    percent: plain(of("percent")),
    basis: of("basis"),
    amount: of("amount"),
    kind: r["kind"],
    owed: r["owed"],
    collected: r["collected"],
    refundable: r["refundable"],
    instruments: r["instruments"],
    ...line,
  };
};

test("five hundred lines of both sides, with facts and quantities, come to what the interpreter says of each", async () => {
  const asked = questions(500, 20_261_010);
  const { rows, rejects } = await priced(f.write("q.jsonl", asked.map((q) => JSON.stringify(q)).join("\n")));
  const byRow = grouped(rows);
  const refused = new Set(rejects.map((r) => r["row"]));
  const outcomes = new Set<unknown>();
  asked.forEach((q, i) => {
    const own = said(q, []);
    const row = String(i + 1);
    if ("refused" in own) expect({ q, refused: refused.has(row) }).toEqual({ q, refused: true });
    else {
      expect({ q, rows: (byRow.get(row) ?? []).map((r) => seen(r, "")) }).toEqual({ q, rows: own.rows });
      outcomes.add(own.rows[0]?.["outcome"]);
    }
  });
  expect([...outcomes].sort()).toEqual(["beyond-horizon", "needs-facts", "settled"].filter((o) => outcomes.has(o)));
  expect(outcomes.size).toBeGreaterThan(1);
});

test("a long file whose variety comes late loses no line: its books become whole while it is read", async () => {
  const late = questions(4_000, 3).map((q) => ({ ...q, facts: {}, quantity: [] }));
  const bags = { code: "4202.92.31.31", from: "CN", to: "US", on: "2025-10-25", value: "100.00" };
  const file = f.write("late.csv", `code,from,to,on,value\n${[...Array.from({ length: 21_000 }, () => bags), ...late].map((q) => `${q.code},${q.from},${q.to},${q.on},${q.value}`).join("\n")}\n`);
  const { rows, rejects, all } = await priced(file, { layout: "wide" });
  expect(rows.length + rejects.length).toBe(all);
  const sound = late.filter((_, i) => !rejects.some((r) => r["row"] === String(21_001 + i)));
  expect(rows.length).toBe(21_000 + sound.length);
  sound.slice(0, 400).forEach((q, i) => {
    const own = said(q, []);
    const row = rows[21_000 + i] as Cells;
    expect({ q, refused: "refused" in own }).toEqual({ q, refused: false });
    if ("refused" in own) return;
    const base = own.rows[0] as Record<string, unknown>;
    expect({ q, outcome: row["outcome"], base: row["base"] }).toEqual({ q, outcome: base["outcome"], base: base["amount"] });
    for (const r of own.rows.slice(1)) expect({ q, measure: r["component"], amount: row[r["component"] as string] }).toEqual({ q, measure: r["component"], amount: r["amount"] });
    const settled = base["outcome"] === "settled" && base["amount"] !== null;
    expect(row["duty"]).toBe(
      settled
        ? own.rows
            .reduce((n, r) => n + BigInt((r["amount"] as string).replace(".", "")), 0n)
            .toString()
            .padStart(3, "0")
            .replace(/(..)$/, ".$1")
        : null,
    );
  });
}, 60_000);

function grouped(rows: readonly Cells[]): Map<string, Cells[]> {
  const out = new Map<string, Cells[]>();
  for (const r of rows) out.set(r["row"] as string, [...(out.get(r["row"] as string) ?? []), r]);
  return out;
}

describe("several suppositions", () => {
  const LAPSES = "scenarios/truce-lapses";
  const EXTENDED = "scenarios/truce-extended";
  const CAPACITY = "scenarios/excess-capacity";
  test("stand side by side, each with the amounts that the interpreter gives under it", async () => {
    const names = desks.regime.law.scenarios.map((s) => s.id);
    expect(names).toEqual(expect.arrayContaining([LAPSES, EXTENDED]));
    const asked = questions(120, 7).map((q, i) => ({ ...q, facts: {}, quantity: [], on: i % 2 === 0 ? "2026-11-20" : "2025-12-01" }));
    const { rows } = await priced(f.write("s.jsonl", asked.map((q) => JSON.stringify(q)).join("\n")), { suppose: [LAPSES, EXTENDED, `${LAPSES}+${CAPACITY}`] });
    const byRow = grouped(rows);
    let moved = 0;
    asked.forEach((q, i) => {
      for (const [suffix, suppose] of [
        ["", []],
        ["_truce_lapses", [LAPSES]],
        ["_truce_extended", [EXTENDED]],
        ["_truce_lapses_and_excess_capacity", [LAPSES, CAPACITY]],
      ] as const) {
        const own = said(q, suppose);
        if ("refused" in own) continue;
        const line = byRow.get(String(i + 1)) ?? [];
        const amounts = Object.fromEntries(line.flatMap((r) => (r[`amount${suffix}`] === null && r["component"] !== "base" ? [] : [[r["component"], r[`amount${suffix}`]]])));
        expect({ q, suffix, amounts, outcome: line[0]?.[`outcome${suffix}`] }).toEqual({
          q,
          suffix,
          amounts: Object.fromEntries(own.rows.map((r) => [r["component"], r["amount"]])),
          outcome: own.rows[0]?.["outcome"],
        });
        if (suffix !== "" && line.some((r) => r["amount"] !== r[`amount${suffix}`])) moved++;
      }
    });
    expect(moved).toBeGreaterThan(0);
  }, 60_000);

  test("that cannot both be are an error, with the places of both", async () => {
    await expect(priced(f.at("s.jsonl"), { suppose: [`${LAPSES}+${EXTENDED}`] })).rejects.toMatchObject({
      code: "contradiction",
      message: expect.stringMatching(
        /^regime\/scenarios\/2026-10-10-truce-extended\.yaml:\d+: R25 scenarios\/truce-extended contradicts scenarios\/truce-lapses \(regime\/scenarios\/2025-10-25-truce-lapses\.yaml:\d+\) on cn\/general/,
      ),
    });
  });

  test("that name nothing are an error", async () => {
    await expect(priced(f.at("s.jsonl"), { suppose: ["scenarios/no-such"] })).rejects.toMatchObject({ code: "unknown-supposition" });
  });
});
