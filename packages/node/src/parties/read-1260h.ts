import { partyOf } from "./csl-fields.js";
import { csvRows, ListError, plainName } from "@truce/engine/owners";
import { Days } from "./list-days.js";
import { countryNamed, entryOf, idOf, type Taken, withoutDoubles } from "./taken.js";

const NAME = ["name", "entity", "entity_name", "company", "company_name", "name_en"];
const OTHER = ["aliases", "alias", "also_known_as", "aka", "a_k_a", "name_zh", "chinese_name"];

/**
 * The list of section 1260H as a table of the user's own: the Department publishes it as a PDF. A column of names, and if wanted of aliases (between semicolons), country, parent and day of listing.
 * A parent is kept as remark: its name there is evidence, not law.
 * @throws ListError with the line
 */
export function read1260h(text: string, delimiter: string): Taken {
  const rows = csvRows(text, [], delimiter, plainName);
  const names = Object.keys(rows[0]?.record ?? {});
  const key = NAME.find((n) => names.includes(n));
  if (key === undefined) throw new ListError("missing-column", "line 1: there is no column name", `the columns are ${names.slice(0, 12).join(", ").slice(0, 300)}`);
  const days = new Days();
  const all = rows.map(({ record: r, line }) => {
    const cell = (name: string): string => (r[name] ?? "").trim();
    if (cell(key) === "") throw new ListError("no-name", `line ${line}: a row has no name`, "every row names a company");
    const country = countryNamed(cell("country"));
    const parent = cell("parent") || cell("parent_company");
    return partyOf(
      entryOf({
        id: idOf("1260H", cell(key)),
        list: "1260H",
        type: "entity",
        name: cell(key),
        altNames: OTHER.flatMap((n) => cell(n).split(";")).filter((a) => a.trim() !== ""),
        countries: country === undefined ? [] : [country],
        from: days.read(cell("from") || cell("listed_on") || cell("date_added")),
        cites: cell("federal_register_citation"),
        remarks: parent === "" ? "" : `parent named in the list: ${parent}`,
      }),
    );
  });
  const { parties, notes } = withoutDoubles(all);
  return { parties, lists: ["1260H"], missing: [], notes: [...notes, ...days.said(parties.length)] };
}
