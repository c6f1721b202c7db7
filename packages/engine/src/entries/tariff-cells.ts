import type { FiledTariff } from "../entry/index.js";
import { BadCell, centsCell, codeCell } from "./cells.js";
import { SPOKEN } from "./column-names.js";
import type { Columns, TariffColumns } from "./columns.js";

/** Reads a cell of a row, or tells what is wrong with it; undefined where it is blank or wrong. */
export type CellReader = <T>(at: number | undefined, name: string, read: (text: string) => T) => T | undefined;
type Tariff = Pick<FiledTariff, "code" | "value" | "duty">;

const NO_CREDIT = "a negative amount is a credit or a correction: give the entry as it was filed";
const PAID = "a duty is what was paid, zero or more: a refund or a correction is another row of the books, so leave it out";
const TARIFF = /^\d{4}\.?\d{2}\.?\d{2,4}(?:\.?\d{2})?$/;

/** The tariff numbers of a row: one, several in columns of their own, or several in one cell with as many duties, or with their sum where that will do. */
export function tariffCells(columns: Columns, cell: CellReader, sums = false): Tariff[] {
  return columns.tariffs.flatMap((at) => inColumn(at, cell, sums));
}

function inColumn(at: TariffColumns, cell: CellReader, sums: boolean): Tariff[] {
  const codes = cell(at.code, SPOKEN.code, (t) => numbers(t).map(codeCell)) ?? [];
  const duties = cell(at.duty, SPOKEN.duty, (t) => amounts(t, codes.length, sums).map((a) => centsCell(a, PAID))) ?? [];
  const values = cell(at.value, SPOKEN.value, (t) => amounts(t, codes.length, true).map((a) => centsCell(a, NO_CREDIT))) ?? [];
  const last = codes.length - 1;
  return codes.map((code, i) => ({
    code,
    duty: duties.length === codes.length ? duties[i] : i === last ? duties[0] : undefined,
    value: values.length === codes.length ? values[i] : i === last ? values[0] : undefined,
  }));
}

/** Tariff numbers of one cell, at marks between them; at spaces only where each piece is whole. */
function numbers(text: string): string[] {
  const parts = cut(text, /[,;|/&\n]+/);
  const words = text.split(/\s+/);
  return parts.length > 1 ? parts : words.length > 1 && words.every((w) => TARIFF.test(w)) ? words : [text];
}

/** As many amounts as there are tariff numbers; a comma parts amounts only where a space follows it. */
function amounts(text: string, count: number, one = false): string[] {
  if (count < 2) return [text];
  const parts = cut(text, /[;|/&\n]+|,\s+/);
  if (parts.length === count || (one && parts.length === 1)) return parts;
  throw new BadCell(
    "whose-duty",
    `${count} tariff numbers and ${parts.length} ${parts.length === 1 ? "amount" : "amounts"} in a row`,
    "write as many amounts as tariff numbers, or give each number a row of its own",
  );
}
const cut = (text: string, at: RegExp): string[] => text.split(at).flatMap((p) => (p.trim() === "" ? [] : [p.trim()]));
