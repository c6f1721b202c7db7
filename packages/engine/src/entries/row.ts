import type { FiledEntry, FiledTariff, RowProblem } from "../entry/index.js";
import type { Fact } from "../goods/index.js";
import { BadCell, centsCell, codeCell, countCell, countryCell, dayCell, entryCell, importerCell, lineCell, looksLikeFormula, quantityCell, typeCell, unitCell, wordCell, wordOf } from "./cells.js";
import { type Field, REQUIRED, SPOKEN } from "./column-names.js";
import type { Columns } from "./columns.js";
import type { TableRow } from "./table.js";
import type { RowFees } from "./fees-of-rows.js";
import { tariffCells } from "./tariff-cells.js";
import { COUNTRY, IMPORTER, LIQUIDATION, MODE, PROTEST, RECONCILIATION, YES_NO } from "./words.js";

/** What one row says of its entry; all rows of an entry must say the same, or nothing. */
export interface OfEntry extends Partial<Pick<FiledEntry, "type" | "entered" | "importer" | "importerType" | "mode" | "reconciliation" | "reconciled" | "protest" | "drawback" | "antidumping">> {
  readonly liquidated?: string | undefined;
  readonly scheduled?: string | undefined;
  readonly liquidation?: FiledEntry["liquidation"]["status"];
}
/** One row, read. */
export interface ReadRow {
  readonly entry: string;
  /** Undefined where the file has no column for it. */
  readonly line: number | undefined;
  readonly ordinal: number | undefined;
  readonly origin: string | undefined;
  readonly tariffs: readonly FiledTariff[];
  readonly row: number;
  readonly facts: Readonly<Record<string, string>>;
  readonly of: OfEntry;
  readonly fees: RowFees;
}
const BLANK = /^(?:|-|--|n\/?a|null|\(blank\)|#n\/a)$/i;
const NO_CREDIT = "a negative amount is a credit or a correction: give the entry as it was filed";
const CASE = /^[AC]-?\d{3}-?\d{3}/i;
const ENTRY = /^[A-Z0-9]{3}-?\d{7}-?\d$/i;
const PROTEST_NUMBER = /^\d{4}-?\d{2}-?\d{6}$/;

/** A row as values; or what is wrong with it, cell by cell. */
export function readRow(row: TableRow, columns: Columns, sums = false): ReadRow | RowProblem[] {
  const problems: RowProblem[] = [];
  const raw = (at: number | undefined): string => (at === undefined ? "" : (row.cells[at] ?? "").trim());
  const entryText = raw(columns.fields.get("entry"));
  const shown = BLANK.test(entryText) ? undefined : entryText.slice(0, 20);
  const wrong = (field: string, code: string, message: string, hint: string): undefined => {
    problems.push({ row: row.number, entry: shown, field, code, message, hint });
    return undefined;
  };
  const cell = <T>(at: number | undefined, name: string, read: (text: string) => T): T | undefined => {
    const text = raw(at);
    if (BLANK.test(text)) return undefined;
    if (looksLikeFormula(text)) return wrong(name, "formula", `"${text.slice(0, 40)}" looks like a formula, which is never evaluated`, "put the value in its place");
    try {
      return read(text);
    } catch (e) {
      if (e instanceof BadCell) return wrong(name, e.code, e.message, e.hint);
      throw e;
    }
  };
  const get = <T>(field: Field, read: (text: string) => T): T | undefined => cell(columns.fields.get(field), SPOKEN[field], read);
  for (const f of REQUIRED)
    if (columns.fields.has(f) && !(f === "code" && columns.tariffs.some((t) => !BLANK.test(raw(t.code)))) && BLANK.test(raw(columns.fields.get(f))))
      wrong(SPOKEN[f], "missing", `the row has no ${SPOKEN[f]}`, "fill the cell in, or leave the row out");
  get("currency", (t) => {
    if (!/^(?:USD|US\$|\$|US DOLLARS?)$/i.test(t))
      throw new BadCell("bad-currency", `the row is in "${t.slice(0, 20)}", not in US dollars`, "amounts of an entry summary are in US dollars: convert nothing, export the report again");
  });
  const filer = raw(columns.fields.get("filer"));
  const entry = get("entry", (t) => entryCell(/^\d{7}-?\d$/.test(t) && /^[A-Za-z0-9]{3}$/.test(filer) ? `${filer}${t}` : t));
  const line = get("line", lineCell);
  const found = tariffCells(columns, cell, sums);
  const quantity = (["", "2", "3"] as const).flatMap((n) => {
    const amount = get(`quantity${n}`, quantityCell);
    const unit = get(`unit${n}`, unitCell);
    if (amount !== undefined && Number(amount) > 0 && BLANK.test(raw(columns.fields.get(`unit${n}`))))
      wrong(SPOKEN[`unit${n}`], "missing", `the quantity ${amount} has no unit`, "add the column of its unit, or leave the quantity out");
    return amount === undefined || unit === undefined ? [] : [{ amount, unit }];
  });
  const of: OfEntry = {
    type: get("type", typeCell),
    entered: get("entered", dayCell) ?? "",
    importer: get("importer", importerCell),
    importerType: get("importerType", (t) => wordCell(t, IMPORTER)),
    mode: get("mode", (t) => wordCell(t, MODE)),
    ...liquidation(get),
    scheduled: get("scheduled", dayCell),
    reconciliation: get("reconciliation", (t) => (/^\d{3}(?:\s*-\s*\D.*)?$/.test(t) ? !t.startsWith("000") : wordCell(t, RECONCILIATION))),
    reconciled: get("reconciled", (t) => wordCell(t, YES_NO)),
    protest: protest(columns, raw, get),
    drawback: get("drawback", (t) => (ENTRY.test(t) ? true : wordCell(t, YES_NO))),
    antidumping: get("antidumping", (t) => (CASE.test(t) ? true : wordCell(t, YES_NO))),
  };
  const fees: RowFees = { mpf: get("mpf", (t) => centsCell(t, NO_CREDIT)), hmf: get("hmf", (t) => centsCell(t, NO_CREDIT)) };
  const origin = get("origin", (t) => countryCell(t, COUNTRY));
  const ordinal = get("ordinal", (t) => countCell(t, 99));
  const facts: Record<string, string> = {};
  for (const [name, { at, fact }] of columns.facts) {
    const read = cell(at, name, (t) => factCell(fact, t));
    if (read !== undefined) facts[name] = read;
  }
  if (of.liquidated !== undefined && of.entered !== undefined && of.entered !== "" && of.liquidated < of.entered)
    wrong(SPOKEN.liquidated, "out-of-range", `it liquidated on ${of.liquidated}, before its entry on ${of.entered}`, "compare both days with the entry");
  if (problems.length > 0 || entry === undefined || found.length === 0) return problems;
  const goods = found.findLastIndex((t) => !t.code.startsWith("99"));
  const tariffs = found.map((t, i) => ({ ...t, quantity: found.length === 1 || i === goods ? quantity : [], row: row.number }));
  return { entry, line, ordinal: tariffs.length === 1 ? ordinal : undefined, origin, facts, of, fees, tariffs, row: row.number };
}

/** Day and status of the liquidation; a column "liquidated" may hold either. */
function liquidation(get: <T>(field: Field, read: (text: string) => T) => T | undefined): Pick<OfEntry, "liquidated" | "liquidation"> {
  let told: OfEntry["liquidation"];
  const day = get("liquidated", (t) => {
    const word = wordOf(t);
    if (!Object.hasOwn(LIQUIDATION, word)) return dayCell(t);
    told = LIQUIDATION[word];
    return undefined;
  });
  return { liquidated: day, liquidation: get("liquidation", (t) => wordCell(t, LIQUIDATION)) ?? told };
}

/** A protest's status; where the report has only its number, a number is an open protest and none is none. */
function protest(columns: Columns, raw: (at: number | undefined) => string, get: <T>(field: Field, read: (text: string) => T) => T | undefined): FiledEntry["protest"] {
  const said = get("protest", (t) => (PROTEST_NUMBER.test(t) ? "open" : wordCell(t, PROTEST)));
  const at = columns.fields.get("protestNumber");
  if (said !== undefined || at === undefined) return said;
  return BLANK.test(raw(at)) ? "none" : "open";
}

/** A fact of the goods, by the kind that regime/facts.yaml gives it. */
function factCell(fact: Fact, text: string): string {
  switch (fact.kind) {
    case "percent": {
      const plain = text.replace(/\s*%$/, "");
      if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(plain)) throw new BadCell("bad-fact", `"${text.slice(0, 40)}" is not a share in percent`, "write a number from 0 to 100");
      if (Number(plain) > 100) throw new BadCell("out-of-range", `${plain} is above 100 %`, "write a number from 0 to 100");
      return plain;
    }
    case "choice":
    case "points":
      if (fact.choices !== undefined && !fact.choices.includes(text.toLowerCase()))
        throw new BadCell("bad-fact", `"${text.slice(0, 40)}" is not a value of ${fact.name}`, `write one of: ${fact.choices.join(", ")}`);
      return text.toLowerCase();
    case "when":
      return /T\d{2}:\d{2}/.test(text) ? text : dayCell(text);
    case "country":
      return countryCell(text, COUNTRY);
    case "heading":
    case "provision": {
      const digits = codeCell(text);
      return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8)].filter((p) => p !== "").join(".");
    }
    case "word":
      return text.slice(0, 40);
    default:
      return fact.kind satisfies never;
  }
}
