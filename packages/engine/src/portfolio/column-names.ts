import { NAMES as ENTRY_NAMES } from "../entries/index.js";

/** What a column of lines to be priced can hold, beside facts. */
export type Field = "code" | "value" | "on" | "from" | "to" | "quantity" | "unit" | "quantity2" | "unit2" | "quantity3" | "unit3" | "facts" | "ref" | "entry" | "line" | "sku" | "supplier";

/** Columns that say which line it is, and are carried into the result. */
export const CARRIED: readonly Field[] = ["ref", "entry", "line", "sku", "supplier"];

/** How files spell them, the surest first. Case, spaces and marks between words do not matter. */
export const NAMES: Readonly<Record<Field, readonly string[]>> = {
  code: ["code", ...ENTRY_NAMES.code.filter((n) => n !== "heading"), "commodity code", "hs code", "hs", "hscode", "hts8", "customs code", "tariff item", "goods code", "heading"],
  value: [...ENTRY_NAMES.value, "customs value usd", "amount", "invoice value", "total value", "fob value", "line amount", "declared value", "cif value"],
  on: ["on", ...ENTRY_NAMES.entered, "date", "import date", "date of import", "arrival date", "release date", "entered on", "summary date", "day"],
  from: ["from", ...ENTRY_NAMES.origin, "country", "exporting country", "country of export", "country code"],
  to: ["to", "destination", "importing country", "import country", "country of import", "country of destination"],
  quantity: ENTRY_NAMES.quantity,
  unit: ENTRY_NAMES.unit,
  quantity2: ENTRY_NAMES.quantity2,
  unit2: ENTRY_NAMES.unit2,
  quantity3: ENTRY_NAMES.quantity3,
  unit3: ENTRY_NAMES.unit3,
  facts: ["facts"],
  ref: ["ref", "reference", "id", "row id", "line id"],
  entry: ENTRY_NAMES.entry,
  line: ENTRY_NAMES.line,
  sku: [
    "sku",
    "part number",
    "part no",
    "part",
    "item number",
    "item no",
    "item",
    "product code",
    "product",
    "product id",
    "material",
    "material number",
    "style",
    "article",
    "article number",
    "model",
  ],
  supplier: ["supplier", "supplier name", "vendor", "vendor name", "manufacturer", "manufacturer name", "manufacturer id", "mid", "shipper", "seller", "exporter", "factory"],
};
