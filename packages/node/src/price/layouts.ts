import { CARRIED, type Mapping, OPEN, REASONS, type SourceColumn, SUM } from "@truce/engine/portfolio";
import { WIDE } from "./functions.js";
import type { Scenario } from "@truce/engine/desk";
import { name, text } from "./sql.js";

/** Whole cents as a decimal of two places; NULL where they are open. Exact: no division, no floating point. */
const money = (cents: string): string => `CAST(NULLIF(CAST(${cents} AS BIGINT), ${OPEN}) AS DECIMAL(15, 0)) * CAST(0.01 AS DECIMAL(2, 2))`;
const COUNTRY = "CASE t_origin WHEN 0 THEN 'CN' WHEN 1 THEN 'HK' WHEN 2 THEN 'MO' WHEN 3 THEN 'US' ELSE t_from_text END";
const CODE = "lpad(CAST(CAST(t_code AS BIGINT) % 10000000000 AS VARCHAR), CAST(CAST(t_code AS BIGINT) // 10000000000 AS INTEGER), '0')";
const DAY = "CAST(DATE '1970-01-01' + (-t_when - 1) AS VARCHAR)";
const WHEN = `CASE WHEN t_when < 0 THEN ${DAY} ELSE strftime(make_timestamp(CAST(t_when AS BIGINT) * 60000000), '%Y-%m-%dT%H:%M:00Z') END`;

/** The name of a column in the scenario of this place: that of the law as it stands is bare. */
export const column = (base: string, scenario: Scenario, place: number): string => (place === 0 ? base : `${base}_${scenario.id}`);

/** Rows with the number of their combination, without those that cannot be read. */
const PRICED = "SELECT * FROM t_rows WHERE t_line >= 0";
const UNNUMBERED = "SELECT * FROM t_plain WHERE t_line >= 0";
const base = (i: number): string => `truce_base(t_line, ${i}, t_cents, COALESCE(t_quantity, ''))`;
const sum = (i: number, what: number): string => `truce_sum(t_line, ${i}, ${what}, t_cents)`;

/** One row for each line and component. */
export function longSql(mapping: Mapping, scenarios: readonly Scenario[]): string {
  const carried = CARRIED.filter((f) => mapping.fields.has(f)).map((f) => `p.t_id_${f} AS ${name(f)}`);
  const own = scenarios.flatMap((s, i) => {
    const amount = `CASE WHEN x.k_${i} IS NULL THEN ${OPEN} WHEN x.component = 'base' THEN ${base(i)} ELSE truce_amount(p.t_line, ${i}, x.k_${i}, p.t_cents) END`;
    return [
      `x.percent_${i} AS ${name(column("percent", s, i))}`,
      `${money(`CASE WHEN x.k_${i} IS NULL THEN ${OPEN} ELSE truce_basis(p.t_line, ${i}, x.k_${i}, p.t_cents) END`)} AS ${name(column("basis", s, i))}`,
      `${money(amount)} AS ${name(column("amount", s, i))}`,
    ];
  });
  const open = scenarios.flatMap((s, i) => [
    `l.outcome_${i} AS ${name(column("outcome", s, i))}`,
    `l.missing_${i} AS ${name(column("missing", s, i))}`,
    `l.why_${i} AS ${name(column("why", s, i))}`,
    `l.min_${i} AS ${name(column("percentMin", s, i))}`,
    `l.max_${i} AS ${name(column("percentMax", s, i))}`,
  ]);
  return `SELECT p.truce_row AS "row", ${[...carried, `${CODE} AS code`, `${COUNTRY} AS "from"`, `CASE p.t_side WHEN 0 THEN 'US' ELSE 'CN' END AS "to"`, `${WHEN} AS "on"`, `${money("p.t_cents")} AS value`, "x.component", "x.heading", ...own, "x.kind", "x.owed", "x.collected", "x.refundable", ...open, "x.instruments"].join(", ")} FROM (SELECT p.*, unnest(s.parts) AS x, s.line AS l FROM (${PRICED}) p JOIN t_lists s ON s.n = p.t_line) p`;
}

/** One row for each line: its own columns, then a column for each measure that any line owes. */
export function wideSql(columns: readonly SourceColumn[], measures: readonly string[], scenarios: readonly Scenario[]): string {
  const taken = new Set(columns.map((c) => c.name.toLowerCase()));
  const free = (n: string): string => {
    let own = n;
    while (taken.has(own.toLowerCase())) own = `${own}_`;
    taken.add(own.toLowerCase());
    return name(own);
  };
  const amount = (i: number, k: number): string => `p.w[${i * (WIDE.measures + measures.length) + k + 1}]`;
  const out = scenarios.flatMap((s, i) => [
    `s.outcome_${i} AS ${free(column("outcome", s, i))}`,
    `${amount(i, WIDE.base)} AS ${free(column("base", s, i))}`,
    ...measures.map((m, k) => `${amount(i, WIDE.measures + k)} AS ${free(column(m, s, i))}`),
    `${amount(i, WIDE.additional)} AS ${free(column("additional", s, i))}`,
    `${amount(i, WIDE.duty)} AS ${free(column("duty", s, i))}`,
    `s.missing_${i} AS ${free(column("missing", s, i))}`,
    `s.why_${i} AS ${free(column("why", s, i))}`,
    `s.min_${i} AS ${free(column("percentMin", s, i))}`,
    `s.max_${i} AS ${free(column("percentMax", s, i))}`,
  ]);
  return `SELECT ${columns.map((c) => `p.${name(c.name)}`).join(", ")}, ${out.join(", ")} FROM (SELECT *, truce_wide(t_line, t_cents, COALESCE(t_quantity, '')) AS w FROM (${UNNUMBERED})) p JOIN t_lines s ON s.n = p.t_line`;
}

/** The relation that a summary adds up: a row for each line, amounts in whole cents, NULL where they are open. */
export function linesSql(mapping: Mapping, scenarios: readonly Scenario[]): string {
  const carried = CARRIED.map((f) => `${mapping.fields.has(f) ? `t_id_${f}` : "CAST(NULL AS VARCHAR)"} AS ${name(f)}`);
  const cents = (sql: string): string => `NULLIF(CAST(${sql} AS BIGINT), ${OPEN})`;
  const own = scenarios.flatMap((_, i) => [
    `s.outcome_${i} AS outcome_${i}`,
    `s.missing_${i} AS missing_${i}`,
    `${cents(`b_${i}`)} AS base_${i}`,
    `${cents(`a_${i}`)} AS additional_${i}`,
    `CASE WHEN b_${i} <> ${OPEN} AND a_${i} <> ${OPEN} THEN CAST(b_${i} + a_${i} AS BIGINT) END AS total_${i}`,
    // Only a line that is open has a range of its own.
    `${cents(`CASE WHEN a_${i} <> ${OPEN} THEN a_${i} ELSE ${sum(i, SUM.least)} END`)} AS min_${i}`,
    `${cents(`CASE WHEN a_${i} <> ${OPEN} THEN a_${i} ELSE ${sum(i, SUM.most)} END`)} AS max_${i}`,
  ]);
  const inner = scenarios.map((_, i) => `${base(i)} AS b_${i}, ${sum(i, SUM.additional)} AS a_${i}`).join(", ");
  return `SELECT truce_row AS "row", ${[...carried, `${CODE} AS code`, `left(${CODE}, 4) AS heading`, `left(${WHEN}, 7) AS month`, `CASE WHEN t_origin < 4 THEN ${COUNTRY} ELSE 'other' END AS origin`, `CASE t_side WHEN 0 THEN 'us' ELSE 'cn' END AS side`, "CAST(t_cents AS BIGINT) AS value", ...own].join(", ")} FROM (SELECT *, ${inner} FROM (${PRICED})) p JOIN t_lines s ON s.n = p.t_line`;
}

/** Rows that cannot be priced, with the reason. @param broken whether there may be rows that could not be cut into cells */
export const rejectsSql = (broken: boolean): string =>
  `SELECT v.truce_row AS "row", COALESCE(v.t_bad, r.field) AS field, COALESCE(r.reason, CASE v.t_bad ${Object.entries(REASONS)
    .map(([f, reason]) => `WHEN ${text(f)} THEN ${text(reason)}`)
    .join(
      " ",
    )} END) AS reason, COALESCE(v.t_bad_text, CASE r.field WHEN 'code' THEN ${CODE} END) AS given FROM t_rows v LEFT JOIN t_refusals r ON r.n = -v.t_line - 1 WHERE v.t_bad IS NOT NULL OR v.t_line < 0${broken ? ` UNION ALL SELECT "row", field, reason, given FROM t_broken` : ""} ORDER BY 1`;
