import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Desks, InputError, type Scenario } from "@truce/engine/desk";
import { Books, type Mapping } from "@truce/engine/portfolio";
import { register, registerWide } from "./functions.js";
import { linesSql, longSql, rejectsSql, wideSql } from "./layouts.js";
import { type OpenLines, openLines, type ReadOptions } from "./lines.js";
import { checkOutput, type Output, openOutput, scratchBeside } from "./output.js";
import type { Source } from "./source.js";
import { text } from "./sql.js";
import { brokenRows } from "./survey.js";
import { writeLines, writeParts } from "./tables.js";
import { explain } from "./trouble.js";

/** How a run is done. */
export interface PriceOptions extends ReadOptions {
  readonly scenarios: readonly Scenario[];
}
/** How far a run is: lines done in a step, and about which share of it that is, from 0 to 1. */
export type Progress = (step: string, lines: number, share: number) => void;

/** Lines priced and ready to be written or added up. */
export class PricedFile {
  private constructor(
    private readonly lines: OpenLines,
    private readonly scratch: string,
    readonly source: Source,
    readonly mapping: Mapping,
    readonly books: Books,
    readonly scenarios: readonly Scenario[],
    readonly rows: number,
    readonly rejected: number,
    readonly notes: readonly string[],
    private readonly stamp: string,
  ) {}

  /**
   * Reads a file through once and works out what its lines turn on. Nothing is written.
   * @throws InputError for a file that cannot be read or has no column of codes or values
   */
  static async open(file: string, desks: Desks, o: PriceOptions, beside: string | undefined, progress: Progress): Promise<PricedFile> {
    if (beside !== undefined) checkOutput(beside, file);
    const scratch = beside === undefined ? mkdtempSync(join(tmpdir(), "truce-price-")) : scratchBeside(beside);
    SCRATCH.add(scratch);
    let lines: OpenLines | undefined;
    let books: Books | undefined;
    const stamp = stampOf(file);
    try {
      lines = await openLines(file, scratch, desks, o);
      const { connection, query, source, mapping, notes } = lines;
      books = new Books(desks, o.known, o.scenarios);
      register(connection, books);
      const line = mapping.facts.size > 0 || mapping.fields.has("facts") ? "truce_line(t_code, t_when, t_origin, t_side, COALESCE(t_facts, ''))" : "truce_plain(t_code, t_when, t_origin, t_side)";
      const view = (rows: string): string => `SELECT *, CASE WHEN t_bad IS NULL THEN ${line} END AS t_line FROM (${lines?.view(rows)})`;
      await connection.run(`CREATE TEMP VIEW t_plain AS ${view(source.sql)}`);
      await connection.run(`CREATE TEMP VIEW t_view AS ${view(source.numbered)}`);
      // Read once to learn which cells there are, and again by each statement that gives rows: the lines are never all in memory.
      const counting =
        "SELECT count(*) AS rows, count(*) FILTER (t_bad IS NOT NULL OR t_line < 0) AS rejected, count(CASE WHEN t_line >= 0 THEN truce_tally(t_line, t_cents, COALESCE(t_quantity, '')) END) AS added FROM t_plain";
      const [counted] = await watch(connection, books, "reading", source.about, progress, () => query(counting));
      if (books.tally.count !== Number(counted?.["added"]) || books.tally.count !== Number(counted?.["rows"]) - Number(counted?.["rejected"]))
        throw new Error("the lines that were added up are not those that were read");
      books.closed = true;
      const broken = await brokenRows(source, books, query);
      books.order = books.measures();
      registerWide(connection, books, o.scenarios.length);
      await writeLines(connection, books, o.scenarios.length);
      return new PricedFile(lines, scratch, source, mapping, books, o.scenarios, Number(counted?.["rows"] ?? 0) + broken, Number(counted?.["rejected"] ?? 0) + broken, notes, stamp);
    } catch (e) {
      lines?.close();
      rmSync(scratch, { recursive: true, force: true });
      throw explain(books?.thrown ?? e, file, undefined, lines?.source.kind);
    }
  }

  /** The SELECT of a layout; `prepare` makes what it joins. */
  sql(layout: "long" | "wide" | "lines" | "rejects"): string {
    switch (layout) {
      case "long":
        return longSql(this.mapping, this.scenarios);
      case "wide":
        return wideSql(this.source.columns, this.books.order, this.scenarios);
      case "lines":
        return linesSql(this.mapping, this.scenarios);
      case "rejects":
        return rejectsSql(this.source.broken !== undefined);
      default:
        return layout satisfies never;
    }
  }

  /** The file is read more than once: another one under its name would lose lines. */
  private same(): void {
    if (this.stamp !== stampOf(this.source.file)) throw new InputError("changed-file", `${this.source.file} was changed while it was read`, "run it again when nothing writes to the file", "FILE");
  }

  private parts = false;
  /** Makes the tables that a layout joins and others do not. */
  async prepare(layout: "long" | "wide" | "lines" | "rejects"): Promise<void> {
    if (layout !== "long" || this.parts) return;
    await writeParts(this.connection, this.books, this.scenarios.length);
    this.parts = true;
  }

  /** Writes a layout to a file by its ending: whole, or not at all. @returns how many rows */
  async write(layout: "long" | "wide" | "rejects", to: string, progress: Progress): Promise<number> {
    const out = openOutput(to, this.source.file);
    OPEN_OUTPUTS.add(out);
    try {
      await this.prepare(layout);
      const rows = await watch(this.connection, this.books, "writing", this.rows - this.books.broken.length, progress, () => this.copy(this.sql(layout), to, out.part));
      this.same();
      out.finish();
      return rows;
    } catch (e) {
      out.drop();
      throw explain(this.books.thrown ?? e, this.source.file, to);
    } finally {
      OPEN_OUTPUTS.delete(out);
    }
  }

  /** Takes away a file of this name that an earlier run made; never the input. */
  forget(name: string): void {
    checkOutput(name, this.source.file);
    rmSync(name, { force: true });
  }

  /** Gives a layout as CSV text, part by part. @returns how many rows */
  async print(layout: "long" | "wide", put: (text: string) => Promise<void>): Promise<number> {
    await this.prepare(layout);
    const result = await this.connection.stream(this.sql(layout));
    const quoted = (v: unknown): string => (v === null || v === undefined ? "" : /[",\n\r]/.test(String(v)) ? `"${String(v).replaceAll('"', '""')}"` : String(v));
    await put(`${result.columnNames().map(quoted).join(",")}\n`);
    let rows = 0;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return rows;
      rows += chunk.rowCount;
      await put(
        chunk
          .getRows()
          .map((r) => `${r.map(quoted).join(",")}\n`)
          .join(""),
      );
    }
  }

  private async copy(sql: string, to: string, part: string): Promise<number> {
    if (/\.xlsx$/i.test(to)) return await (await import("./write-workbook.js")).writeWorkbook(this.connection, sql, part, to);
    const format = /\.(parquet|pq)$/i.test(to) ? "FORMAT parquet, COMPRESSION zstd" : `FORMAT csv, HEADER${/\.tsv$/i.test(to) ? ", DELIMITER '\\t'" : ""}`;
    const done = await this.connection.run(`COPY (${sql}) TO ${text(part)} (${format})`);
    return Number((await done.getRowObjectsJS())[0]?.["Count"] ?? 0);
  }

  get connection(): DuckDBConnection {
    return this.lines.connection;
  }

  close(): void {
    this.lines.close();
    SCRATCH.delete(this.scratch);
  }
}

/** Milliseconds between two words of progress. */
const TOLD = 200;

/** What tells a file from another under its name. */
function stampOf(file: string): string {
  const stat = file === "-" ? undefined : statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}

const OPEN_OUTPUTS = new Set<Output>();
const SCRATCH = new Set<string>();
const RUNNING = new Set<DuckDBConnection>();
/** Stops what is running and takes away whatever is half written. Threads that wait for an answer of ours end only while we still give it. */
export function abandon(): void {
  for (const c of RUNNING) c.interrupt();
  for (const o of OPEN_OUTPUTS) o.drop();
  for (const s of SCRATCH) rmSync(s, { recursive: true, force: true });
}

/**
 * Runs a statement and tells how far it is, by the lines that were looked up. @param all how many there will be, or about how many
 */
async function watch<T>(connection: DuckDBConnection, books: Books, step: string, all: number, progress: Progress, run: () => Promise<T>): Promise<T> {
  RUNNING.add(connection);
  books.looked = 0;
  const timer = setInterval(() => progress(step, books.looked, Math.min(1, books.looked / Math.max(1, all))), TOLD);
  try {
    return await run();
  } finally {
    clearInterval(timer);
    RUNNING.delete(connection);
  }
}
