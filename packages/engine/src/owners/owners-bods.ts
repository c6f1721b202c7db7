import { dayIn, type Instant, WASHINGTON } from "../time/index.js";
import { InputError } from "../desk/index.js";
import { type Claim, indirect } from "./bods-indirect.js";
import { type Json, latest, list, map, persons, type Statement, text } from "./bods-records.js";
import { dayAt } from "./days.js";
import { OwnerBuilder, type OwnerFile } from "./owner-file.js";
import { between, type Size, sizeOfNumber } from "./shares.js";

/**
 * Statements of the Beneficial Ownership Data Standard 0.4: the latest version of each record that was made by `known`.
 * Shareholding is ownership; voting rights alone are control; every other interest calls for care. What is indirect is a stake only where its parts are missing.
 * @throws InputError where it is not a list of statements
 */
export function ownersBods(value: unknown, file: string, known: Instant): OwnerFile {
  if (!Array.isArray(value) || !value.some((s) => text(map(s)["recordType"]) !== ""))
    throw new InputError("bad-bods", `${file} is not a list of BODS 0.4 statements`, "statements have recordType, recordId and recordDetails; older versions of BODS are not read", "--owners");
  const out = new OwnerBuilder();
  const { live, closed } = latest(value, file, dayIn(known, WASHINGTON), out);
  const named = persons(live, out);
  const claims: Claim[] = [];
  for (const r of live) if (text(r.s["recordType"]) === "relationship") relationship(r, { out, named, closed, claims, file });
  indirect(claims, new Set(live.map(({ s }) => text(s["recordId"]))), out);
  return out.done("bods", file);
}

interface Reading {
  readonly out: OwnerBuilder;
  readonly named: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
  readonly claims: Claim[];
  readonly file: string;
}

function relationship({ s, place }: Statement, at: Reading): void {
  const { out, named, closed, claims, file } = at;
  const d = map(s["recordDetails"]);
  const owned = text(d["subject"]);
  if (owned === "") {
    out.problem(`${place}: it names no subject; it is left out`);
    return;
  }
  if (closed.has(owned)) return;
  if (!named.has(owned)) {
    out.problem(`${place}: its subject "${owned.slice(0, 60)}" is no record of ${file}; it is known by its id alone`);
    out.person(owned);
  }
  const owner = ownerOf(d["interestedParty"], owned, place, at);
  if (owner === undefined) return;
  if (owner === owned) {
    out.problem(`${place}: ${owner.slice(0, 60)} owns itself; it is left out`);
    return;
  }
  const all = list(d["interests"]).map(map);
  // The links of an indirect chain are often given without an interest: owned, but by how much is not known.
  if (all.length === 0) out.stake({ owner, owned, low: 0, high: 1_000_000, kind: "shares", source: place });
  for (const i of all) {
    const type = text(i["type"]);
    const how = text(i["directOrIndirect"]);
    const open = type === "" || type === "unpublishedInterest" || type === "unknownInterest";
    if (type === "shareholding" && how === "indirect") {
      const parts = list(d["componentRecords"]).map(text);
      claims.push({ stake: stakeOf({ owner, owned }, map(i["share"]), "indirect", place, i, out), parts });
    } else if (type === "shareholding" || (type === "votingRights" && how !== "indirect"))
      out.stake(stakeOf({ owner, owned }, map(i["share"]), type === "shareholding" ? "shares" : "votes", place, i, out));
    else if (open && how !== "indirect") out.stake(stakeOf({ owner, owned }, {}, "shares", place, i, out));
    else {
      const [from, until] = [dayAt(text(i["startDate"])), dayAt(text(i["endDate"]))];
      const life = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
      out.interests.push({ holder: owner, subject: owned, type: `${how === "indirect" ? "indirect " : ""}${type || "unknown"}`, ...life, source: place });
    }
  }
}

/** Who owns; undefined where the statement says that nobody does, or its record is closed. */
function ownerOf(party: unknown, owned: string, place: string, { out, named, closed, file }: Reading): string | undefined {
  const id = text(party);
  if (id !== "") {
    if (closed.has(id)) {
      out.problem(`${place}: the record of its owner "${id.slice(0, 60)}" is closed; it is left out`);
      return undefined;
    }
    if (named.has(id)) return id;
    out.problem(`${place}: its owner "${id.slice(0, 60)}" is no record of ${file}; who it is, is not known`);
    return out.unnamed(id);
  }
  const why = text(map(party)["reason"]) || "unspecified";
  if (why === "noBeneficialOwners") return undefined;
  out.problem(`${place}: the owner of ${owned.slice(0, 60)} is not known (${why}); what it holds is open`);
  return out.unnamed(`someone not named (${place})`);
}

type Plain = { owner: string; owned: string };
function stakeOf(who: Plain, share: Json, kind: string, place: string, interest: Json, out: OwnerBuilder): Parameters<OwnerBuilder["stake"]>[0] {
  const size = sizeIn(share);
  if (size === undefined) out.problem(`${place}: its share ${JSON.stringify(share).slice(0, 80)} cannot be; the size is taken as not known`);
  const life: { from?: Instant; until?: Instant } = {};
  let unclear = false;
  for (const [key, name] of [
    ["from", "startDate"],
    ["until", "endDate"],
  ] as const) {
    const given = text(interest[name]);
    const day = given === "" ? undefined : dayAt(given);
    if (given !== "" && day === undefined) unclear = true;
    if (day !== undefined) life[key] = day;
  }
  if (life.from !== undefined && life.until !== undefined && life.until <= life.from) unclear = true;
  if (unclear) out.problem(`${place}: its startDate or endDate is not a day; whether it is held on a day is taken as not known`);
  const { low, lowOpen, ...most } = size ?? { low: 0, high: 1_000_000 };
  return unclear ? { ...who, low: 0, ...most, kind, source: place } : { ...who, low, ...(lowOpen === undefined ? {} : { lowOpen }), ...most, kind, ...life, source: place };
}

/** The bounds of a share; undefined where they cannot be. An exclusive bound is open, also where older files mark it with true. */
function sizeIn(share: Json): Size | undefined {
  const number = (v: unknown): Size | undefined => (typeof v === "number" ? sizeOfNumber(v) : undefined);
  const bad = ["exact", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].some((k) => typeof share[k] === "number" && number(share[k]) === undefined);
  if (bad) return undefined;
  if (typeof share["exact"] === "number") return number(share["exact"]);
  const [over, under] = [number(share["exclusiveMinimum"]), number(share["exclusiveMaximum"])];
  const [min, max] = [number(share["minimum"]), number(share["maximum"])];
  const least = over !== undefined && (min === undefined || over.low >= min.low) ? { ...over, over: true as const } : min;
  const most = under !== undefined && (max === undefined || under.high <= max.high) ? { ...under, under: true as const } : max;
  return between(
    least === undefined || share["exclusiveMinimum"] !== true ? least : { ...least, over: true },
    most === undefined || share["exclusiveMaximum"] !== true ? most : { ...most, under: true },
  );
}
