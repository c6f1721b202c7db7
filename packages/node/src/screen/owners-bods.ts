import { dayIn, fromWall, type Instant, WASHINGTON } from "@truce/engine/time";
import { InputError } from "@truce/engine/desk";
import { OwnerBuilder, type OwnerFile } from "./owner-file.js";

type Json = Readonly<Record<string, unknown>>;
const map = (v: unknown): Json => (typeof v === "object" && v !== null && !Array.isArray(v) ? (v as Json) : {});
const text = (v: unknown): string => (typeof v === "string" ? v.slice(0, 1000) : "");
const list = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);

/**
 * Statements of the Beneficial Ownership Data Standard 0.4: the latest version of each record that was made by `known`.
 * Shareholding is ownership; voting rights alone are control; every other interest calls for care. What is indirect is no stake of its own.
 * @throws InputError where it is not a list of statements
 */
export function ownersBods(value: unknown, file: string, known: Instant): OwnerFile {
  if (!Array.isArray(value) || !value.some((s) => text(map(s)["recordType"]) !== ""))
    throw new InputError("bad-bods", `${file} is not a list of BODS 0.4 statements`, "statements have recordType, recordId and recordDetails; older versions of BODS are not read", "--owners");
  const out = new OwnerBuilder();
  const latest = new Map<string, { s: Json; at: string; place: string }>();
  const today = dayIn(known, WASHINGTON);
  value.forEach((one, i) => {
    const s = map(one);
    const place = `${file}: statement ${i + 1}`;
    const id = text(s["recordId"]);
    const made = text(s["statementDate"]).slice(0, 10);
    if (id === "") {
      out.problems.push(`${place} has no recordId; it is left out`);
      return;
    }
    if (made > today) return;
    const key = `${text(s["recordType"])} ${id}`;
    const held = latest.get(key);
    if (held === undefined || made >= held.at) latest.set(key, { s, at: made, place });
  });
  const live = [...latest.values()].filter(({ s }) => text(s["recordStatus"]) !== "closed");
  const named = new Set<string>();
  for (const { s } of live) {
    const d = map(s["recordDetails"]);
    const id = text(s["recordId"]);
    const kind = text(s["recordType"]);
    if (kind === "entity") {
      named.add(id);
      out.person(id, text(d["name"]), code(map(d["jurisdiction"])["code"]), "organisation");
      for (const n of list(d["alternateNames"])) out.person(id, text(n));
    } else if (kind === "person") {
      named.add(id);
      for (const n of list(d["names"])) out.person(id, text(map(n)["fullName"]), undefined, "person");
      out.person(id, undefined, code(map(list(d["nationalities"])[0])["code"]), "person");
    }
  }
  const direct = live.filter(({ s }) => text(s["recordType"]) === "relationship");
  for (const r of direct) relationship(r, out, named, file);
  return out.done("bods");
}
const code = (v: unknown): string | undefined => (/^[A-Z]{2}/.test(text(v)) ? text(v).slice(0, 2) : undefined);

function relationship({ s, place }: { s: Json; place: string }, out: OwnerBuilder, named: ReadonlySet<string>, file: string): void {
  const d = map(s["recordDetails"]);
  const owned = text(d["subject"]);
  const party = d["interestedParty"];
  const owner = text(party);
  if (owned === "" || !named.has(owned)) {
    out.problems.push(`${place}: its subject "${owned.slice(0, 60)}" is no record of ${file}; it is left out`);
    return;
  }
  if (owner === "") {
    const why = text(map(party)["reason"]) || "unspecified";
    out.problems.push(`${place}: the owner of ${owned.slice(0, 60)} is not known (${why}); what it holds is open`);
    return;
  }
  if (!named.has(owner)) {
    out.problems.push(`${place}: its owner "${owner.slice(0, 60)}" is no record of ${file}; it is left out`);
    return;
  }
  if (owner === owned) {
    out.problems.push(`${place}: ${owner.slice(0, 60)} owns itself; it is left out`);
    return;
  }
  const all = list(d["interests"]).map(map);
  // The links of an indirect chain are often given without an interest: owned, but by how much is not known.
  if (all.length === 0) stake(out, owner, owned, {}, "shares", place, {});
  for (const i of all) {
    const type = text(i["type"]);
    const how = text(i["directOrIndirect"]);
    if (how === "indirect") {
      if (type === "shareholding")
        out.problems.push(
          `${place}: an indirect shareholding of ${owner.slice(0, 60)} in ${owned.slice(0, 60)} is no stake of its own: it follows from the direct ones${d["isComponent"] === true ? "" : ", which the file should hold"}`,
        );
      continue;
    }
    if (type === "shareholding") stake(out, owner, owned, map(i["share"]), "shares", place, i);
    else if (type === "votingRights") stake(out, owner, owned, map(i["share"]), "votes", place, i);
    else if (type === "" || type === "unpublishedInterest" || type === "unknownInterest") stake(out, owner, owned, {}, "shares", place, i);
    else out.interests.push({ holder: owner, subject: owned, type, source: place });
  }
}

function stake(out: OwnerBuilder, owner: string, owned: string, share: Json, kind: string, place: string, interest: Json): void {
  const ppm = (v: unknown): number | undefined => (typeof v === "number" && Number.isFinite(v) ? Math.round(v * 10_000) : undefined);
  const exact = ppm(share["exact"]);
  const lowOpen = ppm(share["exclusiveMinimum"]);
  const highOpen = ppm(share["exclusiveMaximum"]);
  const low = exact ?? ppm(share["minimum"]) ?? lowOpen ?? 0;
  const high = exact ?? ppm(share["maximum"]) ?? highOpen ?? 1_000_000;
  if (low < 0 || high > 1_000_000 || low > high) {
    out.problems.push(`${place}: a share of ${low / 10_000} to ${high / 10_000} % cannot be; it is left out`);
    return;
  }
  const day = (key: string): Instant | undefined => (/^\d{4}-\d{2}-\d{2}/.test(text(interest[key])) ? fromWall(`${text(interest[key]).slice(0, 10)}T00:00`, WASHINGTON) : undefined);
  const [from, until] = [day("startDate"), day("endDate")];
  out.stakes.push({
    owner,
    owned,
    low,
    high,
    kind,
    ...(exact === undefined && share["minimum"] === undefined && lowOpen !== undefined ? { lowOpen: true as const } : {}),
    ...(exact === undefined && share["maximum"] === undefined && highOpen !== undefined ? { highOpen: true as const } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    source: place,
  });
}
