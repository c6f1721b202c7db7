import { addDays, addYears, type RefundRules } from "@truce/engine/entry";
import type { Query } from "../price/source.js";
import { type Clock, money } from "@truce/engine/portfolio";

/**
 * The clocks of liquidation of a file's US entries, by month of entry, of which any still runs. @param view the rows as `viewSql` gives them
 * @param day the day asked about
 */
export async function clocksOf(query: Query, view: string, rules: RefundRules, day: string): Promise<Clock[]> {
  // An instant counts on the day that it has in Washington in winter: an hour more or less moves no deadline by a day but at midnight.
  const entered = "CASE WHEN t_when < 0 THEN -t_when - 1 ELSE CAST(floor((t_when - 300) / 1440) AS INTEGER) END";
  const rows = await query(
    `SELECT strftime(DATE '1970-01-01' + CAST(d AS INTEGER), '%Y-%m') AS month, count(*) AS lines, CAST(sum(CAST(t_cents AS HUGEINT)) AS VARCHAR) AS cents, CAST(min(DATE '1970-01-01' + CAST(d AS INTEGER)) AS VARCHAR) AS first, CAST(max(DATE '1970-01-01' + CAST(d AS INTEGER)) AS VARCHAR) AS last FROM (SELECT ${entered} AS d, t_cents FROM (${view}) WHERE t_bad IS NULL AND t_side = 0) GROUP BY 1 ORDER BY 1`,
  );
  return rows.flatMap((r): Clock[] => {
    const [first, last] = [String(r["first"]), String(r["last"])];
    const both = (f: (d: string) => string): [string, string] => [f(first), f(last)];
    const liquidated = (d: string): string => addYears(d, rules.liquidation.deemedYears);
    const protestBy = both((d) => addDays(liquidated(d), rules.protest.days));
    if (protestBy[1] < day || first > day) return [];
    return [
      {
        month: String(r["month"]),
        lines: Number(r["lines"]),
        value: money(BigInt(String(r["cents"]))),
        correctBy: both((d) => addDays(d, rules.correction.fromEntry)),
        liquidatedBy: both(liquidated),
        protestBy,
        cites: [...rules.correction.cites, ...rules.liquidation.cites, ...rules.protest.cites],
      },
    ];
  });
}
