import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditFinding, FiledEntry } from "@truce/engine/entry";
import { parseKnown } from "@truce/engine/time";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditBook } from "../packages/node/dist/entries/audit-book.js";
import { factColumns } from "@truce/engine/entries";
import { readEntries } from "../packages/node/dist/entries/index.js";
import { bookText, syntheticBook } from "../packages/node/dist/entries/make-entries.js";
import type { Desks } from "@truce/engine/desk";
import { type Open, PERTURBATIONS } from "./audit/perturb.js";

/* A synthetic book of entries is written, read back and audited: nothing is wrong. Then one thing in it is made wrong, and that is found. */
const ENTRIES = 5000;
/** Entries that each fault is tried on. */
const TRIED = 12;
const known = parseKnown("2026-10-10").at;
let dir = "";
let desks: Desks;
let book: readonly FiledEntry[] = [];
const audited = (entries: readonly FiledEntry[]) => auditBook(entries, desks, { known, now: known, supposed: [] });
const errors = (all: readonly AuditFinding[]): AuditFinding[] => all.filter((f) => f.error && f.kind !== "overpaid" && f.kind !== "underpaid");

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "truce-book-"));
  const made = await syntheticBook(ENTRIES, 1);
  desks = made.desks;
  const file = join(dir, "book.csv");
  writeFileSync(file, bookText(made.book));
  const read = await readEntries(file, factColumns(desks.regime.goods, desks.regimeAt(known, [])));
  expect(read.problems).toEqual([]);
  book = read.entries;
}, 240_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("a book that was priced by Truce", () => {
  test("is read back whole", () => {
    expect(book.length).toBe(ENTRIES);
    expect(new Set(book.map((e) => e.number)).size).toBe(ENTRIES);
  });

  test("holds every layer, every origin and every type of entry", () => {
    const lines = book.flatMap((e) => e.lines);
    const headings = new Set(lines.flatMap((l) => l.tariffs.map((t) => t.code)));
    const wanted =
      "99038801 99038802 99038803 99038815 99039101 99038869 99030120 99030124 99030123 99030125 99030128 99030132 99030133 99030163 99030301 99030303 99030306 99030531 99030543 99030590 99038187 99038502 99037801 99038202 99038203 99038209 99038210 99039405";
    expect(wanted.split(" ").filter((h) => !headings.has(h))).toEqual([]);
    expect(new Set(lines.map((l) => l.origin))).toEqual(new Set(["CN", "HK", "MO"]));
    expect(new Set(book.map((e) => e.type))).toEqual(new Set(["01", "03", "06", "11"]));
  });

  test("shows no finding by what is known now", { timeout: 120_000 }, () => {
    const found = audited(book).flatMap((a) => a.findings.filter((f) => f.error || f.kind === "needs-facts"));
    expect(found).toEqual([]);
  });
});

describe("the same book without the columns of facts", () => {
  test("is still not found wrong by a cent: its headings say what they can, and the rest is left open", { timeout: 120_000 }, () => {
    const bare = book.slice(0, 1500).map((e) => ({ ...e, lines: e.lines.map((l) => ({ ...l, facts: {} })) }));
    const found = audited(bare).flatMap((a) => a.findings);
    expect(errors(found).filter((f) => f.difference !== "0.00")).toEqual([]);
    expect(found.some((f) => f.kind === "needs-facts")).toBe(true);
  });
});

describe("one thing made wrong", () => {
  test.each(PERTURBATIONS.map((p) => [p.name, p] as const))("%s is found, on its row, with its difference", { timeout: 60_000 }, (_, p) => {
    let tried = 0;
    for (const entry of book) {
      const wrong = p.make(structuredClone(entry) as Open);
      if (wrong === undefined) continue;
      const [a] = audited([wrong.entry]);
      const found = errors(a?.findings ?? []);
      expect(
        found.filter((f) => f.kind !== p.beside).map((f) => ({ kind: f.kind, row: f.row, difference: f.difference })),
        JSON.stringify({ was: entry.lines, found }),
      ).toEqual([{ kind: p.kind, row: wrong.row, difference: wrong.difference === null ? null : p.beside === undefined ? (wrong.difference / 100).toFixed(2) : "0.00" }]);
      expect(found.filter((f) => f.kind === p.beside).map((f) => f.difference)).toEqual(p.beside === undefined ? [] : [((wrong.difference ?? 0) / 100).toFixed(2)]);
      expect(a?.net).toBe(wrong.difference ?? 0);
      if (++tried === TRIED) break;
    }
    expect(tried).toBeGreaterThan(2);
  });
});
