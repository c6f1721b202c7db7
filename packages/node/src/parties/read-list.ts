import { basename } from "node:path";
import type { ListCopy, ListKind } from "@truce/engine/controls";
import { dayOf } from "./list-days.js";
import { codeNamed } from "./list-codes.js";
import { ListError } from "@truce/engine/owners";
import { type Format, formatOf, type Found } from "./list-formats.js";
import { read1260h } from "./read-1260h.js";
import { readBisTable } from "./read-bis-table.js";
import { readCslCsv } from "./read-csl-csv.js";
import { readCslJson } from "./read-csl-json.js";
import { readDpl } from "./read-dpl.js";
import { readListFile } from "./read-list-file.js";
import { readMofcom } from "./read-mofcom.js";
import { readSdnXml } from "./read-sdn-xml.js";
import { counted, Sorter, type Taken } from "./taken.js";

/** What the user says of a file. */
export interface Said {
  readonly as?: string;
  /** The day of its content, where the file does not say it. */
  readonly date?: string;
  /** The day on which it is read: no content is later. */
  readonly today: string;
}
/** A list as it was read, and what there is to say of the reading. */
export interface ReadList {
  readonly copy: ListCopy;
  readonly format: Format;
  readonly notes: readonly string[];
}
const PUBLISHERS: Readonly<Record<Format, { readonly publisher: string; readonly title: string }>> = {
  "csl-json": { publisher: "International Trade Administration", title: "Consolidated Screening List" },
  "csl-csv": { publisher: "International Trade Administration", title: "Consolidated Screening List" },
  "sdn-xml": { publisher: "Office of Foreign Assets Control", title: "Specially Designated Nationals and Blocked Persons (sdn.xml)" },
  "bis-el": { publisher: "Bureau of Industry and Security", title: "Entity List" },
  "bis-meu": { publisher: "Bureau of Industry and Security", title: "Military End-User List" },
  "bis-uvl": { publisher: "Bureau of Industry and Security", title: "Unverified List" },
  dpl: { publisher: "Bureau of Industry and Security", title: "Denied Persons List" },
  "1260h": { publisher: "Department of Defense, as written down by the user", title: "Chinese military companies (section 1260H)" },
  mofcom: { publisher: "MOFCOM, as written down by the user", title: "notices of China" },
};
const IDS: Readonly<Record<Format, string>> = {
  "csl-json": "csl",
  "csl-csv": "csl",
  "sdn-xml": "sdn",
  "bis-el": "el",
  "bis-meu": "meu",
  "bis-uvl": "uvl",
  dpl: "dpl",
  "1260h": "1260h",
  mofcom: "cn-lists",
};

/**
 * Reads an official file, whatever its form, into the shape that all lists have.
 * @throws ListError where it is not whole, not the list that it should be, or of no day
 */
export function readList(path: string, kinds: readonly ListKind[], said: Said): ReadList {
  const bytes = readListFile(path);
  const found = formatOf(bytes, kinds, said.as);
  const taken = take(bytes, found, basename(path), kinds);
  const asOf = dayOfCopy(taken, said);
  const about = PUBLISHERS[found.format];
  const late = taken.parties.filter((p) => p.listing.from !== undefined && p.listing.from > asOf);
  const notes = late.length === 0 ? taken.notes : [...taken.notes, `${counted(late.length, "entry begins", "entries begin")} after the day of the copy, ${asOf}: look whether that day is right`];
  const copy: ListCopy = {
    id: taken.notice === undefined ? IDS[found.format] : `cn-${taken.notice.toLowerCase()}`,
    title: taken.notice === undefined ? about.title : `notice ${taken.notice}`,
    lists: taken.lists,
    asOf,
    missing: taken.missing,
    source: { ...about, date: asOf, ...(taken.url === undefined ? {} : { url: taken.url }) },
    parties: taken.parties,
    imported: true,
    ...(taken.notice === undefined ? {} : { adds: true as const }),
  };
  return { copy, format: found.format, notes };
}

function take(bytes: Buffer, { format, delimiter }: Found, file: string, kinds: readonly ListKind[]): Taken {
  const sorter = new Sorter(kinds, codeNamed);
  switch (format) {
    case "csl-json":
      return readCslJson(bytes.toString("utf8"), sorter);
    case "csl-csv":
      return readCslCsv(bytes.toString("utf8"), sorter, delimiter);
    case "sdn-xml":
      return readSdnXml(bytes);
    case "bis-el":
    case "bis-meu":
    case "bis-uvl":
      return readBisTable(bytes.toString("utf8"), format.slice(4).toUpperCase(), delimiter);
    case "dpl":
      return readDpl(bytes.toString("utf8"), delimiter);
    case "1260h":
      return read1260h(bytes.toString("utf8"), delimiter);
    case "mofcom":
      return readMofcom(bytes.toString("utf8"), file, kinds);
    default:
      return format satisfies never;
  }
}

/** The day of the content: what the file says, else what the user says. It is never taken from the clock or from the file's own date. */
function dayOfCopy(taken: Taken, said: Said): string {
  const given = said.date === undefined ? undefined : dayOf(said.date);
  if (said.date !== undefined && given === undefined) throw new ListError("bad-date", `--date ${said.date.slice(0, 20)} is not a day`, "write YYYY-MM-DD");
  if (taken.asOf !== undefined && given !== undefined && given !== taken.asOf)
    throw new ListError("wrong-date", `the file says that it is of ${taken.asOf}, and --date says ${given}`, "leave --date out");
  const day = taken.asOf ?? given;
  if (day === undefined) throw new ListError("no-date", "the file does not say of what day it is", "give --date YYYY-MM-DD: the day on which you loaded it from the publisher");
  if (day > said.today) throw new ListError("wrong-date", `${day} lies ahead: today is ${said.today}`, "give the day on which you loaded it");
  return day;
}
