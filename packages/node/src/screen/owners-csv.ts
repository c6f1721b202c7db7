import { countryCode } from "@truce/engine/controls";
import { fromWall, type Instant, parseDay, WASHINGTON } from "@truce/engine/time";
import { InputError } from "@truce/engine/desk";
import { csvRows } from "../parties/read-csl-csv.js";
import { OwnerBuilder, type OwnerFile } from "./owner-file.js";
import { share } from "./shares.js";

const COLUMNS = ["owner", "owned", "percent", "min", "max", "from", "until", "kind", "owner_country", "owned_country"];
const LONGEST = 1000;

/**
 * Stakes as CSV: `owner,owned,percent,min,max,from,until,kind,owner_country,owned_country`. Without percent and without min and max, the size is not known.
 * A row that cannot be used is reported in `problems` and left out.
 * @throws InputError where the file as a whole cannot be trusted
 */
export function ownersCsv(text: string, file: string): OwnerFile {
  const rows = csvRows(text, ["owner", "owned"]);
  const out = new OwnerBuilder();
  const extra = Object.keys(rows[0]?.record ?? {}).filter((c) => !COLUMNS.includes(c));
  if (extra.length > 0) out.problems.push(`${file}:1: the column${extra.length > 1 ? "s" : ""} ${extra.slice(0, 5).join(", ")} ${extra.length > 1 ? "are" : "is"} not read`);
  for (const { record, line } of rows) takeRow(record, `${file}:${line}`, out);
  if (out.stakes.length === 0)
    throw new InputError(
      "no-stakes",
      `${file} holds no stake that can be used${out.problems[0] === undefined ? "" : ` (${out.problems.at(-1)})`}`,
      "a row needs an owner and an owned firm, and a percentage between 0 and 100",
      "--owners",
    );
  return out.done("csv");
}

/** Takes in one row, or says what is wrong with it. @param at where it stands */
export function takeRow(r: Readonly<Record<string, string>>, at: string, out: OwnerBuilder): void {
  const cell = (key: string): string => (r[key] ?? "").replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  const [owner, owned] = [cell("owner"), cell("owned")];
  const bad = fault(owner, owned, cell);
  if (bad !== undefined) {
    out.problems.push(`${at}: ${bad}; the row is left out`);
    if (owned !== "" && owned.length <= LONGEST) out.person(owned, owned);
    return;
  }
  const unclear = size(cell);
  if (unclear !== undefined) out.problems.push(`${at}: ${unclear}; the size is taken as not known`);
  const exact = unclear === undefined ? share(cell("percent")) : undefined;
  const [min, max] = unclear === undefined ? [share(cell("min")), share(cell("max"))] : [undefined, undefined];
  const country = (key: string): string | undefined => {
    const given = cell(key);
    const code = given === "" ? undefined : countryCode(given);
    if (given !== "" && code === undefined) out.problems.push(`${at}: ${key} "${given.slice(0, 40)}" names no country; it is taken as not given`);
    return code;
  };
  out.person(owner, owner, country("owner_country"));
  out.person(owned, owned, country("owned_country"));
  const day = (key: string): Instant | undefined => (cell(key) === "" ? undefined : fromWall(`${parseDay(cell(key))}T00:00`, WASHINGTON));
  const [from, until] = [day("from"), day("until")];
  out.stakes.push({
    owner,
    owned,
    low: exact ?? min ?? 0,
    high: exact ?? max ?? 1_000_000,
    kind: kindOf(cell("kind")),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    source: at,
  });
}

/** Words for voting rights and branches; every other kind is a class of shares of its own. */
function kindOf(text: string): string {
  const word = text.toLowerCase();
  if (/^(votes?|voting|voting[ _-]?rights?|votingrights)$/.test(word)) return "votes";
  if (/^(branch|branch office|sales office|office)$/.test(word)) return "branch";
  return word === "" || /^(shares?|shareholding|equity|ownership|capital)$/.test(word) ? "shares" : word;
}

function fault(owner: string, owned: string, cell: (key: string) => string): string | undefined {
  if (owner === "") return "owner is empty";
  if (owned === "") return "owned is empty";
  if (owner.length > LONGEST || owned.length > LONGEST) return `a name has more than ${LONGEST} characters`;
  if (owner === owned) return `${owner.slice(0, 80)} owns itself: a firm's own shares are not counted`;
  for (const key of ["from", "until"]) {
    try {
      if (cell(key) !== "") parseDay(cell(key));
    } catch (e) {
      return `${key}: ${(e as Error).message}`;
    }
  }
  return cell("from") !== "" && cell("until") !== "" && cell("until") <= cell("from") ? `until ${cell("until")} is not after from ${cell("from")}` : undefined;
}

/** What is wrong with the size of a stake, in words. */
function size(cell: (key: string) => string): string | undefined {
  for (const key of ["percent", "min", "max"]) if (cell(key) !== "" && share(cell(key)) === undefined) return `${key} "${cell(key).slice(0, 20)}" is not a percentage between 0 and 100`;
  const [min, max] = [share(cell("min")), share(cell("max"))];
  if (min !== undefined && max !== undefined && min > max) return `min ${cell("min")} is above max ${cell("max")}`;
  const exact = share(cell("percent"));
  if (exact !== undefined && ((min !== undefined && exact < min) || (max !== undefined && exact > max))) return `percent ${cell("percent")} lies outside min and max`;
  return undefined;
}
