import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { amounts, type Book, compileBook, ORIGINS, panel, tablesOf, totals, type Totals } from "@truce/engine/book";
import type { DutyDesk } from "@truce/engine/duty";
import { parseKnown } from "@truce/engine/time";
import { columnTable } from "../../packages/node/dist/bulk/column-table.js";
import { exportTable } from "../../packages/node/dist/export/run.js";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../../packages/node/dist/grounds/open.js";

/** The moment of knowledge of all engines' tests. */
export const KNOWN = parseKnown("2026-10-10").at;

/** What the kernel says of the entries of a test: the numbers to which every engine must come. */
export interface Oracle {
  /** Files that an engine reads. */
  readonly rates: string;
  readonly entries: string;
  readonly us: Totals;
  readonly cn: Totals;
  /** Entries by outcome, with the sums of those that are settled. */
  readonly expected: readonly { readonly outcome: string; readonly entries: number; readonly withoutBase: number; readonly base: bigint; readonly additional: bigint }[];
}
const NAMES = ["settled", "needs-facts", "beyond-horizon", "not-covered"] as const;

/** Writes rates as exported and random entries of both directions into a folder, and prices the entries by the kernel. */
export async function oracle(dir: string, count: number): Promise<Oracle> {
  const desks = new Desks(await openRegime());
  const desk: DutyDesk = desks.desk(KNOWN, []);
  const rates = join(dir, "rates.parquet");
  await exportTable("rates", desks, { sides: ["us", "cn"], known: KNOWN, supposed: [], to: rates }, async () => undefined);
  const instance = await DuckDBInstance.create(":memory:");
  const c = await instance.connect();
  const entries = join(dir, "entries.parquet");
  await c.run("CREATE TABLE entries (row_id BIGINT, code VARCHAR, origin VARCHAR, destination VARCHAR, minute INTEGER, cents BIGINT)");
  const sums: { us?: Totals; cn?: Totals } = {};
  const found = new Map<string, { entries: number; withoutBase: number; base: bigint; additional: bigint }>();
  for (const side of ["us", "cn"] as const) {
    const book = compileBook(desk.grounds, KNOWN, side);
    const codes = [...new Set([...panel(book)].map((r) => r.code))];
    const places = codes.map((code) => book.place(code));
    const own = Math.floor(side === "us" ? (count * 2) / 3 : count / 3);
    const lines = { place: new Int32Array(own), origin: new Uint8Array(own), minute: new Int32Array(own), cents: new Float64Array(own) };
    const code = new Int32Array(own);
    let state = side === "us" ? 7 : 11;
    const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
    const [first, last] = [Date.UTC(2018, 0, 2) / 60_000, Date.UTC(2027, 5, 1) / 60_000];
    for (let i = 0; i < own; i++) {
      code[i] = Math.floor(next() * codes.length);
      lines.place[i] = places[code[i] as number] as number;
      lines.origin[i] = Math.floor(next() * ORIGINS[side].length);
      // Half of them at or beside an instant at which something changes.
      const edge = book.edges[Math.floor(next() * book.edges.length)] as number;
      lines.minute[i] = next() < 0.5 ? first + Math.floor(next() * (last - first)) : Math.min(last, Math.max(first, edge + Math.floor(next() * 3) - 1));
      lines.cents[i] = Math.floor(next() ** 4 * 1.4e11);
    }
    const tables = tablesOf(book);
    sums[side] = totals(tables, lines, 0, own);
    byOutcome(book, tables, lines, found);
    columnTable(c, `x_${side}`, { id: Float64Array.from(code, (_, i) => i * 2 + (side === "us" ? 0 : 1)), code, origin: Int32Array.from(lines.origin), minute: lines.minute, cents: lines.cents });
    await c.run(`CREATE TABLE names_${side} AS SELECT * FROM (SELECT unnest([${codes.map((x) => `'${x}'`).join()}]) AS name, unnest(range(${codes.length})) AS n)`);
    await c.run(
      `INSERT INTO entries SELECT CAST(id AS BIGINT), name, [${ORIGINS[side].map((o) => `'${o}'`).join()}][origin + 1], '${side.toUpperCase()}', minute, CAST(cents AS BIGINT) FROM x_${side}() x JOIN names_${side} n ON n.n = x.code`,
    );
  }
  await c.run(`COPY (SELECT * FROM entries ORDER BY row_id) TO '${entries}' (FORMAT parquet)`);
  c.closeSync();
  instance.closeSync();
  const expected = [...found].map(([outcome, x]) => ({ outcome, ...x })).sort((a, b) => (a.outcome < b.outcome ? -1 : 1));
  return { rates, entries, us: sums.us as Totals, cn: sums.cn as Totals, expected };
}

function byOutcome(
  book: Book,
  tables: ReturnType<typeof tablesOf>,
  lines: { cents: Float64Array; place: Int32Array; origin: Uint8Array; minute: Int32Array },
  found: Map<string, { entries: number; withoutBase: number; base: bigint; additional: bigint }>,
): void {
  const n = lines.cents.length;
  const out = { cell: new Int32Array(n), base: new Float64Array(n), amounts: new Float64Array(n * tables.most) };
  amounts(tables, lines, 0, n, out);
  for (let i = 0; i < n; i++) {
    const cell = book.cell(out.cell[i] as number);
    const outcome = NAMES[tables.outcome[out.cell[i] as number] as number] as string;
    let sum = found.get(outcome);
    if (sum === undefined) found.set(outcome, (sum = { entries: 0, withoutBase: 0, base: 0n, additional: 0n }));
    sum.entries++;
    let base = out.base[i] as number;
    // Whether another duty takes the place of the ordinary one turns on facts: the cell knows.
    if (base === -2) base = cell.replaced === undefined ? -1 : cell.replaced ? 0 : Number((BigInt(lines.cents[i] as number) * BigInt(cell.base?.rate.percent ?? 0) + 500_000n) / 1_000_000n);
    if (base < 0) sum.withoutBase++;
    if (outcome !== "settled") continue;
    if (base >= 0) sum.base += BigInt(base);
    for (let k = 0; k < cell.parts.length; k++) sum.additional += BigInt(out.amounts[i * tables.most + k] as number);
  }
}
