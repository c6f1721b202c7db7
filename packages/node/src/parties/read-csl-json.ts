import { identifies, partyOf } from "./csl-fields.js";
import { dayAfter, dayOf, Days } from "./list-days.js";
import { CSL_LISTS } from "./list-codes.js";
import { ListError } from "@truce/engine/owners";
import { counted, type Sorter, type Taken, withoutDoubles } from "./taken.js";

type Fields = Readonly<Record<string, unknown>>;
const isFields = (v: unknown): v is Fields => typeof v === "object" && v !== null && !Array.isArray(v);
const word = (v: unknown): string => (typeof v === "string" ? v.trim() : typeof v === "number" ? String(v) : "");
const array = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : v === undefined || v === null || v === "" ? [] : [v]);
/** Texts of a field that is a list of texts, or one text with semicolons. */
const texts = (v: unknown): string[] =>
  array(v)
    .flatMap((t) => word(t).split("; "))
    .filter((t) => t.trim() !== "");
const NEEDED = ["id", "source", "name"];

/**
 * The Consolidated Screening List as JSON: the file `consolidated.json`, or the answer of the search API with all its results.
 * @param sorter tells the list of an entry
 * @throws ListError where it is cut, holds fewer results than it states, or is something else
 */
export function readCslJson(text: string, sorter: Sorter): Taken {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (e) {
    const end = /[}\]]\s*$/.test(text.slice(-1000));
    throw new ListError(end ? "bad-json" : "cut-in-half", `it is not whole JSON: ${(e as Error).message.replace(/\s+/g, " ").slice(0, 160)}`, "load the file again and import it whole");
  }
  if (!isFields(file) || !Array.isArray(file["results"])) throw new ListError("wrong-form", "there is no array results in it", "load consolidated.json from trade.gov");
  const results = file["results"] as readonly unknown[];
  const total = file["total"];
  if (typeof total === "number" && total !== results.length)
    throw new ListError("cut-in-half", `it states ${total} results and holds ${results.length}: it is one page of an answer`, "load consolidated.json, which holds all of them");
  if (results.length === 0) throw new ListError("empty-list", "it holds no result", "load the file again");
  const days = new Days();
  const all = results.flatMap((r, i) => {
    const at = `results[${i}]`;
    if (!isFields(r)) throw new ListError("wrong-form", `${at} is not an object`, "load the file again");
    const lacks = NEEDED.find((k) => word(r[k]) === "");
    if (lacks !== undefined) throw new ListError("missing-field", `${at} has no ${lacks}`, "load the file again");
    const code = sorter.code(word(r["source"]));
    return code === undefined ? [] : [entry(r, code, days)];
  });
  if (all.length === 0) throw new ListError("unknown-list", `none of ${counted(results.length, "entry", "entries")} is of a list that is known`, "it is not the Consolidated Screening List");
  const { parties, notes } = withoutDoubles(all);
  const asOf = dayOf(word(file["search_performed_at"]));
  return { parties, lists: CSL_LISTS, ...(asOf === undefined ? {} : { asOf }), missing: sorter.missing, notes: [...notes, ...days.said(parties.length)] };
}

function entry(r: Fields, list: string, days: Days) {
  const addresses = array(r["addresses"])
    .filter(isFields)
    .map((a) =>
      ["address", "city", "state", "postal_code", "country"]
        .map((k) => word(a[k]))
        .filter((t) => t !== "")
        .join(", "),
    );
  const countries = [
    ...texts(r["nationalities"]),
    ...texts(r["citizenships"]),
    word(r["country"]),
    ...array(r["addresses"])
      .filter(isFields)
      .map((a) => word(a["country"])),
  ];
  const identifiers = array(r["ids"])
    .filter(isFields)
    .map((i) => ({ kind: word(i["type"]), value: word(i["number"]) }))
    .filter((i) => identifies(i.kind, i.value));
  const last = days.read(word(r["end_date"]));
  return partyOf({
    id: `csl:${word(r["id"])}`,
    list,
    type: word(r["type"]),
    name: word(r["name"]),
    altNames: texts(r["alt_names"]),
    addresses: addresses.filter((a) => a !== ""),
    countries: countries.filter((c) => /^[A-Z]{2}$/.test(c)),
    programs: texts(r["programs"]),
    identifiers,
    cites: word(r["federal_register_notice"]),
    from: days.read(word(r["start_date"])),
    until: last === "" ? "" : dayAfter(last),
    requirement: word(r["license_requirement"]),
    policy: word(r["license_policy"]),
    url: word(r["source_list_url"]),
    born: texts(r["dates_of_birth"]),
    remarks: word(r["remarks"]),
  });
}
