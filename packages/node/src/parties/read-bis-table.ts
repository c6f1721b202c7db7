import type { ListCode, Party } from "@truce/engine/controls";
import { partyOf } from "./csl-fields.js";
import { type CsvRow, csvRows, ListError, plainName } from "@truce/engine/owners";
import { entityText } from "./entity-text.js";
import { counted, countryNamed, entryOf, idOf, type Taken, withoutDoubles } from "./taken.js";

/** The names that a column goes by in the tables of part 744. */
const COUNTRY = ["country", "country_region", "destination"];
const ENTITY = ["entity", "entity_name", "listed_person_and_address", "listed_person", "listed_entity", "military_end_user", "name"];
const CITES = ["federal_register_citation", "federal_register_citations", "federal_register_citation_and_date_of_publication", "federal_register_notice", "fr_citation"];
const REQUIREMENT = ["license_requirement", "license_requirements"];
const POLICY = ["license_review_policy", "license_policy"];
/** Columns that each list has besides country, entity and citation. */
const MORE: Readonly<Record<string, readonly (readonly string[])[]>> = { EL: [REQUIREMENT, POLICY], MEU: [], UVL: [] };
/** A cell that says that a paragraph is kept free. */
const RESERVED = /^\[?reserved\]?\.?$/i;

/** Does this header line look like a table of part 744, and of which list? */
export function bisTable(names: readonly string[]): ListCode | undefined {
  const has = (of: readonly string[]): boolean => of.some((n) => names.includes(n));
  if (!has(COUNTRY) || !has(ENTITY) || !has(CITES)) return undefined;
  if (has(REQUIREMENT)) return "EL";
  if (names.includes("listed_person_and_address") || names.includes("listed_person")) return "UVL";
  return "MEU";
}

/**
 * The Entity List, the Military End-User List or the Unverified List as the tables of Part 744 Supp. Nos. 4, 7 and 6, in CSV or between tabs.
 * Name, other names and address stand in one cell there; they are told apart, and the cell is kept as remark.
 * @throws ListError with the line
 */
export function readBisTable(text: string, list: ListCode, delimiter: string): Taken {
  const all = csvRows(text, [], delimiter, plainName);
  const names = Object.keys(all[0]?.record ?? {});
  const column = (of: readonly string[]): string => {
    const found = of.find((n) => names.includes(n));
    if (found === undefined) throw new ListError("missing-column", `line 1: there is no column ${of[0]}`, `the columns are ${names.slice(0, 12).join(", ").slice(0, 300)}`);
    return found;
  };
  const [country, entity, cites] = [column(COUNTRY), column(ENTITY), column(CITES)];
  const [requirement, policy] = (MORE[list] ?? []).map(column);
  const unknown = new Map<string, number>();
  let above = "";
  const parties = all.flatMap(({ record: r, line }: CsvRow): Party[] => {
    const cell = (name: string | undefined): string => (name === undefined ? "" : (r[name] ?? "").trim());
    // The tables name a country once and leave it out below.
    above = cell(country) === "" ? above : cell(country);
    const words = cell(entity);
    if (words === "" || RESERVED.test(words)) return [];
    if (above === "") throw new ListError("no-country", `line ${line}: no country stands here or above`, "load the file again");
    const code = countryNamed(above);
    if (code === undefined) unknown.set(above, (unknown.get(above) ?? 0) + 1);
    const read = entityText(words);
    if (read.name === "") throw new ListError("no-name", `line ${line}: no name can be read from "${words.slice(0, 60)}"`, "look at this line of the file");
    const party = partyOf(
      entryOf({
        id: idOf(list, read.name, above, read.address),
        list,
        name: read.name,
        altNames: read.aliases,
        addresses: read.address === "" ? [] : [read.address],
        countries: code === undefined ? [] : [code],
        cites: cell(cites).replace(/\s+/g, " "),
        requirement: cell(requirement).replace(/\s+/g, " "),
        policy: cell(policy).replace(/\s+/g, " "),
      }),
    );
    return [{ ...party, remarks: words.replace(/\s+/g, " "), names: [...party.names, ...read.former.map((text) => ({ text, kind: "former" as const }))] }];
  });
  if (parties.length === 0) throw new ListError("empty-list", "no row names a party", "load the file again");
  const single = withoutDoubles(parties);
  return {
    parties: single.parties,
    lists: [list],
    missing: ["a day of listing: its table gives none, only Federal Register citations"],
    notes: [
      "names, other names and addresses stand in one cell of this table and were told apart by its words: look at the names that changed",
      ...[...unknown].map(([c, n]) => `${counted(n, "entry", "entries")} of "${c.slice(0, 60)}": no country of that name is known, and none is kept`),
      ...single.notes,
    ],
  };
}
