import { type Side, zoneOf } from "@truce/engine/duty";
import { parseOn } from "@truce/engine/time";
import { CARRIED, type Defaults, type Field, type Mapping, PRICE_LIMITS, type SourceColumn } from "@truce/engine/portfolio";
import { centsSql, codeSql, countrySql, digitsSql, shown, soundSql, whenSql } from "./normalise.js";
import type { Source } from "./source.js";
import { name, text } from "./sql.js";

const COUNTRIES: Readonly<Record<string, number>> = { CN: 0, HK: 1, MO: 2, US: 3 };

/**
 * A view of the file's rows with what the kernel asks for as integers: `t_code`, `t_when`, `t_origin`, `t_side`, `t_cents`, `t_facts`,
 * `t_quantity`, and `t_bad` and `t_bad_text` where a cell cannot be read.
 * @param rows the table expression of the rows, numbered or not
 */
export function viewSql(source: Source, rows: string, mapping: Mapping, defaults: Defaults, dayFirst: boolean): string {
  const col = (f: Field): SourceColumn | undefined => mapping.fields.get(f);
  const [code, value] = [col("code") as SourceColumn, col("value") as SourceColumn];
  const [from, to, on] = [col("from"), col("to"), col("on")];
  const country = (c: SourceColumn | undefined, said: string | undefined): string => {
    const fixed = said === undefined ? "CAST(NULL AS TINYINT)" : `CAST(${COUNTRIES[said] ?? 4} AS TINYINT)`;
    return c === undefined ? fixed : `COALESCE(${countrySql(c)}, ${fixed})`;
  };
  // Of a country that the kernel has no number for, the name as the file gives it.
  const other = from === undefined ? "CAST(NULL AS VARCHAR)" : `CASE WHEN ${countrySql(from)} = 4 THEN ${shown(from)} END`;
  const fixed = (s: Side): string => String(defaults.on === undefined ? defaults.now : parseOn(defaults.on, zoneOf(s)).at);
  const absent = `CAST(CASE WHEN t_side = 1 THEN ${fixed("cn")} ELSE ${fixed("us")} END AS INTEGER)`;
  const empty = on === undefined ? "true" : `(${name(on.name)} IS NULL OR trim(CAST(${name(on.name)} AS VARCHAR)) = '')`;
  const when = on === undefined ? absent : defaults.on === undefined && source.kind !== "jsonl" ? whenSql(on, dayFirst) : `CASE WHEN ${empty} THEN ${absent} ELSE ${whenSql(on, dayFirst)} END`;
  const carried = CARRIED.flatMap((f) => {
    const c = col(f);
    return c === undefined ? [] : [`, CAST(${name(c.name)} AS VARCHAR) AS t_id_${f}`];
  });
  const texts = source.columns.flatMap((c) => (c.type === "VARCHAR" ? [`strlen(${name(c.name)})`] : []));
  const bad = [
    ...(source.kind === "jsonl" ? [`WHEN COALESCE(${source.columns.map((c) => name(c.name)).join(", ")}) IS NULL THEN 'row'`] : []),
    ...(texts.length === 0 ? [] : [`WHEN greatest(${[...texts, "0"].join(", ")}) > ${PRICE_LIMITS.cell} THEN 'cell'`]),
    `WHEN t_code IS NULL THEN 'code'`,
    `WHEN t_cents IS NULL THEN 'value'`,
    ...(on === undefined ? [] : [`WHEN t_when IS NULL THEN 'on'`]),
    `WHEN t_side = 2 THEN 'to'`,
  ];
  const cells: readonly (readonly [string, SourceColumn | undefined])[] = [
    ["code", code],
    ["value", value],
    ["on", on],
    ["to", to],
  ];
  const given = `CASE t_bad ${cells.flatMap(([f, c]) => (c === undefined ? [] : [`WHEN '${f}' THEN ${shown(c)}`])).join(" ")} WHEN 'cell' THEN NULL ELSE concat_ws(' ', ${cells.flatMap(([, c]) => (c === undefined ? [] : [shown(c)])).join(", ")}) END`;
  const levels = [
    `SELECT *, ${soundSql(code)} AS t_sound FROM ${rows}`,
    `SELECT *, ${digitsSql(code, "t_sound")} AS t_digits, ${country(from, defaults.from)} AS t_said_from, ${country(to, defaults.to)} AS t_said_to, ${other} AS t_from_text, ${factsSql(mapping)} AS t_facts, ${quantitySql(mapping)} AS t_quantity${carried.join("")} FROM`,
    // Where the row says one country alone, the other is its partner.
    `SELECT * EXCLUDE (t_said_from, t_said_to), COALESCE(t_said_from, CAST(CASE WHEN t_said_to = 0 THEN 3 ELSE 0 END AS TINYINT)) AS t_origin, CAST(CASE WHEN t_said_to IS NULL THEN CASE WHEN t_said_from = 3 THEN 1 ELSE 0 END WHEN t_said_to = 3 THEN 0 WHEN t_said_to = 0 THEN 1 ELSE 2 END AS TINYINT) AS t_side FROM`,
    `SELECT * EXCLUDE (t_digits, t_sound), ${codeSql("t_digits", "t_sound")} AS t_code, ${centsSql(value, "t_side")} AS t_cents, ${when} AS t_when FROM`,
    `SELECT *, CASE ${bad.join(" ")} END AS t_bad FROM`,
    `SELECT *, CASE WHEN t_bad IS NOT NULL THEN ${given} END AS t_bad_text FROM`,
  ];
  return levels.reduce((inner, level) => `${level} (${inner})`);
}

/** Facts as JSON objects, one in a line; NULL where the file has none. */
export function factsSql(mapping: Mapping): string {
  const columns = [...mapping.facts].map(([fact, c]) => `${text(fact)}, NULLIF(trim(CAST(${name(c.name)} AS VARCHAR)), '')`);
  const any = [...mapping.facts.values()].map((c) => `NULLIF(trim(CAST(${name(c.name)} AS VARCHAR)), '')`);
  const own = columns.length === 0 ? undefined : `CASE WHEN COALESCE(${any.join(", ")}) IS NOT NULL THEN CAST(json_object(${columns.join(", ")}) AS VARCHAR) END`;
  const whole = mapping.fields.get("facts");
  const object = whole === undefined ? undefined : objectSql(whole);
  const parts = [own, object].filter((p) => p !== undefined);
  return parts.length === 0 ? "CAST(NULL AS VARCHAR)" : `NULLIF(concat_ws(chr(10), ${parts.join(", ")}), '')`;
}

/** A column that holds an object itself, also as text, put in one line; what DuckDB takes for JSON and is none is told apart when it is read. What is none stands as the fact "facts", which there is not: the row is then rejected. */
function objectSql(c: SourceColumn): string {
  const cell = c.type === "VARCHAR" ? `NULLIF(trim(${name(c.name)}), '')` : `CAST(to_json(${name(c.name)}) AS VARCHAR)`;
  return `CASE WHEN ${cell} IS NULL OR ${cell} IN ('null', '{}') THEN NULL WHEN json_valid(${cell}) AND json_type(${cell}) = 'OBJECT' THEN translate(${cell}, chr(10) || chr(13), '  ') ELSE CAST(json_object('facts', left(${cell}, 40)) AS VARCHAR) END`;
}

function quantitySql(mapping: Mapping): string {
  const q = mapping.fields.get("quantity");
  if (q === undefined) return "CAST(NULL AS VARCHAR)";
  // The list of a question, as text.
  const list = `CASE WHEN json_valid(${name(q.name)}) AND json_type(${name(q.name)}) = 'ARRAY' THEN ${name(q.name)} END`;
  if (q.type === "VARCHAR" && mapping.fields.get("unit") === undefined) return list;
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
