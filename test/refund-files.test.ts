import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, checkDigit } from "@truce/engine/entry";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeRefundFiles } from "../packages/node/dist/entries/index.js";
import { ask, type Change, D, entry, number, openDesk, rules } from "./refunds-desk.js";

/* The files that the refund desk writes: lists for CAPE and the calendar, each whole or absent. */
openDesk();
let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "truce-refunds-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("files", () => {
  const many = (n: number, change: Change = {}, from = 1) => Array.from({ length: n }, (_, i) => entry({ number: number(from + i), status: "liquidated", date: addDays(D, -10), ...change }));
  const rows = (folder: string, name: string) => readFileSync(join(folder, name), "utf8").split("\r\n");
  test("9,999 entries are one file, 10,000 are two", () => {
    for (const [n, sizes] of [
      [9_999, [9_999]],
      [10_000, [9_999, 1]],
    ] as const) {
      const folder = join(dir, String(n));
      const written = writeRefundFiles(folder, ask(many(n), D), rules.file);
      expect(written.map((w) => w.rows)).toEqual([...sizes, n * 2]);
      expect(readdirSync(folder).sort()).toEqual(["calendar.csv", ...sizes.map((_, i) => `cape-1-00${i + 1}.csv`)]);
      const all = sizes.flatMap((_, i) => rows(folder, `cape-1-00${i + 1}.csv`).slice(1, -1));
      expect(rows(folder, "cape-1-001.csv")[0]).toBe("Entry Number");
      expect(new Set(all).size).toBe(n);
      expect(all.every((x) => /^[A-Z0-9]{3}-\d{7}-\d$/.test(x) && checkDigit(x.replaceAll("-", "")) === Number(x.at(-1)))).toBe(true);
    }
  });
  test("phases and importers have files of their own, and only entries of CAPE stand in them", () => {
    const folder = join(dir, "apart");
    const entries = [
      ...many(2, { importer: "12-1" }),
      ...many(1, { importer: "12-2" }, 10),
      ...many(1, { reconciliation: true }, 20),
      ...many(1, { date: addDays(D, -100) }, 30),
      ...many(1, { date: addDays(D, -181) }, 40),
      ...many(1, { drawback: undefined }, 50),
    ];
    writeRefundFiles(folder, ask(entries, D), rules.file);
    expect(readdirSync(folder).sort()).toEqual(["calendar.csv", "cape-1-001.csv", "cape-1-002.csv", "cape-1-provided-001.csv", "cape-2-001.csv"]);
    expect(rows(folder, "cape-1-001.csv")).toEqual(["Entry Number", number(1), number(2), ""]);
    expect(rows(folder, "calendar.csv").filter((l) => l.includes(number(30)))).toEqual([
      `2026-12-22,82,${number(30)},last day of a protest,protest,100.00,0.00,0.00`.replace("2026-12-22,82", `${addDays(D, 80)},80`),
    ]);
  });
  test("files of another run are not mixed with new ones", () => {
    const folder = join(dir, "stale");
    mkdirSync(folder);
    writeFileSync(join(folder, "cape-1-007.csv"), "Entry Number\r\n");
    expect(() => writeRefundFiles(folder, ask(many(1), D), rules.file)).toThrow(/another run: cape-1-007.csv/);
    expect(readdirSync(folder)).toEqual(["cape-1-007.csv"]);
  });
  test("a file of another hand is not written over; one of this program is", () => {
    const folder = join(dir, "others");
    mkdirSync(folder);
    writeFileSync(join(folder, "calendar.csv"), "day,meeting\n");
    expect(() => writeRefundFiles(folder, ask(many(1), D), rules.file)).toThrow(/calendar.csv, which is not a file of this program/);
    expect(readdirSync(folder)).toEqual(["calendar.csv"]);
    rmSync(join(folder, "calendar.csv"));
    writeRefundFiles(folder, ask(many(1), D), rules.file);
    expect(writeRefundFiles(folder, ask(many(2), D), rules.file).map((f) => f.rows)).toEqual([2, 4]);
  });
  test("where nothing can be written, nothing is left behind", () => {
    const path = join(dir, "a-file");
    writeFileSync(path, "");
    expect(() => writeRefundFiles(path, ask(many(1), D), rules.file)).toThrow(/not a folder/);
    expect(existsSync(join(dir, "calendar.csv"))).toBe(false);
  });
});
