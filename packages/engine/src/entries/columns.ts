import type { Fact } from "../goods/index.js";
import { InputError } from "../desk/index.js";
import { wordOf } from "./cells.js";
import { FACT_NAMES, type Field, NAMES, REQUIRED } from "./column-names.js";

/** Where a tariff number stands in a row, with the columns of its own duty and value. */
export interface TariffColumns {
  readonly code: number;
  readonly duty: number | undefined;
  readonly value: number | undefined;
}
/** Which column of a table holds what. */
export interface Columns {
  readonly fields: ReadonlyMap<Field, number>;
  /** One where each row has one tariff number; several where a row is a line with its headings side by side. */
  readonly tariffs: readonly TariffColumns[];
  readonly facts: ReadonlyMap<string, { readonly at: number; readonly fact: Fact }>;
  /** Each column as the file names it, and what it was taken for; null where it is not used. */
  readonly named: readonly { readonly name: string; readonly is: string | null }[];
}
const plain = (text: string): string => wordOf(text).replaceAll(" ", "");
const BY_NAME = new Map<string, { field: Field; rank: number }>(Object.entries(NAMES).flatMap(([field, names]) => names.map((n, rank) => [plain(n), { field: field as Field, rank }] as const)));
/** Facts that stand in a column of the entry itself. */
const OF_ENTRY = new Set(["entry", "mode"]);
const MONEY: ReadonlySet<Field> = new Set(["value", "duty", "duty99", "mpf", "hmf"]);
const CURRENCIES = /^(.+?)(usd|usdollars|eur|euro|cny|rmb|gbp|cad|jpy|hkd|mxn)$/;

interface Named {
  readonly field: Field;
  readonly rank: number;
  /** The number of a column that stands several times, as in "HTS 2". */
  readonly turn: number | undefined;
}
/** What a column is by its name: as it stands, without the currency at its end, or as one of several. */
function namedAs(cell: string): Named | undefined {
  const name = plain(cell);
  const own = BY_NAME.get(name);
  if (own !== undefined) return { ...own, turn: undefined };
  const money = CURRENCIES.exec(name);
  const of = money === null ? undefined : namedAs(money[1] as string);
  if (money !== null && of !== undefined && MONEY.has(of.field)) {
    if (money[2]?.startsWith("us") !== true)
      throw new InputError("bad-currency", `the column "${cell.trim()}" is not in US dollars`, "amounts of an entry summary are in US dollars: convert nothing, export the report again", "header");
    return of;
  }
  for (const length of [2, 1]) {
    const base = BY_NAME.get(name.slice(0, -length));
    const turn = name.slice(-length);
    if (base !== undefined && /^\d+$/.test(turn) && ["code", "code99", "duty", "duty99", "value"].includes(base.field)) return { ...base, turn: Number(turn) };
  }
  return undefined;
}
const fieldsNamed = (cells: readonly string[]): Set<Field> => new Set(cells.flatMap((c) => namedAs(c)?.field ?? []));

/** How many fields a row would name as a header. */
export const worthAsHeader = (cells: readonly string[]): number => fieldsNamed(cells).size;

/** Whether a row is the header: it names the entry, its date or tariff number, and at least three things. */
export function isHeader(cells: readonly string[]): boolean {
  const fields = fieldsNamed(cells);
  return fields.size >= 3 && fields.has("entry") && (fields.has("code") || fields.has("code99") || fields.has("entered"));
}

/**
 * Columns of a header. Where two columns name one thing, the name that ACE prints wins, then the first.
 * @param sums whether the duty of a row with several tariff numbers may be their sum
 * @throws InputError where amounts are in another currency, or it is not said whose duty a column holds
 */
export function columnsOf(header: readonly string[], facts: Iterable<Fact>, sums = false): Columns {
  const fields = new Map<Field, number>();
  const ranks = new Map<Field, number>();
  const turns = new Map<string, number>();
  const factNames = new Map<string, Fact>();
  for (const f of facts) if (!OF_ENTRY.has(f.name)) for (const n of [f.name, ...(FACT_NAMES[f.name] ?? [])]) factNames.set(plain(n), f);
  const found = new Map<string, { at: number; fact: Fact }>();
  header.forEach((cell, at) => {
    const own = namedAs(cell);
    const fact = factNames.get(plain(cell));
    if (own?.turn !== undefined) turns.set(`${own.field} ${own.turn}`, turns.get(`${own.field} ${own.turn}`) ?? at);
    else if (own !== undefined && own.rank < (ranks.get(own.field) ?? Number.POSITIVE_INFINITY)) {
      fields.set(own.field, at);
      ranks.set(own.field, own.rank);
    } else if (own === undefined && fact !== undefined && !found.has(fact.name)) found.set(fact.name, { at, fact });
  });
  const tariffs = tariffsOf(fields, turns, sums);
  const first = tariffs[0];
  if (first !== undefined) fields.set("code", first.code);
  const taken = new Map<number, string>([
    ...[...fields].map(([f, at]) => [at, f] as const),
    ...tariffs.flatMap((t): [number, string][] => [
      [t.code, "code"],
      ...(t.duty === undefined ? [] : [[t.duty, "duty"] as [number, string]]),
      ...(t.value === undefined ? [] : [[t.value, "value"] as [number, string]]),
    ]),
    ...[...found].map(([n, { at }]) => [at, n] as const),
  ]);
  return { fields, tariffs, facts: found, named: header.map((name, at) => ({ name: name.trim(), is: taken.get(at) ?? null })) };
}

/** The tariff numbers of a row, each with its own duty: one column, one beside that of chapter 99, or numbered ones. */
function tariffsOf(fields: ReadonlyMap<Field, number>, turns: ReadonlyMap<string, number>, sums: boolean): TariffColumns[] {
  const of = (field: Field): number | undefined => fields.get(field);
  const out: TariffColumns[] = [];
  for (const kind of ["code99", "code"] as const)
    for (let n = 0; n < 100; n++) {
      const code = turns.get(`${kind} ${n}`);
      const duty = turns.get(`${kind === "code99" ? "duty99" : "duty"} ${n}`) ?? (kind === "code99" ? turns.get(`duty ${n}`) : undefined);
      if (code !== undefined) out.push({ code, duty, value: kind === "code" ? turns.get(`value ${n}`) : undefined });
    }
  const [main, beside] = [of("code"), of("code99")];
  const alone = out.length === 0 && (main === undefined || beside === undefined);
  if (beside !== undefined) out.push({ code: beside, duty: of("duty99") ?? (alone ? of("duty") : undefined), value: undefined });
  if (main !== undefined) out.push({ code: main, duty: of("duty") ?? (alone ? of("duty99") : undefined), value: of("value") });
  const last = out.at(-1);
  if (sums && last !== undefined) {
    const duty = out.some((t) => t.duty !== undefined) ? last.duty : (of("duty") ?? of("duty99"));
    return [...out.slice(0, -1), { ...last, duty, value: last.value ?? of("value") }];
  }
  if (out.length > 1 && (of("duty") ?? of("duty99")) !== undefined && out.every((t) => t.duty === undefined || t.code === main))
    throw new InputError(
      "whose-duty",
      "a row has several tariff numbers and one duty: whose it is, is not said",
      'give each its own column ("HTS 1", "Duty 1", …, or "Chapter 99" and "Chapter 99 Duty"), or each tariff number a row of its own',
      "header",
    );
  return out;
}

/** Fields without which nothing can be read, and that the header does not name. */
export const missingFields = (c: Columns, required: readonly Field[] = REQUIRED): Field[] => required.filter((f) => !c.fields.has(f));
