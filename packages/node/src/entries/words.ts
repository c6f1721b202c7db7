import type { FiledEntry, Liquidation } from "@truce/engine/entry";

/** Words of reports and what they mean here. A word that is not in its table is refused, never guessed. */
export const LIQUIDATION: Readonly<Record<string, NonNullable<Liquidation["status"]>>> = {
  liquidated: "liquidated",
  liq: "liquidated",
  reliquidated: "liquidated",
  "auto liquidated": "liquidated",
  "deemed liquidated": "liquidated",
  unliquidated: "unliquidated",
  "not liquidated": "unliquidated",
  unliq: "unliquidated",
  scheduled: "unliquidated",
  pending: "unliquidated",
  open: "unliquidated",
  suspended: "suspended",
  extended: "extended",
};
export const PROTEST: Readonly<Record<string, NonNullable<FiledEntry["protest"]>>> = {
  none: "none",
  no: "none",
  n: "none",
  open: "open",
  pending: "open",
  filed: "open",
  suspended: "open",
  "under review": "open",
  decided: "decided",
  approved: "decided",
  "approved in part": "decided",
  granted: "decided",
  denied: "decided",
  "denied in part": "decided",
  rejected: "decided",
  withdrawn: "decided",
  closed: "decided",
};
export const IMPORTER: Readonly<Record<string, NonNullable<FiledEntry["importerType"]>>> = {
  corporation: "corporation",
  corporate: "corporation",
  corp: "corporation",
  other: "other",
  "non corporation": "other",
  noncorporation: "other",
  "non corporate": "other",
  individual: "other",
  partnership: "other",
  "sole proprietor": "other",
};
export const YES_NO: Readonly<Record<string, boolean>> = { y: true, yes: true, true: true, "1": true, n: false, no: false, false: false, "0": false };

/** Codes of the mode of transportation on an entry summary, and words for them. */
export const MODE: Readonly<Record<string, string>> = {
  "10": "ocean",
  "11": "ocean",
  "12": "ocean",
  "20": "rail",
  "21": "rail",
  "30": "truck",
  "31": "truck",
  "40": "air",
  "41": "air",
  "50": "post",
  ocean: "ocean",
  sea: "ocean",
  vessel: "ocean",
  rail: "rail",
  truck: "truck",
  road: "truck",
  air: "air",
  post: "post",
  mail: "post",
};
export const COUNTRY: Readonly<Record<string, string>> = {
  china: "CN",
  "people s republic of china": "CN",
  "china mainland": "CN",
  prc: "CN",
  "hong kong": "HK",
  "hong kong sar": "HK",
  macau: "MO",
  macao: "MO",
  "macau sar": "MO",
  taiwan: "TW",
  vietnam: "VN",
  mexico: "MX",
  canada: "CA",
  japan: "JP",
  germany: "DE",
  "united states": "US",
};

/** The types of entry that CBP uses. */
export const TYPES: ReadonlySet<string> = new Set("01 02 03 04 05 06 07 08 09 11 12 21 22 23 24 25 26 31 32 33 34 38 41 42 43 44 45 46 47 51 52 61 62 63 64 65 66 67 68 69 70 86".split(" "));
