import { type DuckDBConnection, DuckDBDecimalValue } from "@duckdb/node-api";
import type { Cell } from "@truce/engine/book";
import { BASE_PART, type Books, type Combination } from "@truce/engine/portfolio";

/** One component of a combination: which part of each scenario's cell it is. */
interface Row {
  readonly component: string;
  readonly heading: string | null;
  readonly kind: string;
  readonly owed: string;
  readonly collected: string;
  readonly refundable: string;
  readonly instruments: string;
  readonly parts: readonly (number | undefined)[];
  readonly percents: readonly (number | undefined)[];
}

/** The components of a combination: the ordinary duty, then the others in customs' order; those of all scenarios. */
export function componentsOf(c: Combination): Row[] {
  const base = c.cells.map((x) => x.base);
  const first: Row = {
    component: "base",
    heading: null,
    kind: "base",
    owed: "yes",
    collected: "yes",
    refundable: "no",
    instruments: c.side === "us" ? "us/hts" : "cn/mfn",
    parts: c.cells.map((x) => (x.outcome === "not-covered" ? undefined : BASE_PART)),
    percents: base.map((b) => (b?.rate.percent === undefined || b.rate.specific.length > 0 || b.rate.partial.length > 0 ? undefined : b.rate.percent)),
  };
  if (c.cells.length === 1) return [first, ...(c.cells[0] as Cell).parts.map((p, k) => row(p, [k], [p.percent]))];
  const out = new Map<string, Row>();
  c.cells.forEach((cell, s) => {
    cell.parts.forEach((p, k) => {
      const turn = cell.parts.slice(0, k).filter((o) => o.measure === p.measure).length;
      const key = `${p.measure} ${turn}`;
      const known = out.get(key);
      const parts = c.cells.map((_, i) => (i === s ? k : known?.parts[i]));
      const percents = c.cells.map((_, i) => (i === s ? p.percent : known?.percents[i]));
      out.set(key, known === undefined ? row(p, parts, percents) : { ...known, parts, percents });
    });
  });
  return [first, ...out.values()];
}

const row = (p: Cell["parts"][number], parts: Row["parts"], percents: Row["percents"]): Row => ({
  component: p.measure,
  heading: p.heading,
  kind: p.kind,
  owed: p.owed,
  collected: p.collected,
  refundable: p.refundable,
  instruments: p.instruments.join(" "),
  parts,
  percents,
});

type Appender = Awaited<ReturnType<DuckDBConnection["createAppender"]>>;
const put = (a: Appender, value: string | null | undefined): void => (value === null || value === undefined ? a.appendNull() : a.appendVarchar(value));
// Points of percent to four decimals are parts per million.
const points = (a: Appender, ppm: number | undefined): void => (ppm === undefined ? a.appendNull() : a.appendDecimal(new DuckDBDecimalValue(BigInt(ppm), 12, 4)));
const each = (scenarios: number, f: (s: number) => string): string => Array.from({ length: scenarios }, (_, s) => f(s)).join(", ");

/** Writes the tables that every layout joins: `t_lines`, a row for each combination, and `t_refusals`. */
export async function writeLines(connection: DuckDBConnection, books: Books, scenarios: number): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE t_lines (n INTEGER, ${each(scenarios, (s) => `outcome_${s} VARCHAR, missing_${s} VARCHAR, why_${s} VARCHAR, min_${s} DECIMAL(12, 4), max_${s} DECIMAL(12, 4)`)})`,
  );
  const lines = await connection.createAppender("t_lines");
  books.combinations.forEach((c, n) => {
    lines.appendInteger(n);
    for (const cell of c.cells) {
      const open = cell.outcome === "needs-facts";
      put(lines, cell.outcome);
      put(lines, open ? cell.missing.map((m) => m.fact).join(" ") : null);
      put(lines, cell.outcome === "settled" ? null : (cell.why ?? null));
      points(lines, open ? cell.min : undefined);
      points(lines, open ? cell.max : undefined);
    }
    lines.endRow();
  });
  lines.closeSync();
  await connection.run("CREATE OR REPLACE TEMP TABLE t_refusals (n INTEGER, field VARCHAR, reason VARCHAR)");
  const refusals = await connection.createAppender("t_refusals");
  books.refusals.forEach((r, n) => {
    refusals.appendInteger(n);
    refusals.appendVarchar(r.field);
    refusals.appendVarchar(r.reason);
    refusals.endRow();
  });
  refusals.closeSync();
}

/** Writes the tables that a row for each component joins, after `writeLines`. */
export async function writeParts(connection: DuckDBConnection, books: Books, scenarios: number): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE t_parts (n INTEGER, ord INTEGER, component VARCHAR, heading VARCHAR, kind VARCHAR, owed VARCHAR, collected VARCHAR, refundable VARCHAR, instruments VARCHAR, ${each(scenarios, (s) => `k_${s} INTEGER, percent_${s} DECIMAL(12, 4)`)})`,
  );
  const parts = await connection.createAppender("t_parts");
  books.combinations.forEach((c, n) => {
    componentsOf(c).forEach((r, ord) => {
      parts.appendInteger(n);
      parts.appendInteger(ord);
      for (const v of [r.component, r.heading, r.kind, r.owed, r.collected, r.refundable, r.instruments]) put(parts, v);
      for (let s = 0; s < scenarios; s++) {
        const k = r.parts[s];
        if (k === undefined) parts.appendNull();
        else parts.appendInteger(k);
        points(parts, r.percents[s]);
      }
      parts.endRow();
    });
  });
  parts.closeSync();
  // The components of a line in one list, so that they come out in their order.
  await connection.run("CREATE OR REPLACE TEMP TABLE t_lists AS SELECT n, any_value(l) AS line, list(x ORDER BY x.ord) AS parts FROM t_parts x JOIN t_lines l USING (n) GROUP BY n");
}
