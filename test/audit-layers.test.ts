import { type AuditFinding, auditEntry, type EntryAudit, type FiledEntry } from "@truce/engine/entry";
import { endOfDayUtc, type Instant, parseKnown } from "@truce/engine/time";
import { beforeAll, describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { filed } from "./audit/filed.js";
import { DAYS, dutyOf, GOODS, type Goods, type Layer, layers, lineOf, type Origin } from "./audit/layers.js";

/* Entries worked by a table of the layers that is written apart from the program: nothing is found on them, and each fault that is put in is named. */
const known = parseKnown("2026-10-10").at;
const ORIGINS: readonly Origin[] = ["CN", "HK", "MO"];
const DOLLARS = 1234;
let desks: Desks;
beforeAll(async () => {
  desks = new Desks(await openRegime());
});
const audit = (entry: FiledEntry): EntryAudit => auditEntry(entry, { now: desks.desk(known, []), then: desks.desk(Math.min(endOfDayUtc(entry.entered), known) as Instant, []) }, { known, now: known });
const entry = (g: Goods, origin: Origin, day: string, above: readonly Layer[] = layers(g, origin, day)): FiledEntry => filed(day, [lineOf(g, above, DOLLARS)], { origin });
const said = (f: AuditFinding): string => `${f.kind} ${f.code ?? "-"} ${f.difference ?? "-"}`;
const errors = (e: FiledEntry): string[] => audit(e).findings.flatMap((f) => (f.error && f.line !== null ? [said(f)] : []));
const dollars = (cents: number): string => (cents / 100).toFixed(2);

describe.each(DAYS)("entries of %s", (day) => {
  test("filed by the table show nothing, and say nothing twice", () => {
    const found = Object.entries(GOODS).flatMap(([name, g]) => ORIGINS.map((o) => [`${name} of ${o}`, audit(entry(g, o, day))] as const));
    expect(found.flatMap(([what, a]) => a.findings.filter((f) => f.error || f.kind === "needs-facts").map((f) => `${what}: ${said(f)}`))).toEqual([]);
    expect(found.map(([, a]) => a.net)).toEqual(found.map(() => 0));
  });

  test("each heading left out is missing, by its duty or as an exemption", () => {
    for (const g of Object.values(GOODS))
      for (const o of ORIGINS) {
        const all = layers(g, o, day);
        for (const [heading, rate] of all) {
          const rest = all.filter(([h]) => h !== heading);
          const kind = rate === 0 ? "missing-exemption-heading" : "missing-heading";
          expect(errors(entry(g, o, day, rest)), `${g.code} ${o} without ${heading}`).toEqual([`${kind} ${heading} ${dollars(rate === 0 ? 0 : -dutyOf(DOLLARS, rate))}`]);
        }
      }
  });

  test("each heading at a point too much is at a wrong rate", () => {
    for (const g of Object.values(GOODS))
      for (const o of ORIGINS) {
        const all = layers(g, o, day);
        for (const [heading, rate] of all.filter(([, r]) => r > 0)) {
          const off = dutyOf(DOLLARS, rate + 10) - dutyOf(DOLLARS, rate);
          const wrong = all.map(([h, r]): Layer => [h, h === heading ? r + 10 : r]);
          const a = audit(entry(g, o, day, wrong));
          expect(a.findings.filter((f) => f.clock !== "then").map(said)).toEqual([`wrong-rate ${heading} ${dollars(off)}`, `overpaid - ${dollars(off)}`]);
          expect(a.net).toBe(off);
        }
      }
  });
});

describe("headings of another day, another list or another origin", () => {
  const bags = GOODS["travel bags"] as Goods;
  test.each([
    ["2025-02-03", "9903.01.20", 100],
    ["2026-02-24", "9903.01.24", 100],
    ["2026-07-24", "9903.03.01", 100],
    ["2026-07-23", "9903.05.31", 125],
  ] as const)("on %s %s is one too many", (day, heading, rate) => {
    const all = [...layers(bags, "CN", day), [heading, rate] as Layer].sort((a, b) => slot(a[0]) - slot(b[0]));
    expect(errors(entry(bags, "CN", day, all))).toEqual([`extra-heading ${heading} ${dollars(dutyOf(DOLLARS, rate))}`]);
  });
  test("the list of other goods is one too many, and the right one is missing", () => {
    const all = layers(bags, "CN", "2025-06-20").map(([h, r]): Layer => (h === "9903.88.03" ? ["9903.88.15", 75] : [h, r]));
    expect(errors(entry(bags, "CN", "2025-06-20", all)).sort()).toEqual([`extra-heading 9903.88.15 ${dollars(dutyOf(DOLLARS, 75))}`, `missing-heading 9903.88.03 ${dollars(-dutyOf(DOLLARS, 250))}`]);
  });
  test("fentanyl on goods of Macau and Section 301 on goods of Hong Kong are too many", () => {
    const day = "2025-06-20";
    expect(errors(entry(bags, "MO", day, layers(bags, "HK", day)))).toEqual([`extra-heading 9903.01.24 ${dollars(dutyOf(DOLLARS, 200))}`]);
    expect(errors(entry(bags, "HK", day, layers(bags, "CN", day)))).toEqual([`extra-heading 9903.88.03 ${dollars(dutyOf(DOLLARS, 250))}`]);
  });
  test("a heading of steel of the United Kingdom in place of the one of China is one too many", () => {
    const steel: Goods = { code: "7326.90.86.88", base: 29, list: ["9903.88.03", 250] };
    const all: Layer[] = [
      ["9903.88.03", 250],
      ["9903.03.06", 0],
      ["9903.82.04", 250],
    ];
    expect(errors(entry(steel, "CN", "2026-05-10", all))).toEqual([`extra-heading 9903.82.04 ${dollars(dutyOf(DOLLARS, 250))}`, `missing-heading 9903.82.02 ${dollars(-dutyOf(DOLLARS, 500))}`]);
  });
});

/** Customs' order by the beginnings of headings: CSMS 64018403. */
const slot = (heading: string): number => (heading.startsWith("9903.88") ? 1 : heading.startsWith("9903.05") ? 2 : 3);
