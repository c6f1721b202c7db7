import { type DuckDBConnection, DuckDBDecimalValue } from "@duckdb/node-api";
import { type Book, type Cell, panel, type PanelRow } from "@truce/engine/book";
import { columnTable } from "../bulk/column-table.js";

/** Columns of the rates table, in their order. Instants are UTC; the minute columns count from 1970-01-01T00:00Z. Open ends are 2299-12-31. */
export const RATE_COLUMNS = [
  "code",
  "origin",
  "destination",
  "from",
  "to",
  "component",
  "percent",
  "specific",
  "heading",
  "instruments",
  "kind",
  "outcome",
  "needs",
  "percent_ppm",
  "share_ppm",
  "min_ppm",
  "max_ppm",
  "from_minute",
  "to_minute",
  "known",
  "horizon",
] as const;

/**
 * Makes the temporary table `rates` from the books of one or both sides: for each line of the tariff, origin and stretch in which nothing
 * changes one row of the ordinary duty and one for each duty above it.
 * @returns how many rows
 */
export async function ratesTable(connection: DuckDBConnection, books: readonly Book[], known: string, horizon: string): Promise<number> {
  await connection.run(`CREATE TEMP TABLE rates AS SELECT ${RATE_COLUMNS.map((c) => `CAST(NULL AS ${typeOf(c)}) AS "${c}"`).join(", ")} WHERE false`);
  for (const book of books) {
    const rows = [...panel(book)];
    await cellsTable(connection, book, new Set(rows.map((r) => r.cell)));
    const codes = [...new Set(rows.map((r) => r.code))];
    await namesTable(connection, "x_codes", codes);
    const place = new Map(codes.map((c, i) => [c, i]));
    const origins = [...new Set(rows.map((r) => r.origin))];
    await namesTable(connection, "x_origins", origins);
    const name = `x_panel_${book.side}`;
    columnTable(connection, name, {
      code: Int32Array.from(rows, (r) => place.get(r.code) as number),
      origin: Int32Array.from(rows, (r) => origins.indexOf(r.origin)),
      from_minute: column(rows, (r) => r.from),
      to_minute: column(rows, (r) => r.until),
      cell: column(rows, (r) => r.cell),
    });
    await connection.run(
      `INSERT INTO rates SELECT c.name, o.name, '${book.side.toUpperCase()}', make_timestamp(CAST(p.from_minute AS BIGINT) * 60000000), make_timestamp(CAST(p.to_minute AS BIGINT) * 60000000),
        x.component, x.percent, x.specific, x.heading, x.instruments, x.kind, x.outcome, x.needs, x.percent_ppm, x.share_ppm, x.min_ppm, x.max_ppm, p.from_minute, p.to_minute, '${known}', '${horizon}'
        FROM ${name}() p JOIN x_codes c ON c.n = p.code JOIN x_origins o ON o.n = p.origin JOIN x_cells x ON x.cell = p.cell`,
    );
  }
  return Number((await connection.runAndReadAll("SELECT count(*) AS n FROM rates")).getRowObjectsJS()[0]?.["n"]);
}

const column = (rows: readonly PanelRow[], of: (r: PanelRow) => number): Int32Array => Int32Array.from(rows, of);

function typeOf(column: (typeof RATE_COLUMNS)[number]): string {
  if (column.endsWith("_ppm")) return "BIGINT";
  if (column.endsWith("_minute")) return "INTEGER";
  return column === "from" || column === "to" ? "TIMESTAMP" : column === "percent" ? "DECIMAL(12, 4)" : "VARCHAR";
}

async function namesTable(connection: DuckDBConnection, table: string, names: readonly string[]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} (n INTEGER, name VARCHAR)`);
  const a = await connection.createAppender(table);
  names.forEach((name, n) => {
    a.appendInteger(n);
    a.appendVarchar(name);
    a.endRow();
  });
  a.closeSync();
}

/** One row for each component of each cell. */
async function cellsTable(connection: DuckDBConnection, book: Book, ids: ReadonlySet<number>): Promise<void> {
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE x_cells (cell INTEGER, component VARCHAR, percent DECIMAL(12, 4), specific VARCHAR, heading VARCHAR, instruments VARCHAR, kind VARCHAR, outcome VARCHAR, needs VARCHAR, percent_ppm BIGINT, share_ppm BIGINT, min_ppm BIGINT, max_ppm BIGINT)",
  );
  const a = await connection.createAppender("x_cells");
  const word = (v: string | null | undefined): void => (v === null || v === undefined || v === "" ? a.appendNull() : a.appendVarchar(v));
  const big = (v: number | undefined): void => (v === undefined ? a.appendNull() : a.appendBigInt(BigInt(v)));
  for (const id of ids) {
    const cell = book.cell(id);
    const open = cell.outcome === "needs-facts";
    for (const r of componentsOf(cell, book.side)) {
      a.appendInteger(id);
      word(r.component);
      if (r.ppm === undefined) a.appendNull();
      else a.appendDecimal(new DuckDBDecimalValue(BigInt(r.ppm), 12, 4));
      word(r.specific);
      word(r.heading);
      word(r.instruments);
      word(r.kind);
      word(cell.outcome);
      word(open ? cell.missing.map((m) => m.fact).join(" ") : undefined);
      big(r.ppm);
      big(r.share);
      big(open || cell.outcome === "settled" ? cell.min : undefined);
      big(open || cell.outcome === "settled" ? cell.max : undefined);
      a.endRow();
    }
  }
  a.closeSync();
}

interface ComponentRow {
  readonly component: string;
  readonly ppm: number | undefined;
  readonly share: number;
  readonly specific?: string | undefined;
  readonly heading: string | null;
  readonly instruments: string;
  readonly kind: "base" | "replaced" | "adds" | "replaces-base";
}

/** The ordinary duty of a cell, and each duty above it. The rate is open where it has a quantity in it, is words, or is not in hand. */
function componentsOf(cell: Cell, side: "us" | "cn"): ComponentRow[] {
  const rate = cell.base?.rate;
  const plain = rate?.percent !== undefined && rate.specific.length === 0 && rate.partial.length === 0;
  const base: ComponentRow = {
    component: "base",
    ppm: cell.replaced === undefined || !plain ? undefined : cell.replaced ? 0 : rate.percent,
    share: cell.base?.share ?? 1_000_000,
    specific: rate === undefined || plain ? undefined : rate.text,
    heading: null,
    instruments: side === "us" ? "us/hts" : "cn/mfn",
    kind: cell.replaced === true ? "replaced" : "base",
  };
  return [base, ...cell.parts.map((p): ComponentRow => ({ component: p.measure, ppm: p.percent, share: p.share, heading: p.heading, instruments: p.instruments.join(" "), kind: p.kind }))];
}
