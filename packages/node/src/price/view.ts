import { type Side, zoneOf } from "@truce/engine/duty";
import { parseOn } from "@truce/engine/time";
import { CARRIED, type Field } from "./column-names.js";
import type { Mapping, SourceColumn } from "./columns.js";
import { centsSql, codeSql, countrySql, shown, whenSql } from "./normalise.js";
import type { Source } from "./source.js";
import { name, text } from "./sql.js";

/** What holds for lines of which the file does not say it. */
export interface Defaults {
  readonly on: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The minute that stands for an absent day. */
  readonly now: number;
}
const COUNTRIES: Readonly<Record<string, number>> = { CN: 0, HK: 1, MO: 2, US: 3 };

/**
 * A view of the file's rows with what the kernel asks for as integers: `t_code`, `t_when`, `t_origin`, `t_side`, `t_cents`, `t_facts`,
 * `t_quantity`, and `t_bad` and `t_bad_text` where a cell cannot be read.
 */
export function viewSql(source: Source, mapping: Mapping, defaults: Defaults, dayFirst: boolean): string {
  const col = (f: Field): SourceColumn | undefined => mapping.fields.get(f);
  const [code, value] = [col("code") as SourceColumn, col("value") as SourceColumn];
  const from = col("from");
  const to = col("to");
  const on = col("on");
  const fixedFrom = defaults.from === undefined ? (defaults.to === "CN" ? 3 : 0) : (COUNTRIES[defaults.from] ?? 4);
  const origin = from === undefined ? `CAST(${fixedFrom} AS TINYINT)` : `COALESCE(${countrySql(from)}, CAST(${fixedFrom} AS TINYINT))`;
  const sideOf = (sql: string): string => `CAST(CASE WHEN ${sql} = 3 THEN 0 WHEN ${sql} = 0 THEN 1 ELSE 2 END AS TINYINT)`;
  const byOrigin = `CAST(CASE WHEN t_origin = 3 THEN 1 ELSE 0 END AS TINYINT)`;
  const side =
    to === undefined ? (defaults.to === undefined ? byOrigin : `CAST(${defaults.to === "CN" ? 1 : defaults.to === "US" ? 0 : 2} AS TINYINT)`) : `COALESCE(${sideOf(countrySql(to))}, ${byOrigin})`;
  const fixed = (s: Side): string => String(defaults.on === undefined ? defaults.now : parseOn(defaults.on, zoneOf(s)).at);
  const absent = `CAST(CASE WHEN t_side = 1 THEN ${fixed("cn")} ELSE ${fixed("us")} END AS INTEGER)`;
  const empty = on === undefined ? "true" : `(${name(on.name)} IS NULL OR trim(CAST(${name(on.name)} AS VARCHAR)) = '')`;
  const when = on === undefined ? absent : defaults.on === undefined ? whenSql(on, dayFirst) : `CASE WHEN ${empty} THEN ${absent} ELSE ${whenSql(on, dayFirst)} END`;
  const carried = CARRIED.flatMap((f) => {
    const c = col(f);
    return c === undefined ? [] : [`CAST(${name(c.name)} AS VARCHAR) AS t_${f}`];
  });
  const bad = [`WHEN t_code IS NULL THEN 'code'`, `WHEN t_cents IS NULL THEN 'value'`, ...(on === undefined ? [] : [`WHEN t_when IS NULL THEN 'on'`]), `WHEN t_side = 2 THEN 'to'`];
  const texts = [
    `WHEN 'code' THEN ${shown(code)}`,
    `WHEN 'value' THEN ${shown(value)}`,
    ...(on === undefined ? [] : [`WHEN 'on' THEN ${shown(on)}`]),
    ...(to === undefined ? [] : [`WHEN 'to' THEN ${shown(to)}`]),
  ];
  return `SELECT *, CASE t_bad ${texts.join(" ")} END AS t_bad_text FROM (SELECT *, CASE ${bad.join(" ")} END AS t_bad FROM (SELECT *, ${when} AS t_when FROM (SELECT *, ${side} AS t_side FROM (SELECT *, ${codeSql(code)} AS t_code, ${centsSql(value)} AS t_cents, ${origin} AS t_origin, ${factsSql(mapping)} AS t_facts, ${quantitySql(mapping)} AS t_quantity${carried.map((c) => `, ${c}`).join("")} FROM ${source.sql}))))`;
}

/** Facts as JSON objects, one in a line; NULL where the file has none. */
export function factsSql(mapping: Mapping): string {
  const columns = [...mapping.facts].map(([fact, c]) => `${text(fact)}, NULLIF(trim(CAST(${name(c.name)} AS VARCHAR)), '')`);
  const any = [...mapping.facts.values()].map((c) => `NULLIF(trim(CAST(${name(c.name)} AS VARCHAR)), '')`);
  const own = columns.length === 0 ? undefined : `CASE WHEN COALESCE(${any.join(", ")}) IS NOT NULL THEN CAST(json_object(${columns.join(", ")}) AS VARCHAR) END`;
  const whole = mapping.fields.get("facts");
  const object = whole === undefined ? undefined : `CASE WHEN json_type(CAST(to_json(${name(whole.name)}) AS JSON)) = 'OBJECT' THEN CAST(to_json(${name(whole.name)}) AS VARCHAR) END`;
  const parts = [own, object].filter((p) => p !== undefined);
  return parts.length === 0 ? "CAST(NULL AS VARCHAR)" : `NULLIF(concat_ws(chr(10), ${parts.join(", ")}), '')`;
}

function quantitySql(mapping: Mapping): string {
  const q = mapping.fields.get("quantity");
  if (q === undefined) return "CAST(NULL AS VARCHAR)";
  if (/\[\]$|^JSON$/.test(q.type)) return `CAST(to_json(${name(q.name)}) AS VARCHAR)`;
  const pairs = (
    [
      ["quantity", "unit"],
      ["quantity2", "unit2"],
      ["quantity3", "unit3"],
    ] as const
  ).flatMap(([amount, unit]) => {
    const [a, u] = [mapping.fields.get(amount), mapping.fields.get(unit)];
    return a === undefined || u === undefined ? [] : [`json_object('amount', CAST(${name(a.name)} AS VARCHAR), 'unit', CAST(${name(u.name)} AS VARCHAR))`];
  });
  return pairs.length === 0 ? "CAST(NULL AS VARCHAR)" : `CAST(json_array(${pairs.join(", ")}) AS VARCHAR)`;
}
