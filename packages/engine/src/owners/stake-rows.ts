import { OwnerBuilder, type OwnerFile } from "./owner-file.js";
import { takeRow } from "./owners-csv.js";

/** Stakes given as objects with the columns of the CSV: what is wrong with one is said with its place. */
export function stakesOf(rows: readonly Readonly<Record<string, unknown>>[], where: string): OwnerFile {
  const out = new OwnerBuilder();
  rows.forEach((r, i) => {
    takeRow(Object.fromEntries(Object.entries(r).map(([k, v]) => [k, v === undefined || v === null ? "" : String(v)])), `${where}.${i}`, out);
  });
  return out.done("csv", where);
}
