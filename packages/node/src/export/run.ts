import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { compileBook } from "@truce/engine/book";
import type { Side } from "@truce/engine/duty";
import type { Instrument } from "@truce/engine/law";
import { type Instant, toUtc } from "@truce/engine/time";
import { type Desks, InputError } from "@truce/engine/desk";
import { openOutput } from "../price/output.js";
import { text } from "../price/sql.js";
import { explain } from "../price/trouble.js";
import { ratesTable } from "./rates.js";
import { goodsTable, instrumentsTable } from "./tables.js";

export const EXPORTS = ["rates", "instruments", "goods"] as const;
export type ExportName = (typeof EXPORTS)[number];
/** What was exported. */
export interface Exported {
  readonly what: ExportName;
  readonly known: string;
  readonly horizon: string;
  readonly rows: number;
  readonly path: string | null;
}
export interface ExportOptions {
  readonly sides: readonly Side[];
  readonly known: Instant;
  readonly supposed: readonly Instrument[];
  /** Where to; nothing prints CSV. */
  readonly to: string | undefined;
}

/**
 * Writes the compiled regime, its documents or its goods as a table: Parquet, CSV or JSON lines by the file's ending, whole or not at all.
 * @throws InputError for a name that is no file
 */
export async function exportTable(what: ExportName, desks: Desks, o: ExportOptions, print: (text: string) => Promise<void>): Promise<Exported> {
  const format = formatOf(o.to);
  const scratch = mkdtempSync(join(tmpdir(), "truce-export-"));
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "1GB", temp_directory: join(scratch, "spill") });
  const connection = await instance.connect();
  const out = o.to === undefined ? undefined : openOutput(o.to, "");
  try {
    const { horizon } = desks.regime.law;
    const known = toUtc(o.known);
    const rows =
      what === "rates"
        ? await ratesTable(
            connection,
            o.sides.map((s) => compileBook(desks.desk(o.known, o.supposed).grounds, o.known, s)),
            known,
            horizon,
          )
        : what === "instruments"
          ? await instrumentsTable(connection, desks, o.known, o.supposed)
          : await goodsTable(connection, desks);
    const part = out?.part ?? join(scratch, "export.csv");
    await connection.run(`COPY ${what} TO ${text(part)} (${format})`);
    if (out === undefined) {
      const { createReadStream } = await import("node:fs");
      for await (const chunk of createReadStream(part, "utf8")) await print(chunk as string);
    } else out.finish();
    return { what, known, horizon, rows, path: o.to ?? null };
  } catch (e) {
    throw explain(e, what, o.to);
  } finally {
    out?.drop();
    connection.closeSync();
    instance.closeSync();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function formatOf(to: string | undefined): string {
  const ending = to?.split(".").at(-1)?.toLowerCase() ?? "csv";
  if (ending === "parquet" || ending === "pq") return "FORMAT parquet, COMPRESSION zstd";
  if (ending === "csv") return "FORMAT csv, HEADER";
  if (["json", "jsonl", "ndjson"].includes(ending)) return "FORMAT json";
  throw new InputError("bad-ending", `${to} does not say which kind of file it is to be`, "end its name with .parquet, .csv or .jsonl", "-o");
}
