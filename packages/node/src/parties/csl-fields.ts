import type { Party, PartyName, PartyType } from "@truce/engine/controls";
import { withoutAnd } from "./party-table.js";

/** One entry of the Consolidated Screening List, whatever file it came in. */
export interface CslEntry {
  readonly id: string;
  readonly list: string;
  readonly type: string;
  readonly name: string;
  readonly altNames: readonly string[];
  readonly addresses: readonly string[];
  /** Two-letter codes given apart from addresses. */
  readonly countries: readonly string[];
  readonly programs: readonly string[];
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  readonly cites: string;
  readonly from: string;
  readonly until: string;
  readonly requirement: string;
  readonly policy: string;
  readonly url: string;
  /** Birth dates as the list writes them. */
  readonly born: readonly string[];
  readonly remarks: string;
}

const TYPES: Readonly<Record<string, PartyType>> = { individual: "person", entity: "organisation", vessel: "vessel", aircraft: "aircraft" };
/** Kinds of numbers that identify a party; other remarks of the list's `ids` are left out. */
const NUMBER =
  /passport|registration|tax id|identification number|company number|national (foreign )?id|c\.u\.r\.p|r\.f\.c|cedula|mmsi|d-u-n-s|swift|bik|isin|ogrn|inn|lei|unified social|tail number|serial number|imo|nit #|ssn|dni|v\.?a\.?t/i;

/** Does a number of this kind identify a party? @example identifies("Registration Number") //=> true */
export const identifies = (kind: string, value: string): boolean => NUMBER.test(kind) && /\d/.test(value) && value.length <= 40;

/** The numbers of an `ids` text: "CC, value, Kind; value, Kind". */
export function identifiersOf(text: string): { kind: string; value: string }[] {
  return text.split("; ").flatMap((part) => {
    const words = part.split(", ").map((w) => w.trim());
    const kind = words.at(-1) ?? "";
    const value = words.at(-2) ?? "";
    return words.length >= 2 && identifies(kind, value) ? [{ kind, value }] : [];
  });
}

/** The two-letter country at the end of an address. */
export const countryOf = (address: string): string | undefined => /(?:^|, )([A-Z]{2})$/.exec(address.trim())?.[1];

/** An entry as a party. A denied person's end date ends it; the last day counts. */
export function partyOf(e: CslEntry): Party {
  const names: PartyName[] = [{ text: e.name.trim(), kind: "name" }, ...e.altNames.map((n): PartyName => ({ text: withoutAnd(n), kind: "alias" }))];
  const countries = [...new Set([...e.addresses.flatMap((a) => countryOf(a) ?? []), ...e.countries])];
  const optional = <K extends string>(key: K, value: string): Partial<Record<K, string>> => (value === "" ? {} : ({ [key]: value } as Record<K, string>));
  return {
    id: e.id,
    names: names.filter((n, i) => n.text !== "" && names.findIndex((o) => o.text === n.text) === i),
    type: TYPES[e.type.toLowerCase()] ?? "unknown",
    countries,
    addresses: e.addresses.filter((a) => a.trim() !== "" && !/^[A-Z]{2}$/.test(a.trim())),
    identifiers: e.identifiers,
    listing: {
      list: e.list,
      ...optional("from", e.from),
      ...optional("until", e.until),
      ...(e.programs.length === 0 ? {} : { programs: e.programs }),
      ...(e.cites === "" ? {} : { cites: [e.cites] }),
      ...optional("requirement", e.requirement.trim()),
      ...optional("policy", e.policy.trim()),
      ...optional("url", e.url),
    },
    ...(e.born.length === 0 ? {} : { born: e.born }),
    ...optional("remarks", e.remarks.trim().slice(0, 300)),
  };
}
