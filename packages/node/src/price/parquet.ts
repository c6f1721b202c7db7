import { InputError } from "@truce/engine/desk";
import { ownNames, PRICE_LIMITS } from "@truce/engine/portfolio";
import type { Query, Source } from "./source.js";
import { name, path } from "./sql.js";

/** A Parquet file. @throws InputError where it has too many columns */
export async function parquet(file: string, given: string, query: Query): Promise<Source> {
  const read = `read_parquet(${path(file)}, file_row_number = true, hive_partitioning = false)`;
  const found = (await query(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${read}`)).map((r) => ({ name: String(r["column_name"]), type: String(r["column_type"]) }));
  if (found.length > PRICE_LIMITS.columns) throw new InputError("too-wide", `${given} has more than ${PRICE_LIMITS.columns} columns`, "leave columns out", given);
  const [rows] = await query(`SELECT sum(num_rows) AS n FROM parquet_file_metadata(${path(file)})`);
  const names = ownNames(found.map((c) => c.name));
  const columns = found.map((c, i) => ({ name: names[i] as string, type: c.type }));
  const own = found.map((c, i) => `${name(c.name)} AS ${name(names[i] as string)}`).join(", ");
  const sql = `(SELECT ${own}, file_row_number + 1 AS truce_row FROM ${read})`;
  return { file: given, kind: "parquet", sql, numbered: sql, columns, broken: undefined, about: Number(rows?.["n"] ?? 0), notes: [] };
}
