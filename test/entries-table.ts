import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { readEntries } from "../packages/node/dist/entries/index.js";
import { openRegime } from "../packages/node/dist/grounds/open.js";

const COLUMNS = [
  "entry_number",
  "entry_type",
  "entry_date",
  "line",
  "ordinal",
  "hts",
  "value",
  "duty",
  "origin",
  "liquidation_date",
  "liquidation_status",
  "reconciliation",
  "reconciled",
  "protest",
  "drawback",
  "adcvd",
  "importer",
  "importer_type",
  "mode",
  "quantity",
  "unit",
  "mpf",
  "hmf",
  "currency",
  "steel",
  "claim",
  "melt",
  "loaded",
  "use",
] as const;
export type Row = Partial<Record<(typeof COLUMNS)[number], string>>;
/** A row in which every field is well. */
export const GOOD: Row = {
  entry_number: "ABC-1234567-6",
  entry_type: "01",
  entry_date: "10/25/2025",
  line: "1",
  ordinal: "1",
  hts: "9903.01.24",
  value: "10000",
  duty: "2,000.00",
  origin: "CN",
  liquidation_date: "2026-09-04",
  liquidation_status: "Liquidated",
  reconciliation: "N",
  reconciled: "N",
  protest: "none",
  drawback: "N",
  adcvd: "N",
  importer: "12-345678900",
  importer_type: "corporation",
  mode: "11",
  quantity: "120",
  unit: "KG",
  mpf: "34.64",
  hmf: "12.50",
  currency: "USD",
  steel: "40",
  claim: "9903.88.69",
  melt: "CN",
  loaded: "2025-10-01",
  use: "none",
};
const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** A table of rows under the plain names of the columns. */
export const table = (rows: readonly Row[], delimiter = ","): string =>
  [COLUMNS.join(delimiter), ...rows.map((r) => COLUMNS.map((c) => (delimiter === "," ? quote(r[c] ?? "") : (r[c] ?? ""))).join(delimiter))].join("\n");
/** Reads text or bytes as a file of entries, in a folder that goes with the tests. */
export function reader(): { read: (content: string | Uint8Array) => ReturnType<typeof readEntries>; place: (name: string) => string } {
  let dir = "";
  let made = 0;
  let facts: Parameters<typeof readEntries>[1];
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "truce-entries-"));
    facts = [...(await openRegime()).goods.facts.values()];
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const place = (name: string): string => join(dir, name);
  const read = async (content: string | Uint8Array) => {
    const path = place(`${made++}.csv`);
    writeFileSync(path, content);
    return readEntries(path, facts);
  };
  return { read, place };
}
