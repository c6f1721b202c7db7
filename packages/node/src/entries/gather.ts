import type { FiledEntry, FiledLine, FiledTariff, RowProblem } from "@truce/engine/entry";
import { SPOKEN } from "./column-names.js";
import type { OfEntry, ReadRow } from "./row.js";

interface Line {
  origin: string | undefined;
  readonly facts: Record<string, string>;
  readonly tariffs: { readonly ordinal: number | undefined; readonly tariff: FiledTariff }[];
}
interface Draft {
  readonly of: { -readonly [K in keyof OfEntry]: OfEntry[K] };
  readonly lines: Map<number, Line>;
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
  liquidation: SPOKEN.liquidation,
  mpf: SPOKEN.mpf,
  hmf: SPOKEN.hmf,
};

/** Puts rows together to entries, in the order of the file. */
export class Gathering {
  private readonly drafts = new Map<string, Draft>();

  /** Takes a row; or says why it cannot stand beside the rows before it, and leaves it out. */
  add(row: ReadRow): RowProblem[] {
    const draft = this.drafts.get(row.entry) ?? { of: {}, lines: new Map() };
    const line: Line = draft.lines.get(row.line) ?? { origin: undefined, facts: {}, tariffs: [] };
    const problems = [...doubled(row, line), ...contradicted(row, draft, line)];
    if (problems.length > 0) return problems;
    this.drafts.set(row.entry, draft);
    draft.lines.set(row.line, line);
    for (const key of Object.keys(NAMES) as (keyof OfEntry)[]) if (row.of[key] !== undefined) (draft.of as Record<string, unknown>)[key] = row.of[key];
    line.origin ??= row.origin;
    Object.assign(line.facts, row.facts);
    line.tariffs.push({ ordinal: row.ordinal, tariff: row.tariff });
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
      liquidation: { status: d.of.liquidation, date: d.of.liquidated },
      reconciliation: d.of.reconciliation,
      reconciled: d.of.reconciled,
      protest: d.of.protest,
      drawback: d.of.drawback,
      antidumping: d.of.antidumping,
      lines: [...d.lines].sort(([a], [b]) => a - b).map(([n, l]) => filedLine(n, l)),
      fees: [...(d.of.mpf === undefined ? [] : [{ name: "MPF", amount: d.of.mpf }]), ...(d.of.hmf === undefined ? [] : [{ name: "HMF", amount: d.of.hmf }])],
    }));
  }
}

function filedLine(number: number, line: Line): FiledLine {
  const tariffs = line.tariffs.every((t) => t.ordinal !== undefined) ? [...line.tariffs].sort((a, b) => (a.ordinal as number) - (b.ordinal as number)) : line.tariffs;
  return { number, origin: line.origin, facts: line.facts, tariffs: tariffs.map((t) => t.tariff) };
}

/** A tariff number that stands twice in its line: by its ordinal where the report gives one, else by the number itself. */
function doubled(row: ReadRow, line: Line): RowProblem[] {
  const twin = line.tariffs.find((t) => (row.ordinal !== undefined && t.ordinal !== undefined ? t.ordinal === row.ordinal : t.tariff.code === row.tariff.code));
  if (twin === undefined) return [];
  const by = row.ordinal !== undefined && twin.ordinal !== undefined ? `ordinal ${row.ordinal}` : `tariff number ${row.tariff.code}`;
  return [
    {
      row: row.tariff.row,
      entry: row.entry,
      field: by.startsWith("ordinal") ? SPOKEN.ordinal : SPOKEN.code,
      code: "duplicate",
      message: `line ${row.line} has ${by} in row ${twin.tariff.row} already`,
      hint: "leave one of the rows out; a report run twice holds each row twice",
    },
  ];
}

function contradicted(row: ReadRow, draft: Draft, line: Line): RowProblem[] {
  const out: RowProblem[] = [];
  const clash = (field: string, before: unknown, now: unknown): void =>
    void out.push({
      row: row.tariff.row,
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
