import type { OwnerBuilder } from "./owner-file.js";

export type Json = Readonly<Record<string, unknown>>;
export const map = (v: unknown): Json => (typeof v === "object" && v !== null && !Array.isArray(v) ? (v as Json) : {});
export const text = (v: unknown): string => (typeof v === "string" ? v.slice(0, 1000) : "");
export const list = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);

/** A statement, and where it stands in the file. */
export interface Statement {
  readonly s: Json;
  readonly place: string;
}

/**
 * The version of each record to use: the latest that was made by a day. One that is closed is used no longer.
 * @param today YYYY-MM-DD
 */
export function latest(statements: readonly unknown[], file: string, today: string, out: OwnerBuilder): { live: Statement[]; closed: ReadonlySet<string> } {
  const held = new Map<string, Statement & { at: string }>();
  statements.forEach((one, i) => {
    const s = map(one);
    const place = `${file}: statement ${i + 1}`;
    const id = text(s["recordId"]);
    if (id === "") {
      out.problem(`${place} has no recordId; it is left out`);
      return;
    }
    const at = text(s["statementDate"]);
    if (at === "") out.problem(`${place} has no statementDate; it is taken as the oldest version of its record`);
    if (at.slice(0, 10) > today) return;
    const key = `${text(s["recordType"])} ${id}`;
    const before = held.get(key);
    if (before === undefined || at >= before.at) held.set(key, { s, at, place });
  });
  const all = [...held.values()];
  const isClosed = ({ s }: Statement): boolean => text(s["recordStatus"]) === "closed";
  return { live: all.filter((r) => !isClosed(r)), closed: new Set(all.filter(isClosed).map(({ s }) => text(s["recordId"]))) };
}

const NOBODY_KNOWN = /^(unknown|anonymous)/;
const code = (v: unknown): string | undefined => (/^[A-Z]{2}/.test(text(v)) ? text(v).slice(0, 2) : undefined);

/** The firms and persons of the records. @returns the ids of those that are there */
export function persons(live: readonly Statement[], out: OwnerBuilder): Set<string> {
  const there = new Set<string>();
  for (const { s } of live) {
    const d = map(s["recordDetails"]);
    const id = text(s["recordId"]);
    const kind = text(s["recordType"]);
    if (kind === "entity") {
      out.person(id, text(d["name"]), code(map(d["jurisdiction"])["code"]), "organisation");
      for (const n of list(d["alternateNames"])) out.person(id, text(n));
      if (NOBODY_KNOWN.test(text(map(d["entityType"])["type"]))) out.unnamed(id);
    } else if (kind === "person") {
      for (const n of list(d["names"])) out.person(id, text(map(n)["fullName"]), undefined, "person");
      out.person(id, undefined, code(map(list(d["nationalities"])[0])["code"]), "person");
      if (NOBODY_KNOWN.test(text(d["personType"]))) out.unnamed(id);
    } else continue;
    there.add(id);
  }
  return there;
}
