import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { Instant } from "@truce/engine/time";
import { factColumns } from "@truce/engine/entries";
import type { Desks } from "@truce/engine/desk";
import { type Defaults, type Mapping, mapColumns } from "@truce/engine/portfolio";
import type { Encoding } from "./encoding.js";
import { type Kind, openSource, type Query, type Source } from "./source.js";
import { order, taken } from "./survey.js";
import { explain } from "./trouble.js";
import { viewSql } from "./view.js";

/** How a file of lines is read. */
export interface ReadOptions {
  readonly columns: readonly string[];
  readonly defaults: Defaults;
  readonly known: Instant;
  /** Memory that DuckDB may take, such as `1GB`. */
  readonly memory: string;
  readonly threads?: number;
  /** Of a text; found by its beginning where it is left out. */
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
}

/** A file of lines in a database of its own: which column is what, and its rows as the kernel asks for them. */
export interface OpenLines {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  readonly query: Query;
  readonly source: Source;
  readonly mapping: Mapping;
  readonly notes: string[];
  /** The rows as `viewSql` gives them, of `source.sql` or `source.numbered`. */
  readonly view: (rows: string) => string;
  readonly close: () => void;
}

/**
 * Opens a file of lines. Nothing of it is kept in memory; what DuckDB cannot read as it stands is rewritten in `scratch`.
 * @throws InputError for a file that cannot be read or has no column of codes or values
 */
export async function openLines(file: string, scratch: string, desks: Desks, o: ReadOptions): Promise<OpenLines> {
  let instance: DuckDBInstance | undefined;
  let reading: Kind | undefined;
  try {
    instance = await DuckDBInstance.create(":memory:", {
      threads: String(o.threads ?? availableParallelism()),
      memory_limit: o.memory,
      temp_directory: join(scratch, "spill"),
      preserve_insertion_order: "true",
    });
    const connection = await instance.connect();
    // Lines come out in the order of the file: they are what goes past a table of combinations, never what is looked up; and words of countries are compared, not joined.
    await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side,in_clause'");
    const query: Query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
    const source = await openSource(file, scratch, query, { names: o.columns.map((c) => c.slice(c.indexOf("=") + 1)), delimiter: o.delimiter, encoding: o.encoding });
    reading = source.kind;
    const mapping = mapColumns(source.columns, factColumns(desks.regime.goods, desks.regimeAt(o.known, [])), o.columns);
    const notes = [...source.notes, ...taken(source, mapping, o.defaults)];
    const dayFirst = await order(source, mapping, query, notes);
    const opened = instance;
    const close = (): void => {
      connection.closeSync();
      opened.closeSync();
      rmSync(scratch, { recursive: true, force: true });
    };
    return { instance, connection, query, source, mapping, notes, view: (rows) => viewSql(source, rows, mapping, o.defaults, dayFirst), close };
  } catch (e) {
    instance?.closeSync();
    throw explain(e, file, undefined, reading);
  }
}
