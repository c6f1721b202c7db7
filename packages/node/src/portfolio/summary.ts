import type { DuckDBConnection } from "@duckdb/node-api";
import { moneyOf, type Mover, MOVERS, type ScenarioName, sideSums, type Summary, type TableName, type TableRow } from "@truce/engine/portfolio";

type Row = Readonly<Record<string, unknown>>;

const count = (n: unknown): number => Number(n ?? 0);

/**
 * Adds up priced lines. `relation` has a row for each line (see price/layouts, `linesSql`); amounts are whole cents and NULL where open.
 * @param known the sums by side, where they were added up before
 * @param most how many rows each table has beside the one for all others; none makes no tables and no movers
 */
export async function summarise(connection: DuckDBConnection, relation: string, scenarios: readonly ScenarioName[], most: number | undefined, known?: readonly Row[]): Promise<Summary> {
  const query = async (sql: string): Promise<readonly Row[]> => (await connection.runAndReadAll(sql)).getRowObjectsJS() as readonly Row[];
  const sums = scenarios.map((_, i) => sumsOf(i)).join(", ");
  const totals = known ?? (await query(`SELECT side, count(*) AS lines, sum(CAST(value AS HUGEINT)) AS value, ${sums} FROM ${relation} GROUP BY side`));
  const sides = sideSums(totals, scenarios);
  const tables = {} as Record<TableName, readonly TableRow[]>;
  for (const name of ["sku", "heading", "supplier", "month", "origin"] as const) tables[name] = most === undefined ? [] : await tableOf(query, relation, name, scenarios, most);
  if (most === undefined) return { scenarios, sides, tables, movers: [], missing: [] };
  const missing = await query(
    `SELECT fact, count(*) AS lines FROM (SELECT unnest(string_split(missing_0, ' ')) AS fact FROM ${relation} WHERE missing_0 IS NOT NULL) GROUP BY fact ORDER BY lines DESC, fact LIMIT 20`,
  );
  return { scenarios, sides, tables, movers: await moversOf(query, relation, scenarios), missing: missing.map((m) => ({ fact: String(m["fact"]), lines: count(m["lines"]) })) };
}

function sumsOf(i: number): string {
  const big = (column: string, filter = ""): string => `sum(CAST(${column} AS HUGEINT))${filter}`;
  const open = `FILTER (outcome_${i} <> 'settled')`;
  return [
    `count(*) FILTER (outcome_${i} = 'settled') AS settled_${i}`,
    `${big(`base_${i}`, ` FILTER (outcome_${i} = 'settled')`)} AS base_${i}`,
    `${big(`additional_${i}`)} AS additional_${i}`,
    `${big(`total_${i}`)} AS total_${i}`,
    `count(*) FILTER (outcome_${i} = 'settled' AND base_${i} IS NULL) AS without_${i}`,
    `${big(`additional_${i} - additional_0`)} AS change_${i}`,
    `count(*) ${open} AS open_${i}`,
    `${big("value", ` ${open}`)} AS openvalue_${i}`,
    ...["needs-facts", "beyond-horizon", "not-covered"].map((o) => `count(*) FILTER (outcome_${i} = '${o}') AS "${o}_${i}"`),
    `${big(`min_${i}`, ` ${open}`)} AS min_${i}`,
    `${big(`max_${i}`, ` ${open}`)} AS max_${i}`,
    `count(*) FILTER (outcome_${i} <> 'settled' AND max_${i} IS NULL) AS unbounded_${i}`,
  ].join(", ");
}

/** The rows with the most duty, months in their order, and one row for all others, so that the columns add up. */
async function tableOf(query: (sql: string) => Promise<readonly Row[]>, relation: string, name: TableName, scenarios: readonly ScenarioName[], most: number): Promise<TableRow[]> {
  const key = `CAST(${name} AS VARCHAR)`;
  const own = scenarios.map((_, i) => `sum(CAST(additional_${i} AS HUGEINT)) AS a_${i}, sum(CAST(total_${i} AS HUGEINT)) AS t_${i}, count(*) FILTER (outcome_${i} <> 'settled') AS o_${i}`).join(", ");
  const again = scenarios.map((_, i) => `sum(a_${i}) AS a_${i}, sum(t_${i}) AS t_${i}, sum(o_${i}) AS o_${i}`).join(", ");
  const rank = name === "month" ? "0" : `CASE WHEN row_number() OVER (PARTITION BY side ORDER BY COALESCE(a_0, 0) DESC, value DESC, key) <= ${most} THEN 0 ELSE 1 END`;
  const rows = await query(
    `WITH g AS (SELECT side, ${key} AS key, count(*) AS lines, sum(CAST(value AS HUGEINT)) AS value, ${own} FROM ${relation} GROUP BY side, ${key}),
     k AS (SELECT *, ${rank} AS other FROM g)
     SELECT side, CASE WHEN other = 0 THEN key END AS key, other, count(*) AS groups, sum(lines) AS lines, sum(value) AS value, ${again} FROM k
     GROUP BY side, CASE WHEN other = 0 THEN key END, other ORDER BY side DESC, other, ${name === "month" ? "key" : "a_0 DESC NULLS LAST, value DESC, key"}`,
  );
  if (rows.every((r) => r["key"] === null && count(r["other"]) === 0)) return [];
  return rows.map((r) => ({
    key: r["key"] === null ? null : String(r["key"]),
    ...(count(r["other"]) === 1 ? { others: count(r["groups"]) } : {}),
    side: r["side"] as "us" | "cn",
    lines: count(r["lines"]),
    value: moneyOf(r["value"]),
    scenarios: scenarios.map((s, i) => ({ scenario: s.id, additional: moneyOf(r[`a_${i}`]), duty: moneyOf(r[`t_${i}`]), open: count(r[`o_${i}`]) })),
  }));
}

/** The lines whose additional duty a scenario moves most against the law as it stands. */
async function moversOf(query: (sql: string) => Promise<readonly Row[]>, relation: string, scenarios: readonly ScenarioName[]): Promise<Mover[]> {
  const out: Mover[] = [];
  for (let i = 1; i < scenarios.length; i++) {
    const change = `additional_${i} - additional_0`;
    const rows = await query(
      `SELECT "row", ref, sku, code, side, value, additional_0, additional_${i} AS after, ${change} AS change FROM ${relation} WHERE ${change} <> 0 ORDER BY abs(${change}) DESC, "row" LIMIT ${MOVERS}`,
    );
    for (const r of rows)
      out.push({
        scenario: (scenarios[i] as ScenarioName).id,
        row: count(r["row"]),
        ref: r["ref"] === null ? null : String(r["ref"]),
        sku: r["sku"] === null ? null : String(r["sku"]),
        code: String(r["code"]),
        side: r["side"] as "us" | "cn",
        value: moneyOf(r["value"]),
        before: moneyOf(r["additional_0"]),
        after: moneyOf(r["after"]),
        change: moneyOf(r["change"]),
      });
  }
  return out;
}
