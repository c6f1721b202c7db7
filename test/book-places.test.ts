import { amounts, compileBook, tablesOf, totals } from "@truce/engine/book";
import { parseKnown } from "@truce/engine/time";
import { expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";

test("a line whose code was numbered after the tables were made is refused, never summed as nothing", async () => {
  const known = parseKnown("2026-10-10").at;
  const book = compileBook(new Desks(await openRegime()).desk(known, []).grounds, known, "us");
  const early = book.place("4202923131");
  book.fill();
  const tables = tablesOf(book);
  const late = tables.rows.length;
  const lines = (place: number) => ({
    place: Int32Array.from([early, place]),
    origin: new Uint8Array(2),
    minute: new Int32Array(2).fill(Date.UTC(2025, 9, 25) / 60_000),
    cents: new Float64Array(2).fill(1000),
  });
  const out = { cell: new Int32Array(2), base: new Float64Array(2), amounts: new Float64Array(2 * tables.most) };
  expect(totals(tables, lines(early), 0, 2).settled).toBe(2);
  for (const place of [late, -1, 1 << 24]) {
    expect(() => totals(tables, lines(place), 0, 2)).toThrow("number the codes with book.place before tablesOf");
    expect(() => amounts(tables, lines(place), 0, 2, out)).toThrow("number the codes with book.place before tablesOf");
  }
});
