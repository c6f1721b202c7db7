import type { Party } from "@truce/engine/controls";
import { partyOf } from "./csl-fields.js";
import { csvRows, ListError, plainName } from "@truce/engine/owners";
import { entityText } from "./entity-text.js";
import { dayAfter, Days } from "./list-days.js";
import { countryNamed, entryOf, idOf, type Taken, withoutDoubles } from "./taken.js";

const APART = ["name", "street_address", "city", "state", "country", "postal_code", "effective_date", "expiration_date", "standard_order", "action", "fr_citation"];
const JOINED = ["name_and_address", "effective_date", "expiration_date"];

/** Does this header line look like the Denied Persons List? */
export const isDpl = (names: readonly string[]): boolean => [APART, JOINED].some((form) => form.every((n) => names.includes(n)));

/**
 * The Denied Persons List as BIS gives it: `dpl.txt` between tabs with one column for each part of an address, or the table of its page with names and addresses in one cell.
 * The day of expiry is the last day of an order; a blank one is an order without end.
 * @throws ListError with the line
 */
export function readDpl(text: string, delimiter: string): Taken {
  const rows = csvRows(text, [], delimiter, plainName);
  const names = Object.keys(rows[0]?.record ?? {});
  const joined = names.includes("name_and_address");
  const lacks = (joined ? JOINED : APART).filter((n) => !names.includes(n));
  if (lacks.length > 0) throw new ListError("missing-column", `line 1: there is no column ${lacks.join(", ")}`, `the columns are ${names.slice(0, 12).join(", ").slice(0, 300)}`);
  const cites = names.find((n) => n === "fr_citation" || /federal_register/.test(n));
  const days = new Days();
  const all = rows.map(({ record: r, line }): Party => {
    const cell = (key: string | undefined): string => (key === undefined ? "" : (r[key] ?? "").replace(/\s+/g, " ").trim());
    const read = joined ? entityText(r["name_and_address"] ?? "") : { name: cell("name"), aliases: [], address: "" };
    if (read.name === "") throw new ListError("no-name", `line ${line}: a row has no name`, "load the file again");
    const country = joined ? undefined : countryNamed(cell("country"));
    const address = joined ? read.address : [...["street_address", "city", "state", "postal_code"].map(cell), country ?? cell("country")].filter((t) => t !== "").join(", ");
    const [from, last] = [days.read(cell("effective_date")), days.read(cell("expiration_date"))];
    return partyOf(
      entryOf({
        id: idOf("DPL", read.name, address, from),
        list: "DPL",
        name: read.name,
        altNames: read.aliases,
        addresses: address === "" ? [] : [address],
        countries: country === undefined ? [] : [country],
        cites: cell(cites),
        from,
        // A slip of the pen that ends an order before it begins ends nothing.
        until: last === "" || (from !== "" && last < from) ? "" : dayAfter(last),
        remarks: [cell("action"), cell("type_of_denial"), cell("standard_order") === "N" ? "not a standard order: read the order" : ""].filter((t) => t !== "").join("; "),
      }),
    );
  });
  const { parties, notes } = withoutDoubles(all);
  const without = parties.filter((p) => p.listing.until === undefined).length;
  return { parties, lists: ["DPL"], missing: [], notes: [...notes, ...days.said(parties.length), `${without} orders have no last day`] };
}
