import type { FiledEntry, FiledLine, FiledTariff, Liquidation, RowProblem } from "../entry/index.js";
import { type Field, SPOKEN } from "./column-names.js";
import { feesOfRows, type RowFees } from "./fees-of-rows.js";
import type { OfEntry, ReadRow } from "./row.js";

interface Line {
  origin: string | undefined;
  readonly facts: Record<string, string>;
  readonly tariffs: { readonly ordinal: number | undefined; readonly tariff: FiledTariff }[];
}
interface Draft {
  readonly fees: (RowFees & { readonly line: number })[];
  readonly of: { -readonly [K in keyof OfEntry]: OfEntry[K] };
  readonly lines: Map<number, Line>;
  /** Rows by what they say of the line, with its number where the file numbers lines. */
  readonly rows: Map<string, number>;
  /** How often a tariff number of an origin has come, and the line of each turn. */
  readonly turns: Map<string, number>;
  readonly shared: Map<string, number>;
}
const NAMES: Readonly<Record<keyof OfEntry, string>> = {
  type: SPOKEN.type,
  entered: SPOKEN.entered,
  importer: SPOKEN.importer,
  importerType: SPOKEN.importerType,
  mode: SPOKEN.mode,
  reconciliation: SPOKEN.reconciliation,
  reconciled: SPOKEN.reconciled,
  protest: SPOKEN.protest,
  drawback: SPOKEN.drawback,
  antidumping: SPOKEN.antidumping,
  liquidated: SPOKEN.liquidated,
  scheduled: SPOKEN.scheduled,
  liquidation: SPOKEN.liquidation,
};

/** Puts rows together to entries, in the order of the file. */
export class Gathering {
  private readonly drafts = new Map<string, Draft>();
  /** Rows left out because they say nothing new, so that their line is whole without them. */
  readonly idle = new Set<number>();

  /** @param has the columns of the file: one that is there and blank in all rows of an entry says no */
  constructor(
    private readonly has: (field: Field) => boolean = () => false,
    private readonly filing = false,
  ) {}

  /** Takes a row; or says why it cannot stand beside the rows before it, and leaves it out. */
  add(row: ReadRow): RowProblem[] {
    const draft: Draft = this.drafts.get(row.entry) ?? { of: {}, fees: [], lines: new Map(), rows: new Map(), turns: new Map(), shared: new Map() };
    const key = JSON.stringify([row.origin, row.facts, row.tariffs.map(({ row: _, ...t }) => t)]);
    const twin = row.line === undefined && !this.filing ? draft.rows.get(key) : undefined;
    if (twin !== undefined) return [again(row, twin)];
    const number = row.line ?? (this.filing ? lineInOrder(row, draft) : nextLine(row, draft));
    const line: Line = draft.lines.get(number) ?? { origin: undefined, facts: {}, tariffs: [] };
    const problems = [...doubled(row, number, line), ...contradicted(row, draft, line)];
    const place = `${number} ${row.ordinal ?? ""} ${key}`;
    if (problems.length > 0) {
      if (problems.length === 1 && row.line !== undefined && draft.rows.has(place)) this.idle.add(row.row);
      return problems;
    }
    this.drafts.set(row.entry, draft);
    draft.rows.set(row.line === undefined ? key : place, row.row);
    draft.lines.set(number, line);
    draft.fees.push({ ...row.fees, line: number });
    for (const key of Object.keys(NAMES) as (keyof OfEntry)[]) if (row.of[key] !== undefined) (draft.of as Record<string, unknown>)[key] = row.of[key];
    line.origin ??= row.origin;
    Object.assign(line.facts, row.facts);
    line.tariffs.push(...row.tariffs.map((tariff) => ({ ordinal: row.ordinal, tariff })));
    return [];
  }

  entries(): FiledEntry[] {
    return [...this.drafts].map(([number, d]) => ({
      number,
      type: d.of.type,
      entered: d.of.entered ?? "",
      importer: d.of.importer,
      importerType: d.of.importerType,
      mode: d.of.mode,
      liquidation: this.liquidation(d.of),
      reconciliation: d.of.reconciliation ?? this.no("reconciliation"),
      reconciled: d.of.reconciled ?? this.no("reconciled"),
      protest: d.of.protest ?? (this.has("protest") ? "none" : undefined),
      drawback: d.of.drawback ?? this.no("drawback"),
      antidumping: d.of.antidumping ?? this.no("antidumping"),
      lines: [...d.lines].sort(([a], [b]) => a - b).map(([n, l]) => filedLine(n, l)),
      fees: feesOfRows(d.fees),
    }));
  }

  private no(field: Field): false | undefined {
    return this.has(field) ? false : undefined;
  }

  private liquidation(of: Draft["of"]): Liquidation {
    const date = of.liquidated ?? of.scheduled;
    const blank = [
      ...(date === undefined && (this.has("liquidated") || this.has("scheduled")) ? ["date" as const] : []),
      ...(of.liquidation === undefined && this.has("liquidation") ? ["status" as const] : []),
    ];
    const onlyScheduled = of.liquidated === undefined && of.scheduled !== undefined && this.has("liquidated");
    return { status: of.liquidation ?? (onlyScheduled ? "unliquidated" : undefined), date, ...(blank.length === 0 ? {} : { blank }) };
  }
}

/** The line of a row in a file that numbers none: the first of its origin that has not its tariff number yet; a row with several numbers is a line of its own. */
function nextLine(row: ReadRow, draft: Draft): number {
  const fresh = draft.lines.size + 1;
  if (row.tariffs.length > 1) return fresh;
  const [origin, code] = [row.origin ?? "", row.tariffs[0]?.code ?? ""];
  const turn = (draft.turns.get(`${origin} ${code}`) ?? 0) + 1;
  draft.turns.set(`${origin} ${code}`, turn);
  const line = draft.shared.get(`${origin} ${turn}`) ?? fresh;
  draft.shared.set(`${origin} ${turn}`, line);
  return line;
}

/**
 * The line of a row where the rows of a line follow each other: headings and then the number of the goods, or that number first where an entry begins with one.
 */
function lineInOrder(row: ReadRow, draft: Draft): number {
  const goods = (l: Line | undefined): boolean => l?.tariffs.some((t) => !/^9[89]/.test(t.tariff.code)) === true;
  const last = draft.lines.get(draft.lines.size);
  if (last === undefined || row.tariffs.length > 1) return draft.lines.size + 1;
  const first = draft.lines.get(1)?.tariffs[0]?.tariff.code ?? "";
  const over = /^9[89]/.test(first) ? goods(last) : !/^9[89]/.test(row.tariffs[0]?.code ?? "");
  return over ? draft.lines.size + 1 : draft.lines.size;
}

const again = (row: ReadRow, twin: number): RowProblem => ({
  row: row.row,
  entry: row.entry,
  field: SPOKEN.code,
  code: "duplicate",
  message: `the row says the same as row ${twin}`,
  hint: "leave one of the rows out, or number the lines; a report run twice holds each row twice",
});

function filedLine(number: number, line: Line): FiledLine {
  const tariffs = line.tariffs.every((t) => t.ordinal !== undefined) ? [...line.tariffs].sort((a, b) => (a.ordinal as number) - (b.ordinal as number)) : line.tariffs;
  return { number, origin: line.origin, facts: line.facts, tariffs: tariffs.map((t) => t.tariff) };
}

/** A tariff number that stands twice in its line: by its ordinal where the report gives one, else by the number itself. */
function doubled(row: ReadRow, number: number, line: Line): RowProblem[] {
  const codes = row.tariffs.map((t) => t.code);
  const twin =
    line.tariffs.find((t) => (row.ordinal !== undefined && t.ordinal !== undefined ? t.ordinal === row.ordinal : codes.includes(t.tariff.code))) ??
    row.tariffs.flatMap((tariff, i) => (codes.indexOf(tariff.code) < i ? [{ ordinal: undefined, tariff }] : []))[0];
  if (twin === undefined) return [];
  const by = row.ordinal !== undefined && twin.ordinal !== undefined ? `ordinal ${row.ordinal}` : `tariff number ${twin.tariff.code}`;
  return [
    {
      row: row.row,
      entry: row.entry,
      field: by.startsWith("ordinal") ? SPOKEN.ordinal : SPOKEN.code,
      code: "duplicate",
      message: `line ${number} has ${by} in row ${twin.tariff.row} already`,
      hint: "leave one of the rows out; a report run twice holds each row twice",
    },
  ];
}

function contradicted(row: ReadRow, draft: Draft, line: Line): RowProblem[] {
  const out: RowProblem[] = [];
  const clash = (field: string, before: unknown, now: unknown): void =>
    void out.push({
      row: row.row,
      entry: row.entry,
      field,
      code: "conflict",
      message: `${String(now)} here, ${String(before)} in a row before`,
      hint: "all rows of an entry say the same of it, those of a line the same of the line",
    });
  for (const key of Object.keys(NAMES) as (keyof OfEntry)[]) if (differ(draft.of[key], row.of[key])) clash(NAMES[key], draft.of[key], row.of[key]);
  if (differ(line.origin, row.origin)) clash(SPOKEN.origin, line.origin, row.origin);
  for (const [name, value] of Object.entries(row.facts)) if (differ(line.facts[name], value)) clash(name, line.facts[name], value);
  return out;
}
const differ = (before: unknown, now: unknown): boolean => before !== undefined && now !== undefined && before !== now;
