import { SaxesParser } from "saxes";
import type { Party, PartyName } from "@truce/engine/controls";
import { identifies, partyOf } from "./csl-fields.js";
import { dayOf } from "./list-days.js";
import { ListError } from "@truce/engine/owners";
import { counted, countryNamed, entryOf, type Taken } from "./taken.js";

/** Programmes of OFAC's other lists, which a file in the same form holds. */
const NOT_SDN = new Set(["CMIC-EO13959", "561-Related", "MBS", "NS-PLC"]);
const DEEPEST = 12;
const LONGEST_TEXT = 50_000;
const CHUNK = 1 << 20;
/** The parts of an entry that repeat. */
const GROUPS = new Set(["aka", "address", "id", "nationality", "citizenship", "program", "vesselInfo", "dateOfBirthItem"]);

type Fields = Record<string, string>;
interface Entry {
  readonly fields: Fields;
  readonly groups: Record<string, Fields[]>;
  readonly line: number;
}

/**
 * OFAC's list in XML (`sdn.xml`), read as a stream: nothing but one entry is held at a time.
 * A document type or an entity of its own is refused, so that a small file cannot grow; the "advanced" and "enhanced" forms are refused with words.
 * @throws ListError with the line
 */
export function readSdnXml(bytes: Uint8Array): Taken {
  const parties: Party[] = [];
  const seen = new Set<string>();
  const head: Fields = {};
  const programs = new Map<string, number>();
  walk(bytes, head, (e) => {
    const party = partyOfEntry(e);
    if (seen.has(party.id)) throw new ListError("id-twice", `line ${e.line}: the uid ${e.fields["uid"]} stands twice`, "load the file again");
    seen.add(party.id);
    const own = party.listing.programs ?? [];
    if (own.length > 0 && own.every((p) => NOT_SDN.has(p))) programs.set(own[0] as string, (programs.get(own[0] as string) ?? 0) + 1);
    parties.push(party);
  });
  if (parties.length === 0) throw new ListError("empty-list", "it holds no sdnEntry", "load sdn.xml again");
  const other = [...programs.values()].reduce((n, m) => n + m, 0);
  if (other > parties.length / 10)
    throw new ListError(
      "wrong-list",
      `${other} of its ${counted(parties.length, "entry", "entries")} have programmes of OFAC's other lists (${[...programs.keys()].join(", ")}): it is the consolidated file without the SDN list`,
      "import the Consolidated Screening List for these lists, and sdn.xml for the SDN list",
    );
  const stated = Number(head["Record_Count"] ?? Number.NaN);
  if (Number.isInteger(stated) && stated !== parties.length)
    throw new ListError("cut-in-half", `it states ${counted(stated, "record")} and holds ${parties.length}`, "load sdn.xml again and import it whole");
  const asOf = dayOf(head["Publish_Date"] ?? "");
  return {
    parties,
    lists: ["SDN"],
    ...(asOf === undefined ? {} : { asOf }),
    missing: ["a day of listing: sdn.xml gives none"],
    notes: Number.isInteger(stated) ? [] : ["the file states no number of records, so that it cannot be compared"],
  };
}

/** Reads the file piece by piece and hands on each entry. */
function walk(bytes: Uint8Array, head: Fields, take: (e: Entry) => void): void {
  const parser = new SaxesParser({ position: true });
  const path: string[] = [];
  let text = "";
  let entry: Entry | undefined;
  let group: Fields | undefined;
  let ended = false;
  const bad = (code: string, what: string, hint = "load sdn.xml from OFAC again"): never => {
    throw new ListError(code, `line ${parser.line}: ${what}`, hint);
  };
  parser.on("error", (e) => bad(ended ? "cut-in-half" : "bad-xml", `${ended ? "the file is cut in half: " : ""}${e.message.replace(/^\d+:\d+: |\.$/g, "").slice(0, 160)}`));
  parser.on("doctype", () => bad("xml-doctype", "it has a document type, which OFAC's files do not have", "it may be made to fill memory: do not use it"));
  parser.on("opentag", (tag) => {
    const name = tag.name;
    if (path.length === 0) root(name, bad);
    path.push(name);
    if (path.length > DEEPEST) bad("too-deep", `elements are nested more than ${DEEPEST} deep`);
    text = "";
    if (name === "sdnEntry") entry = { fields: {}, groups: {}, line: parser.line };
    else if (entry !== undefined && GROUPS.has(name)) {
      group = {};
      const groups = entry.groups[name] ?? [];
      groups.push(group);
      entry.groups[name] = groups;
    }
  });
  parser.on("text", (t) => {
    text += t;
    if (text.length > LONGEST_TEXT) bad("too-long", `a text is longer than ${LONGEST_TEXT.toLocaleString("en-US")} characters`);
  });
  parser.on("closetag", (tag) => {
    const name = tag.name;
    const value = text.replace(/\s+/g, " ").trim();
    path.pop();
    text = "";
    if (name === "sdnEntry" && entry !== undefined) {
      take(entry);
      entry = undefined;
    } else if (group !== undefined && GROUPS.has(name)) {
      if (value !== "") group[name] = value;
      group = undefined;
    } else if (group !== undefined) group[name] = value;
    else if (entry !== undefined) entry.fields[name] = value;
    else if (path.at(-1) === "publshInformation") head[name] = value;
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  ended = true;
  parser.close();
}

function root(name: string, bad: (code: string, what: string, hint?: string) => never): void {
  if (name === "sdnList") return;
  if (name === "Sanctions") bad("wrong-form", "it is OFAC's advanced form (SDN_ADVANCED.XML), which is not read", "load sdn.xml, which holds the same parties");
  if (name === "sanctionsData") bad("wrong-form", "it is OFAC's enhanced form (SDN_ENHANCED.XML), which is not read", "load sdn.xml, which holds the same parties");
  bad("wrong-form", `its root is <${name.slice(0, 40)}> and not <sdnList>`, "load sdn.xml from OFAC");
}

function partyOfEntry({ fields: f, groups, line }: Entry): Party {
  const uid = f["uid"] ?? "";
  const name = fullName(f);
  if (!/^\d+$/.test(uid) || name === "") throw new ListError("missing-field", `line ${line}: an entry has no ${name === "" ? "name" : "uid"}`, "load sdn.xml again");
  const of = (key: string): readonly Fields[] => groups[key] ?? [];
  const places = of("address").map((a) => ({
    text: ["address1", "address2", "address3", "city", "stateOrProvince", "postalCode"].flatMap((k) => a[k] || []).join(", "),
    country: countryNamed(a["country"] ?? ""),
    word: a["country"] ?? "",
  }));
  const vessel = of("vesselInfo")[0] ?? {};
  const flags = [vessel["vesselFlag"] ?? "", ...of("nationality").map((n) => n["country"] ?? ""), ...of("citizenship").map((n) => n["country"] ?? "")];
  const party = partyOf(
    entryOf({
      id: `sdn:${uid}`,
      list: "SDN",
      type: f["sdnType"] ?? "",
      name,
      addresses: places.map((p) => [p.text, p.country ?? p.word].filter((t) => t !== "").join(", ")),
      countries: [...places.flatMap((p) => p.country ?? []), ...flags.flatMap((c) => countryNamed(c) ?? [])],
      programs: of("program").flatMap((p) => p["program"] ?? []),
      identifiers: [...of("id").map((i) => ({ kind: i["idType"] ?? "", value: i["idNumber"] ?? "" })), ...(vessel["callSign"] ? [{ kind: "Call sign", value: vessel["callSign"] }] : [])].filter(
        (i) => i.kind === "Call sign" || identifies(i.kind, i.value),
      ),
      born: of("dateOfBirthItem").map((b) => bornOf(b["dateOfBirth"] ?? "")),
      remarks: f["remarks"] ?? "",
    }),
  );
  const more = of("aka").map((a): PartyName => ({ text: fullName(a), kind: /^f\.?k\.?a/i.test(a["type"] ?? "") ? "former" : a["category"] === "weak" ? "weak-alias" : "alias" }));
  const names = [...party.names, ...more].filter((n) => n.text !== "");
  return { ...party, names: names.filter((n, i) => names.findIndex((o) => o.text === n.text) === i) };
}

/** OFAC writes "02 May 1960"; the other lists 1960-05-02. */
const bornOf = (text: string): string =>
  text
    .trim()
    .replace(
      /\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})\b/g,
      (_, day: string, month: string, year: string) => `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`,
    );
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A person's names as OFAC prints them: the last name, a comma, the others. */
const fullName = (f: Fields): string => [f["lastName"] ?? "", f["firstName"] ?? ""].filter((t) => t !== "").join(", ");
