import { identifiersOf, partyOf } from "./csl-fields.js";
import { csvRows, ListError, plainName } from "@truce/engine/owners";
import { dayAfter, Days } from "./list-days.js";
import { CSL_LISTS } from "./list-codes.js";
import { counted, type Sorter, type Taken, withoutDoubles } from "./taken.js";

export { csvRows } from "@truce/engine/owners";

/** Columns without which it is not the list. Names are compared without case, spaces and underscores. */
const NEEDED = ["id", "source", "type", "programs", "name", "addresses", "federal_register_notice", "start_date", "end_date", "license_requirement", "license_policy", "alt_names"];

/**
 * The Consolidated Screening List as CSV, as trade.gov gives it (`consolidated.csv`). The file does not say of what day it is.
 * @param sorter tells the list of an entry @throws ListError with the line
 */
export function readCslCsv(text: string, sorter: Sorter, delimiter = ","): Taken {
  const rows = csvRows(text, NEEDED, delimiter, plainName);
  const days = new Days();
  const all = rows.flatMap(({ record: r, line }) => {
    const cell = (key: string): string => (r[key] ?? "").trim();
    const code = sorter.code(cell("source"));
    if (code === undefined) return [];
    if (cell("id") === "" || cell("name") === "") throw new ListError("no-name", `line ${line}: an entry has no ${cell("id") === "" ? "id" : "name"}`, "load the file again");
    const several = (key: string): string[] =>
      cell(key)
        .split("; ")
        .filter((v) => v.trim() !== "");
    const last = days.read(cell("end_date"));
    return [
      partyOf({
        id: `csl:${cell("id")}`,
        list: code,
        type: cell("type"),
        name: cell("name"),
        altNames: several("alt_names"),
        addresses: several("addresses"),
        countries: [...several("nationalities"), ...several("citizenships")].filter((c) => /^[A-Z]{2}$/.test(c)),
        programs: several("programs"),
        identifiers: identifiersOf(cell("ids")),
        cites: cell("federal_register_notice"),
        from: days.read(cell("start_date")),
        until: last === "" ? "" : dayAfter(last),
        requirement: cell("license_requirement"),
        policy: cell("license_policy"),
        url: cell("source_list_url"),
        born: several("dates_of_birth"),
        remarks: cell("remarks"),
      }),
    ];
  });
  if (all.length === 0) throw new ListError("unknown-list", `none of ${counted(rows.length, "entry", "entries")} is of a list that is known`, "it is not the Consolidated Screening List");
  const { parties, notes } = withoutDoubles(all);
  return { parties, lists: CSL_LISTS, missing: sorter.missing, notes: [...notes, ...days.said(parties.length)] };
}
