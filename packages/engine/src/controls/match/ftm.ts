import { countryCode } from "../countries.js";
import type { Party, PartyType } from "../types.js";

/** What a query or a result is, in the schema that clients of /match use (FollowTheMoney). */
export const TYPES: Readonly<Record<PartyType, string>> = {
  organisation: "Organization",
  person: "Person",
  vessel: "Vessel",
  aircraft: "Airplane",
  address: "Address",
  unknown: "LegalEntity",
};
const SCHEMAS: Readonly<Record<string, PartyType | undefined>> = {
  Organization: "organisation",
  Company: "organisation",
  PublicBody: "organisation",
  Person: "person",
  Vessel: "vessel",
  Airplane: "aircraft",
  Address: "address",
  LegalEntity: undefined,
  Thing: undefined,
};
export const isSchema = (name: string): boolean => name in SCHEMAS;
export const typeOf = (schema: string): PartyType | undefined => SCHEMAS[schema];

/** Properties that hold a number which identifies a party. */
const NUMBERS = ["leiCode", "registrationNumber", "idNumber", "taxNumber", "innCode", "ogrnCode", "passportNumber", "imoNumber", "dunsCode", "uscCode"] as const;
type Properties = Readonly<Record<string, readonly string[]>>;

/** What a query says, in the words of a screen. More than one name is asked one after the other. */
export interface Said {
  readonly names: readonly string[];
  readonly type?: PartyType;
  readonly countries: readonly string[];
  readonly addresses: readonly string[];
  readonly identifiers: readonly string[];
  readonly birthDates: readonly string[];
  /** Values that could not be read, in words. */
  readonly unread: readonly string[];
}

/** Reads a query's schema and properties. */
export function said(schema: string, p: Properties): Said {
  const all = (...keys: string[]): string[] => keys.flatMap((k) => p[k] ?? []).filter((v) => v.trim() !== "");
  const given = all("country", "jurisdiction", "nationality", "citizenship", "mainCountry");
  const whole = all("firstName").flatMap((first) => all("lastName").map((last) => `${first} ${last}`));
  const type = typeOf(schema);
  return {
    names: [...new Set([...all("name", "alias", "previousName", "weakAlias"), ...whole])],
    ...(type === undefined ? {} : { type }),
    countries: [...new Set(given.flatMap((c) => countryCode(c) ?? []))],
    addresses: all("address", "addressEntity", "full"),
    identifiers: all(...NUMBERS),
    birthDates: all("birthDate"),
    unread: given.filter((c) => countryCode(c) === undefined).map((c) => `"${c.slice(0, 40)}" names no country`),
  };
}

const NUMBER_OF: Readonly<Record<string, string>> = { lei: "leiCode", imo: "imoNumber", passport: "passportNumber", registration: "registrationNumber", tax: "taxNumber" };

/** A listed party as clients of /match read it. */
export function properties(party: Party): Record<string, string[]> {
  const out: Record<string, string[]> = {};
  const put = (key: string, values: readonly (string | undefined)[]): void => {
    const real = values.filter((v): v is string => v !== undefined && v !== "");
    if (real.length > 0) out[key] = [...new Set([...(out[key] ?? []), ...real])];
  };
  const named = (kind: string): string[] => party.names.filter((n) => n.kind === kind).map((n) => n.text);
  put("name", named("name"));
  put("alias", named("alias"));
  put("weakAlias", named("weak-alias"));
  put("previousName", named("former"));
  put(
    party.type === "person" ? "nationality" : "country",
    party.countries.map((c) => c.toLowerCase()),
  );
  put("address", party.addresses);
  for (const n of party.identifiers) {
    const word = Object.keys(NUMBER_OF).find((k) => n.kind.toLowerCase().includes(k));
    put(word === undefined ? "idNumber" : (NUMBER_OF[word] as string), [n.value]);
  }
  put("programId", party.listing.programs ?? []);
  put("sourceUrl", [party.listing.url]);
  put("birthDate", party.born ?? []);
  put("notes", [party.remarks]);
  return out;
}
