import type { Listing, Party, PartyName, PartyType } from "@truce/engine/controls";
import { dayOf } from "./list-days.js";

/** The columns of our own tables of parties. Several values of one cell stand between bars. */
export const COLUMNS = [
  "id",
  "list",
  "names",
  "aliases",
  "weak",
  "former",
  "type",
  "countries",
  "addresses",
  "identifiers",
  "programs",
  "from",
  "until",
  "notice",
  "cites",
  "requirement",
  "policy",
  "url",
  "born",
  "remarks",
] as const;
export type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;
const TYPES: readonly string[] = ["organisation", "person", "vessel", "aircraft", "address", "unknown"];
const KINDS = { names: "name", aliases: "alias", weak: "weak-alias", former: "former" } as const;
const BAR = " | ";

const joined = (values: readonly string[]): string => values.map((v) => v.replaceAll("|", "/").replace(/\s+/g, " ").trim()).join(BAR);
const split = (cell: string): string[] => (cell === "" ? [] : cell.split(BAR));

/** A party as a row. */
export function rowOf(p: Party): Row {
  const named = (kind: PartyName["kind"]): string => joined(p.names.filter((n) => n.kind === kind).map((n) => n.text));
  const { listing } = p;
  return {
    id: p.id,
    list: listing.list,
    names: named("name"),
    aliases: named("alias"),
    weak: named("weak-alias"),
    former: named("former"),
    type: p.type,
    countries: joined(p.countries),
    addresses: joined(p.addresses),
    identifiers: joined(p.identifiers.map((i) => `${i.kind}: ${i.value}`)),
    programs: joined(listing.programs ?? []),
    from: listing.from ?? "",
    until: listing.until ?? "",
    notice: listing.notice ?? "",
    cites: joined(listing.cites ?? []),
    requirement: listing.requirement ?? "",
    policy: listing.policy ?? "",
    url: listing.url ?? "",
    born: joined(p.born ?? []),
    remarks: p.remarks ?? "",
  };
}

const exists = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00Z`)) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);

/** What is wrong with a row, in words; undefined where nothing is. */
export function faultOf(r: Readonly<Record<string, string>>): string | undefined {
  if ((r["id"] ?? "") === "") return "id: a row has an id";
  if (split(r["names"] ?? "").length === 0) return "names: a party has a name";
  if (!TYPES.includes(r["type"] ?? "")) return `type: "${(r["type"] ?? "").slice(0, 20)}" is none of ${TYPES.join(", ")}`;
  const country = split(r["countries"] ?? "").find((c) => !/^[A-Z]{2}$/.test(c));
  if (country !== undefined) return `countries: "${country.slice(0, 20)}" is not a two-letter code`;
  for (const key of ["from", "until"]) if ((r[key] ?? "") !== "" && !exists(r[key] as string)) return `${key}: "${(r[key] as string).slice(0, 20)}" is not a day`;
  const [from, until] = [r["from"] ?? "", r["until"] ?? ""];
  if (from !== "" && until !== "" && until <= from) return `until: ${until} is not after ${from}`;
  return undefined;
}

/**
 * An alias without the "and" that was left of the sentence it stood in ("A; B; and C").
 * @example withoutAnd("and JSC 140 Repair Plant") //=> "JSC 140 Repair Plant"
 */
export const withoutAnd = (alias: string): string => alias.trim().replace(/^and (?=\S)/, "");

/** A row as a party. Only for rows in which `faultOf` finds nothing. */
export function partyOfRow(r: Readonly<Record<string, string>>): Party {
  const cell = (key: string): string => r[key] ?? "";
  const listing: Record<string, unknown> = { list: cell("list") };
  // A day of the years 17 or 97, which the Consolidated Screening List has, says nothing.
  for (const key of ["from", "until"]) if (dayOf(cell(key)) !== undefined) listing[key] = cell(key);
  for (const key of ["notice", "requirement", "policy", "url"]) if (cell(key) !== "") listing[key] = cell(key);
  for (const key of ["programs", "cites"]) if (cell(key) !== "") listing[key] = split(cell(key));
  return {
    id: cell("id"),
    names: Object.entries(KINDS).flatMap(([key, kind]) => split(cell(key)).map((text) => ({ text: kind === "alias" ? withoutAnd(text) : text, kind }))),
    type: cell("type") as PartyType,
    countries: split(cell("countries")),
    addresses: split(cell("addresses")),
    identifiers: split(cell("identifiers")).map((i) => ({ kind: i.slice(0, i.indexOf(": ")), value: i.slice(i.indexOf(": ") + 2) })),
    listing: listing as unknown as Listing,
    ...(cell("born") === "" ? {} : { born: split(cell("born")) }),
    ...(cell("remarks") === "" ? {} : { remarks: cell("remarks") }),
  };
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** Parties as a table, in the order given. */
export const tableOf = (parties: readonly Party[]): string => `${[COLUMNS.join(","), ...parties.map((p) => COLUMNS.map((c) => quoted(rowOf(p)[c])).join(","))].join("\n")}\n`;
