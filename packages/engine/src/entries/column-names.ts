/** What a column can hold. */
export type Field =
  | "entry"
  | "filer"
  | "type"
  | "entered"
  | "line"
  | "ordinal"
  | "code"
  | "code99"
  | "value"
  | "duty"
  | "duty99"
  | "origin"
  | "liquidated"
  | "scheduled"
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

/** The name by which we speak of a column, and how reports spell it: first as ACE prints it, then others. Case, spaces and marks between words do not matter. */
export const NAMES: Readonly<Record<Field, readonly string[]>> = {
  entry: ["entry summary number", "entry number", "entry no", "entry", "entry num", "entry nbr", "entry summary no", "es number", "entry id", "cbp entry number", "customs entry number"],
  filer: ["entry filer code", "filer code", "filer"],
  type: ["entry type code", "entry type", "entry type cd", "entry summary type code", "entry summary type", "type of entry", "type"],
  entered: ["entry date", "date of entry", "entered", "entry dt", "date entered"],
  line: ["entry summary line number", "line", "line number", "line no", "entry line number", "entry line", "es line number", "line item"],
  ordinal: ["tariff ordinal number", "ordinal", "ordinal number", "tariff ordinal", "tariff sequence number", "tariff sequence"],
  code: [
    "hts number full",
    "hts",
    "hts number",
    "hts no",
    "hts code",
    "htsus",
    "htsus number",
    "htsus code",
    "hts10",
    "tariff number",
    "tariff no",
    "tariff code",
    "tariff",
    "heading",
    "hts heading",
    "code",
  ],
  code99: [
    "chapter 99 hts number",
    "chapter 99",
    "chapter 99 number",
    "chapter 99 hts",
    "chapter 99 heading",
    "chapter 99 code",
    "ch 99",
    "ch 99 hts",
    "ch 99 heading",
    "ch 99 number",
    "ch 99 code",
    "hts chapter 99",
    "additional hts",
    "additional hts number",
    "ieepa hts",
    "ieepa hts number",
    "ieepa heading",
    "ieepa code",
  ],
  value: ["line tariff goods value amount", "line goods value amount", "goods value amount", "goods value", "value", "entered value", "customs value", "line value", "value amount"],
  duty: [
    "line tariff duty amount",
    "line duty amount",
    "duty",
    "duty amount",
    "duty amt",
    "duty paid",
    "paid duty",
    "duties",
    "duties paid",
    "line duty",
    "line tariff amount",
    "estimated duty",
    "estimated duty amount",
    "calculated duty",
    "tariff amount",
    "tariff duty",
    "amount paid",
    "amount",
  ],
  duty99: [
    "chapter 99 duty amount",
    "chapter 99 duty",
    "chapter 99 duty paid",
    "chapter 99 amount",
    "ch 99 duty",
    "ch 99 duty amount",
    "ch 99 amount",
    "ieepa duty",
    "ieepa duty amount",
    "ieepa duty paid",
    "ieepa duties",
    "ieepa duties paid",
    "ieepa amount",
    "ieepa paid",
    "ieepa tariff",
    "additional duty",
    "additional duty amount",
  ],
  origin: ["country of origin code", "country of origin", "origin", "coo", "origin country", "origin code"],
  liquidated: ["liquidation date", "liq date", "date of liquidation", "date liquidated", "liquidated date", "liquidated on", "liquidation dt", "liquidated"],
  scheduled: ["scheduled liquidation date", "liquidation scheduled date", "scheduled liquidation", "expected liquidation date", "projected liquidation date", "scheduled liq date"],
  liquidation: ["liquidation status", "liq status", "liquidation status code", "liquidation status description", "entry liquidation status", "liquidation state", "liquidation"],
  reconciliation: [
    "reconciliation indicator",
    "reconciliation",
    "recon",
    "recon indicator",
    "recon flag",
    "reconciliation flag",
    "flagged for reconciliation",
    "flagged for recon",
    "reconciliation flagged",
    "recon flagged",
    "reconciliation issue code",
    "recon issue code",
    "reconciliation code",
    "recon code",
  ],
  reconciled: [
    "reconciled",
    "reconciliation entry on file",
    "reconciliation on file",
    "reconciliation filed",
    "reconciliation entry filed",
    "type 09 on file",
    "type 09 filed",
    "type 9 on file",
    "type 9 filed",
    "09 filed",
    "09 on file",
    "recon filed",
    "recon entry filed",
    "recon on file",
  ],
  protest: ["protest status", "protest", "protest status code", "protest filed", "protest flag", "protest indicator", "protested", "open protest", "protest open"],
  protestNumber: ["protest number", "protest no", "protest id"],
  drawback: [
    "drawback",
    "drawback indicator",
    "drawback flag",
    "drawback claimed",
    "drawback claim",
    "drawback designated",
    "designated for drawback",
    "drawback status",
    "drawback claim number",
    "drawback entry number",
  ],
  antidumping: [
    "adcvd",
    "ad cvd indicator",
    "ad cvd flag",
    "ad cvd case",
    "ad cvd case number",
    "addcvd",
    "add cvd flag",
    "antidumping",
    "antidumping countervailing",
    "ad case number",
    "antidumping case number",
  ],
  importer: ["importer number", "importer", "ior number", "ior no", "ior", "importer of record number", "importer of record", "importer id", "importer no"],
  importerType: ["importer type", "importer kind", "importer entity type", "entity type", "ior type", "ior entity type", "importer of record type", "importer class", "taxpayer type"],
  mode: ["mode of transportation code", "mode", "mode of transportation", "mot", "mot code", "mode of transport", "mode of transport code", "transport mode", "transportation mode"],
  quantity: ["line tariff quantity 1", "quantity", "quantity 1", "qty", "qty 1"],
  unit: ["line tariff uom 1 code", "unit", "uom", "unit 1", "uom 1", "unit of measure"],
  quantity2: ["line tariff quantity 2", "quantity 2", "qty 2"],
  unit2: ["line tariff uom 2 code", "unit 2", "uom 2"],
  quantity3: ["line tariff quantity 3", "quantity 3", "qty 3"],
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
  filer: "filer_code",
  type: "entry_type",
  entered: "entry_date",
  line: "line",
  ordinal: "ordinal",
  code: "hts",
  code99: "chapter_99",
  value: "value",
  duty: "duty",
  duty99: "chapter_99_duty",
  origin: "origin",
  liquidated: "liquidation_date",
  scheduled: "scheduled_liquidation_date",
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
