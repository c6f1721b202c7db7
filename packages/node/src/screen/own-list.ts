import { basename } from "node:path";
import { countryCode, type ListCopy, type ListKind, type Party, type PartyType } from "@truce/engine/controls";
import { dayIn, type Instant, parseDay, WASHINGTON } from "@truce/engine/time";
import { InputError } from "@truce/engine/desk";
import { codeNamed } from "../parties/list-codes.js";
import { ListError } from "@truce/engine/owners";
import { csvRows } from "../parties/read-csl-csv.js";
import { textOf } from "./read-owners.js";

const TYPES: Readonly<Record<string, PartyType>> = {
  "": "unknown",
  organisation: "organisation",
  organization: "organisation",
  company: "organisation",
  entity: "organisation",
  firm: "organisation",
  person: "person",
  individual: "person",
  vessel: "vessel",
  ship: "vessel",
  aircraft: "aircraft",
  address: "address",
};
const several = (cell: string): string[] =>
  cell
    .split(";")
    .map((s) => s.trim())
    .filter((s) => s !== "");

/**
 * A list of the user's own: CSV `id,name,type,country,list,aliases`, and `programs`, `from`, `until`, `authorised`, `authorised_until`, `addresses`, `identifiers` where given.
 * It counts as of the day that is known, since it is the user's to keep.
 * @throws InputError with file:line
 */
export function readOwnList(path: string, kinds: readonly ListKind[], known: Instant): ListCopy {
  const file = basename(path);
  const text = textOf(path, "--list", 100_000_000);
  const bad = (line: number, code: string, message: string, hint: string): never => {
    throw new InputError(code, `${file}:${line}: ${message}`, hint, "--list");
  };
  let rows: ReturnType<typeof csvRows>;
  try {
    rows = csvRows(text, ["name", "list"]);
  } catch (e) {
    if (e instanceof ListError) throw new InputError(e.code, `${file}: ${e.message}`, e.hint, "--list");
    throw e;
  }
  const seen = new Set<string>();
  const parties = rows.map(({ record: r, line }): Party => {
    const cell = (key: string): string => (r[key] ?? "").trim();
    const name = cell("name");
    if (name === "") bad(line, "no-name", "name is empty", "every row names a party");
    if (name.length > 1000) bad(line, "name-too-long", `the name has ${name.length} characters: at most 1,000`, "give one name a row");
    const list = codeNamed(kinds, cell("list"));
    if (list === undefined) return bad(line, "unknown-list", `there is no list "${cell("list").slice(0, 40)}"`, `lists are ${kinds.map((k) => k.code).join(", ")}`);
    const type = TYPES[cell("type").toLowerCase()];
    if (type === undefined) return bad(line, "bad-type", `there is no type "${cell("type").slice(0, 40)}"`, "types are organisation, person, vessel, aircraft, address");
    const given = several(cell("country"));
    const countries = given.map((c) => countryCode(c) ?? bad(line, "bad-country", `"${c.slice(0, 40)}" names no country`, "use a two-letter code"));
    const id = cell("id") === "" ? `${file}:${line}` : cell("id");
    if (seen.has(id)) bad(line, "id-twice", `the id ${id.slice(0, 60)} stands twice`, "give each party an id of its own");
    seen.add(id);
    const day = (key: string): string | undefined => {
      if (cell(key) === "") return undefined;
      try {
        return parseDay(cell(key));
      } catch (e) {
        return bad(line, "bad-date", `${key}: ${(e as Error).message}`, "write YYYY-MM-DD");
      }
    };
    const [from, until, authorisedUntil] = [day("from"), day("until"), day("authorised_until")];
    const programs = several(cell("programs"));
    return {
      id,
      names: [{ text: name, kind: "name" }, ...several(cell("aliases")).map((text) => ({ text, kind: "alias" as const }))],
      type,
      countries,
      addresses: several(cell("addresses")),
      identifiers: several(cell("identifiers")).map((value) => ({ kind: "number", value })),
      listing: {
        list,
        ...(programs.length === 0 ? {} : { programs }),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        ...(cell("authorised") === "" ? {} : { authorised: cell("authorised") }),
        ...(authorisedUntil === undefined ? {} : { authorisedUntil }),
      },
    };
  });
  return {
    id: file,
    title: `the list ${file}`,
    lists: [...new Set(parties.map((p) => p.listing.list))],
    asOf: dayIn(known, WASHINGTON),
    missing: [],
    source: { publisher: "the user", title: file },
    parties,
    own: true,
  };
}
