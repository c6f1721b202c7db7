/** What a column can hold. */
export type Field =
  | "entry"
  | "type"
  | "entered"
  | "line"
  | "ordinal"
  | "code"
  | "value"
  | "duty"
  | "origin"
  | "liquidated"
  | "liquidation"
  | "reconciliation"
  | "reconciled"
  | "protest"
  | "protestNumber"
  | "drawback"
  | "antidumping"
  | "importer"
  | "importerType"
  | "mode"
  | "quantity"
  | "unit"
  | "quantity2"
  | "unit2"
  | "quantity3"
  | "unit3"
  | "mpf"
  | "hmf"
  | "currency";

/** Columns without which a file is not one of entries. */
export const REQUIRED: readonly Field[] = ["entry", "entered", "line", "code"];

/** The name by which we speak of a column, and how reports spell it: first as ACE prints it, then others, in small letters with single spaces. */
export const NAMES: Readonly<Record<Field, readonly string[]>> = {
  entry: ["entry summary number", "entry number", "entry no", "entry", "entry num", "entry summary no", "es number"],
  type: ["entry type code", "entry type", "entry type cd", "type"],
  entered: ["entry date", "date of entry", "entered", "entry dt"],
  line: ["entry summary line number", "line", "line number", "line no", "entry line number", "es line number"],
  ordinal: ["tariff ordinal number", "ordinal", "ordinal number", "tariff ordinal", "tariff sequence number"],
  code: ["hts number full", "hts", "hts number", "hts code", "htsus", "hts10", "tariff number", "tariff", "code"],
  value: ["line tariff goods value amount", "line goods value amount", "goods value amount", "value", "entered value", "customs value", "line value"],
  duty: ["line tariff duty amount", "line duty amount", "duty", "duty amount", "duty paid", "line tariff amount"],
  origin: ["country of origin code", "country of origin", "origin", "coo", "origin country"],
  liquidated: ["liquidation date", "liquidated", "liq date", "scheduled liquidation date"],
  liquidation: ["liquidation status", "liq status", "liquidation status code"],
  reconciliation: ["reconciliation indicator", "reconciliation", "recon", "recon indicator", "reconciliation flag", "reconciliation issue code"],
  reconciled: ["reconciled", "reconciliation entry on file", "type 09 on file", "recon filed"],
  protest: ["protest status", "protest", "protest status code"],
  protestNumber: ["protest number", "protest no"],
  drawback: ["drawback", "drawback indicator", "drawback flag"],
  antidumping: ["adcvd", "ad cvd", "ad cvd indicator", "adcvd indicator", "antidumping"],
  importer: ["importer number", "importer", "ior number", "importer of record number"],
  importerType: ["importer type", "importer kind"],
  mode: ["mode of transportation code", "mode", "mode of transportation", "mot", "mode of transport"],
  quantity: ["line tariff quantity 1", "quantity", "quantity 1", "qty"],
  unit: ["line tariff uom 1 code", "unit", "uom", "unit 1", "uom 1"],
  quantity2: ["line tariff quantity 2", "quantity 2"],
  unit2: ["line tariff uom 2 code", "unit 2", "uom 2"],
  quantity3: ["line tariff quantity 3", "quantity 3"],
  unit3: ["line tariff uom 3 code", "unit 3", "uom 3"],
  mpf: ["mpf", "mpf amount", "merchandise processing fee"],
  hmf: ["hmf", "hmf amount", "harbor maintenance fee"],
  currency: ["currency", "currency code"],
};

/** Facts of the goods that reports name otherwise than regime/facts.yaml. */
export const FACT_NAMES: Readonly<Record<string, readonly string[]>> = { program: ["line spi code", "spi code", "spi"] };

/** The field as a plain table spells it, for messages. */
export const SPOKEN: Readonly<Record<Field, string>> = {
  entry: "entry_number",
  type: "entry_type",
  entered: "entry_date",
  line: "line",
  ordinal: "ordinal",
  code: "hts",
  value: "value",
  duty: "duty",
  origin: "origin",
  liquidated: "liquidation_date",
  liquidation: "liquidation_status",
  reconciliation: "reconciliation",
  reconciled: "reconciled",
  protest: "protest",
  protestNumber: "protest_number",
  drawback: "drawback",
  antidumping: "adcvd",
  importer: "importer",
  importerType: "importer_type",
  mode: "mode",
  quantity: "quantity",
  unit: "unit",
  quantity2: "quantity_2",
  unit2: "unit_2",
  quantity3: "quantity_3",
  unit3: "unit_3",
  mpf: "mpf",
  hmf: "hmf",
  currency: "currency",
};
