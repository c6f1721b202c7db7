import { countryCode } from "../controls/index.js";
import { fromWall, type Instant, parseDay, WASHINGTON } from "../time/index.js";
import { InputError } from "../desk/index.js";
import { eachCsvRow } from "./csv-rows.js";
import { OwnerBuilder, type OwnerFile } from "./owner-file.js";
import { between, leastOf, mostOf, type Size, sizeOf } from "./shares.js";

const COLUMNS = ["owner", "owned", "percent", "min", "max", "from", "until", "kind", "owner_country", "owned_country"];
const LONGEST = 1000;
/** Words of ASCII with single spaces between them: nothing to clean. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Stakes as CSV: `owner,owned,percent,min,max,from,until,kind,owner_country,owned_country`, in any order, between commas, semicolons or tabs.
 * Without percent and without min and max, the size is not known; `>25` in min and `<50` in max are bounds that are not reached.
 * What is wrong with a row is reported in `problems`; it is read as far as it goes, so that nobody is freed by it.
 * @throws InputError where the file as a whole cannot be trusted
 */
export function ownersCsv(text: string, file: string): OwnerFile {
  const out = new OwnerBuilder();
  let first = true;
  const head = text.slice(0, 5000).split(/\r?\n/, 1)[0] as string;
  const delimiter = [",", ";", "\t"].find((d) => head.split(d).length > 1) ?? ",";
  eachCsvRow(
    text,
    ["owner", "owned"],
    (record, line) => {
      if (first) {
        first = false;
        const extra = Object.keys(record).filter((c) => !COLUMNS.includes(c));
        if (extra.length > 0) out.problem(`${file}:1: the column${extra.length > 1 ? "s" : ""} ${extra.slice(0, 5).join(", ").slice(0, 200)} ${extra.length > 1 ? "are" : "is"} not read`);
      }
      takeRow(record, `${file}:${line}`, out);
    },
    delimiter,
  );
  const done = out.done("csv", file);
  if (done.stakes.length === 0)
    throw new InputError(
      "no-stakes",
      `${file} holds no stake that can be used${done.problems[0] === undefined ? "" : ` (${done.problems.at(-1)})`}`,
      "a row needs an owner and an owned firm, and a percentage between 0 and 100",
      "--owners",
    );
  return done;
}

/** Takes in one row, or says what is wrong with it. @param at where it stands */
export function takeRow(r: Readonly<Record<string, string>>, at: string, out: OwnerBuilder): void {
  let odd = false;
  const cell = (key: string): string => {
    const given = r[key] ?? "";
    if (given === "" || PLAIN.test(given)) return given;
    const text = given.normalize("NFC");
    const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
    if (plain !== text) odd = true;
    return plain.replace(/\s+/g, " ").trim();
  };
  const [owner, owned] = [cell("owner"), cell("owned")];
  if (odd) out.problem(`${at}: control characters in a name are read as spaces`);
  const bad =
    owned === ""
      ? "owned is empty"
      : owner.length > LONGEST || owned.length > LONGEST
        ? `a name has more than ${LONGEST} characters`
        : owner === owned
          ? `${owner.slice(0, 80)} owns itself: a firm's own shares are not counted`
          : undefined;
  if (bad !== undefined) {
    out.problem(`${at}: ${bad}; the row is left out`);
    if (owned === "" || owner === owned) return;
    // Whoever it is may hold a part of the firm.
    if (owned.length <= LONGEST) {
      out.person(owned, owned);
      out.stake({ owner: out.unnamed(`someone not named (${at})`), owned, low: 0, high: 1_000_000, kind: "shares", source: at });
    }
    return;
  }
  if (owner === "") out.problem(`${at}: owner is empty; someone not named holds it`);
  const size = sizeIn(cell, (what) => out.problem(`${at}: ${what}; the size is taken as not known`));
  const life = lifeIn(cell, (what) => out.problem(`${at}: ${what}; whether it is held on a day is taken as not known`));
  const country = (key: string): string | undefined => {
    const given = cell(key);
    const code = given === "" ? undefined : countryCode(given);
    if (given !== "" && code === undefined) out.problem(`${at}: ${key} "${given.slice(0, 40)}" names no country; it is taken as not given`);
    return code;
  };
  const holder = owner === "" ? out.unnamed(`someone not named (${at})`) : owner;
  if (owner !== "") out.person(owner, owner, country("owner_country"));
  out.person(owned, owned, country("owned_country"));
  const { low, lowOpen, ...most } = size;
  const least = life === undefined ? { low: 0 } : { low, ...(lowOpen === undefined ? {} : { lowOpen }) };
  out.stake({ owner: holder, owned, ...least, ...most, kind: kindOf(cell("kind")), ...life, source: at });
}

/** Words for voting rights, branches and what is held through others; every other kind is a class of shares of its own. */
function kindOf(text: string): string {
  const word = text.toLowerCase().slice(0, 100);
  if (/^(votes?|voting|voting[ _-]?rights?|votingrights)$/.test(word)) return "votes";
  if (/^(branch|branch office|sales office|office)$/.test(word)) return "branch";
  return word === "" || /^(shares?|shareholding|equity|ownership|capital)$/.test(word) ? "shares" : word;
}

/** The size of a stake; all that can be where it is not given, or cannot be read. */
function sizeIn(cell: (key: string) => string, say: (what: string) => void): Size {
  const unknown: Size = { low: 0, high: 1_000_000 };
  const wrong = (what: string): Size => {
    say(what);
    return unknown;
  };
  const [exact, min, max] = [sizeOf(cell("percent")), leastOf(cell("min")), mostOf(cell("max"))];
  const given = { percent: exact, min, max };
  for (const key of ["percent", "min", "max"] as const) if (cell(key) !== "" && given[key] === undefined) return wrong(`${key} "${cell(key).slice(0, 20)}" is not a percentage between 0 and 100`);
  const band = between(min, max);
  if (band === undefined) return wrong(`min ${cell("min")} is above max ${cell("max")}`);
  if (exact === undefined) return band;
  if (exact.high < band.low || exact.low > band.high) return wrong(`percent ${cell("percent")} lies outside min and max`);
  return exact;
}

/** From when until when; undefined where it cannot be read. */
function lifeIn(cell: (key: string) => string, say: (what: string) => void): { from?: Instant; until?: Instant } | undefined {
  const out: { from?: Instant; until?: Instant } = {};
  for (const key of ["from", "until"] as const) {
    if (cell(key) === "") continue;
    try {
      out[key] = fromWall(`${parseDay(cell(key))}T00:00`, WASHINGTON);
    } catch (e) {
      say(`${key}: ${(e as Error).message}`);
      return undefined;
    }
  }
  if (out.from === undefined || out.until === undefined || out.until > out.from) return out;
  say(`until ${cell("until")} is not after from ${cell("from")}`);
  return undefined;
}
