import type { SourceColumn } from "@truce/engine/portfolio";
import { name, text } from "./sql.js";

/* Columns as integers: whatever the file writes, the kernel sees numbers. A cell that cannot be read is NULL and its row is rejected with its text. */

const isText = (c: SourceColumn): boolean => c.type === "VARCHAR" || c.type === "JSON";
const trimmed = (c: SourceColumn): string => (isText(c) ? `trim(${name(c.name)})` : `CAST(${name(c.name)} AS VARCHAR)`);

/** A cell as a reader of rejects sees it. */
export const shown = (c: SourceColumn): string => `left(CAST(${name(c.name)} AS VARCHAR), 80)`;

/** Whether a cell is a code of 6, 8 or 10 digits as it stands: then nothing else need be asked of it. */
export const soundSql = (c: SourceColumn): string => (isText(c) ? `COALESCE(regexp_full_match(${name(c.name)}, '\\d{6}|\\d{8}|\\d{10}'), false)` : "false");

/** The digits of a tariff code as text, without dots, spaces and dashes. @param sound what `soundSql` gives */
export function digitsSql(c: SourceColumn, sound: string): string {
  if (/^(DOUBLE|FLOAT)$/.test(c.type)) return `CAST(TRY_CAST(${name(c.name)} AS BIGINT) AS VARCHAR)`;
  const t = isText(c) ? name(c.name) : `CAST(${name(c.name)} AS VARCHAR)`;
  return `CASE WHEN ${sound} THEN ${t} ELSE regexp_replace(regexp_replace(${t}, '\\.0$', ''), '[.\\s-]', '', 'g') END`;
}

/** A tariff code as one integer: its digits, and how many there are in front. A zero that a spreadsheet dropped is put back. @param digits what `digitsSql` gives, `sound` what `soundSql` does */
export function codeSql(digits: string, sound: string): string {
  const whole = `(CASE WHEN length(${digits}) IN (5, 7, 9) THEN '0' || ${digits} ELSE ${digits} END)`;
  return `CASE WHEN ${sound} THEN CAST(length(${digits}) * 10000000000 + CAST(${digits} AS BIGINT) AS DOUBLE) WHEN regexp_full_match(${digits}, '\\d{5,10}') THEN CAST(length(${whole}) AS DOUBLE) * 10000000000 + CAST(${whole} AS DOUBLE) END`;
}

/** The highest customs value of a line, in cents. */
const TOP = 1_000_000_000_000;
/** Marks before and after an amount: of the currency of the United States, and of China. */
const DOLLARS = "(USD|US\\$|\\$)";
const YUAN = "(CNY|RMB|CN¥|¥|￥|元|人民币)";

/**
 * Customs value in cents; NULL for what is no amount of at most two decimals between 0 and 10 billion, or has the mark of the other side's currency.
 * @param side the importing side in SQL, 0 or 1
 */
export function centsSql(c: SourceColumn, side: string): string {
  const own = name(c.name);
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U.*INT.*)$/.test(c.type)) return `CASE WHEN ${own} BETWEEN 0 AND ${TOP / 100} THEN CAST(${own} AS DOUBLE) * 100 END`;
  const [width, scale] = (/^DECIMAL\((\d+),\s*(\d+)\)$/.exec(c.type) ?? []).slice(1).map(Number);
  if (width !== undefined && scale !== undefined && scale <= 2 && width <= 18) return `CASE WHEN ${own} BETWEEN 0 AND ${TOP / 100} THEN CAST(CAST(${own} AS DECIMAL(18, 2)) * 100 AS DOUBLE) END`;
  // A number that is kept in binary is taken where it is the nearest to a whole number of cents, and never rounded to one.
  if (/^(DOUBLE|FLOAT)$/.test(c.type)) {
    const cents = `round(CAST(${own} AS DOUBLE) * 100)`;
    const same = c.type === "FLOAT" ? `CAST(${cents} / 100 AS FLOAT) = ${own}` : `${cents} / 100 = ${own}`;
    return `CASE WHEN ${own} BETWEEN 0 AND ${TOP / 100} AND ${same} THEN ${cents} END`;
  }
  const cell = trimmed(c);
  const raw = isText(c) ? own : cell;
  const bare = (mark: string): string => `regexp_replace(regexp_replace(${cell}, '^${mark}\\s*', '', 'i'), '\\s*${mark}$', '', 'i')`;
  const marked = `CASE WHEN ${side} = 1 THEN ${bare(YUAN)} ELSE ${bare(DOLLARS)} END`;
  return `CASE WHEN regexp_full_match(${raw}, '\\d{1,10}(\\.\\d{1,2})?') THEN CAST(CAST(${raw} AS DECIMAL(18, 2)) * 100 AS DOUBLE) ELSE ${grouped(marked)} END`;
}

/** Cents of digits in groups of three, 1,234.50 or 1.234,50; a single mark with three digits behind it is no decimal point. */
function grouped(x: string): string {
  const plain = `CASE WHEN regexp_full_match(${x}, '\\d{1,3}([,\u00a0 ]\\d{3})+(\\.\\d*)?') THEN regexp_replace(${x}, '[,\u00a0 ]', '', 'g') WHEN regexp_full_match(${x}, '\\d{1,3}([.\u00a0 ]\\d{3})+,\\d{1,2}') THEN replace(regexp_replace(${x}, '[.\u00a0 ]', '', 'g'), ',', '.') ELSE ${x} END`;
  const cents = `CAST(TRY_CAST(regexp_replace(${plain}, '(\\.\\d{2})0+$', '\\1') AS DECIMAL(18, 2)) * 100 AS DOUBLE)`;
  return `CASE WHEN regexp_full_match(${plain}, '(\\d{1,11}(\\.\\d{0,2}0*)?|\\.\\d{1,2})') AND ${cents} <= ${TOP} THEN ${cents} END`;
}

/** Formats of a day, the month first or the day first where both are numbers. */
const DAYS = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d-%b-%Y", "%d %b %Y", "%b %d, %Y", "%b %d %Y", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y"];
const MONTH_FIRST = ["%m/%d/%Y", "%m-%d-%Y"];
const DAY_FIRST = ["%d/%m/%Y", "%d-%m-%Y"];
/** What is cut off a day: a time of day at which a system wrote it, without an offset. */
const CLOCK = "[T ]\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?( ?[AaPp][Mm])?$";
const INSTANT = "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})";

/**
 * When a line is entered as one integer: the minute since 1970 UTC of an instant with its offset, or, below zero, a bare day (minus its
 * number since 1970, minus one), which means noon in the territory.
 */
export function whenSql(c: SourceColumn, dayFirst: boolean): string {
  const day = (sql: string): string => `(CASE WHEN CAST(${sql} AS DATE) BETWEEN DATE '1990-01-01' AND DATE '2199-12-31' THEN DATE '1969-12-31' - CAST(${sql} AS DATE) END)`;
  if (c.type === "DATE" || c.type.startsWith("TIMESTAMP_") || c.type === "TIMESTAMP") return `CAST(${day(name(c.name))} AS INTEGER)`;
  if (c.type === "TIMESTAMP WITH TIME ZONE") return `CAST(floor(epoch_ms(${name(c.name)}) / 60000) AS INTEGER)`;
  const raw = trimmed(c);
  const bare = `regexp_replace(${raw}, '${CLOCK}', '')`;
  const formats = [...DAYS, ...(dayFirst ? DAY_FIRST : MONTH_FIRST)].map(text).join(", ");
  const serial = `CASE WHEN regexp_full_match(${bare}, '\\d{5}(\\.\\d+)?') THEN DATE '1899-12-30' + CAST(floor(CAST(${bare} AS DOUBLE)) AS INTEGER) END`;
  const own = isText(c) ? name(c.name) : raw;
  return `CAST(CASE WHEN ${own} LIKE '____-__-__' THEN ${day(`TRY_CAST(${own} AS DATE)`)} WHEN regexp_full_match(${raw}, '${INSTANT}') THEN floor(epoch_ms(TRY_CAST(regexp_replace(${raw}, '^(.{10})[T ](\\d{2}:\\d{2})([Z+-])', '\\1T\\2:00\\3') AS TIMESTAMP WITH TIME ZONE)) / 60000) ELSE ${day(`COALESCE(try_strptime(${bare}, [${formats}]), ${serial})`)} END AS INTEGER)`;
}

/** Whether a column of days writes the day before the month: true where one number is above 12 only so, undefined where both orders occur. */
export const dayFirstSql = (c: SourceColumn): string => {
  const day = "^(\\d{1,2})[/-](\\d{1,2})[/-]\\d{4}";
  const at = (n: number): string => `TRY_CAST(regexp_extract(${trimmed(c)}, '${day}', ${n}) AS INTEGER)`;
  return `SELECT count(*) FILTER (${at(1)} > 12) AS day_first, count(*) FILTER (${at(2)} > 12) AS month_first, count(*) FILTER (${at(1)} IS NOT NULL) AS either FROM`;
};

/** A country as a small number: 0 CN, 1 HK, 2 MO, 3 US; 4 for any other that is named; NULL where none is. */
export function countrySql(c: SourceColumn): string {
  const word = `upper(${trimmed(c)})`;
  const one = (words: readonly string[], n: number): string => `WHEN ${word} IN (${words.map(text).join(", ")}) THEN ${n}`;
  return `CAST(CASE ${name(c.name)} WHEN 'CN' THEN 0 WHEN 'HK' THEN 1 WHEN 'MO' THEN 2 WHEN 'US' THEN 3 ELSE CASE WHEN ${name(c.name)} IS NULL OR ${word} = '' THEN NULL ${one(["CN", "CHN", "CHINA", "PRC", "P.R. CHINA", "PEOPLE'S REPUBLIC OF CHINA", "中国"], 0)} ${one(["HK", "HKG", "HONG KONG", "HONGKONG", "香港"], 1)} ${one(["MO", "MAC", "MACAU", "MACAO", "澳门"], 2)} ${one(["US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA", "美国"], 3)} ELSE 4 END END AS TINYINT)`;
}
