import { InputError } from "@truce/engine/desk";
import { aboutLines } from "./about-lines.js";
import { ownNames, PRICE_LIMITS } from "@truce/engine/portfolio";
import type { Query, Source } from "./source.js";
import { name, path, text } from "./sql.js";
import { brokenSql } from "./table-text.js";

/** Parts of a question of `truce duty --batch`, which a later line may have where the first ones have not. */
const PARTS = ["code", "from", "to", "on", "value", "quantity", "facts", "ref"];
/** Parts of one that hold for a whole run here. */
const OF_RUN: Readonly<Record<string, string>> = { known: "leave it out and give --known", suppose: "leave it out and give --suppose", rounding: "leave it out: amounts are to the cent" };
/** Lines from which names are taken. */
const SAMPLE = 10_000;

/**
 * JSON lines: one object a line, with the parts of a question and any others. A line that is no object is broken.
 * @throws InputError for a part that holds for a whole run, and where there are too many names
 */
export async function jsonLines(file: string, given: string, query: Query, notes: readonly string[]): Promise<Source> {
  // Each line as one cell: no mark cuts it, and what is no JSON stays a row of its own.
  const lines = `read_csv(${path(file)}, columns = {'l': 'VARCHAR'}, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '', max_line_size = ${PRICE_LIMITS.row}, compression = 'none', hive_partitioning = false, store_rejects = true)`;
  const found = await query(
    `SELECT k, min(n) AS first FROM (SELECT unnest(json_keys(l)) AS k, n FROM (SELECT row_number() OVER () AS n, l FROM ${lines} LIMIT ${SAMPLE}) WHERE CASE WHEN json_valid(l) THEN json_type(l) = 'OBJECT' ELSE false END) GROUP BY k ORDER BY 2, 1`,
  );
  const names = found.map((r) => String(r["k"])).filter((n) => !/["\\]/.test(n));
  const ofRun = names.find((n) => Object.hasOwn(OF_RUN, n));
  if (ofRun !== undefined) throw new InputError("unknown-field", `${given} has the field "${ofRun}", which holds for a whole run here`, OF_RUN[ofRun] as string, given);
  const all = names.length === 0 ? [] : [...names, ...PARTS.filter((p) => !names.includes(p))];
  if (all.length > PRICE_LIMITS.columns) throw new InputError("too-wide", `${given} has more than ${PRICE_LIMITS.columns} different fields`, "leave fields out", given);
  const own = ownNames(all);
  const cells = own.map((n, i) => `v[${i + 1}] AS ${name(n)}`).join(", ");
  const paths = all.map((n) => text(`$.${name(n)}`)).join(", ");
  const values = `CASE WHEN json_valid(l) AND json_type(l) = 'OBJECT' THEN json_extract_string(l, [${paths}]) END`;
  return {
    file: given,
    kind: "jsonl",
    sql: `(SELECT ${cells === "" ? "1" : cells} FROM (SELECT ${values} AS v FROM ${lines} WHERE l IS NOT NULL))`,
    numbered: `(SELECT ${cells}${cells === "" ? "" : ", "}n AS truce_row FROM (SELECT n, ${values} AS v FROM (SELECT row_number() OVER () AS n, l FROM ${lines} WHERE l IS NOT NULL)))`,
    columns: own.map((n) => ({ name: n, type: "VARCHAR" })),
    broken: brokenSql(0),
    about: aboutLines(file),
    notes,
  };
}
