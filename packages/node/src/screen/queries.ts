import { countryCode, type PartyType } from "@truce/engine/controls";
import { bornSpan } from "@truce/engine/controls/names";
import type { ScreenQuery } from "@truce/engine/controls/screen";
import { InputError } from "@truce/engine/desk";
import { ListError } from "@truce/engine/owners";
import { csvRows } from "../parties/read-csl-csv.js";
import { textOf } from "./read-owners.js";

/** One line of a file of names: a query, or why it is none. */
export type Asked = { readonly query: ScreenQuery } | { readonly ref: unknown; readonly error: { code: string; message: string; hint: string; where: string } };
const FIELDS = new Set(["ref", "id", "name", "type", "country", "address", "identifier", "born"]);
const TYPES: readonly PartyType[] = ["organisation", "person", "vessel", "aircraft", "address", "unknown"];
const OTHER: Readonly<Record<string, PartyType>> = { organization: "organisation", company: "organisation", entity: "organisation", individual: "person", ship: "vessel" };
/** More names at once than a file should hold, and longer lines and files than are read. */
const MOST = 1_000_000;
const MOST_LINE = 1_000_000;
const MOST_BYTES = 200_000_000;

/** A query from the parts of a line. @throws InputError with the field */
export function queryOf(parts: Readonly<Record<string, unknown>>): ScreenQuery {
  const extra = Object.keys(parts).find((k) => !FIELDS.has(k));
  if (extra !== undefined) throw new InputError("unknown-field", `there is no field "${extra.slice(0, 40)}" in a line`, `fields are ${[...FIELDS].join(", ")}`, extra.slice(0, 40));
  const word = (key: string): string | undefined => {
    const v = parts[key];
    if (v === undefined || v === null || v === "") return undefined;
    if (typeof v !== "string" && typeof v !== "number") throw new InputError("bad-field", `"${key}" is not text`, `write "${key}" in quotes`, key);
    return String(v);
  };
  const name = word("name");
  if (name === undefined) throw new InputError("no-name", "a line needs a name", 'for example {"name":"Huawei Technologies Co., Ltd."}', "name");
  const kind = word("type")?.toLowerCase();
  const type = kind === undefined ? undefined : (OTHER[kind] ?? TYPES.find((t) => t === kind));
  if (kind !== undefined && type === undefined) throw new InputError("bad-type", `there is no type "${kind.slice(0, 40)}"`, `types are ${TYPES.join(", ")}`, "type");
  const given = word("country");
  const country = given === undefined ? undefined : countryCode(given);
  if (given !== undefined && country === undefined) throw new InputError("bad-country", `"${given.slice(0, 40)}" names no country`, "use a two-letter code such as CN", "country");
  const born = word("born");
  if (born !== undefined && bornSpan(born) === undefined) throw new InputError("bad-date", `"${born.slice(0, 40)}" is not a birth date`, "write 1960-05-02, 1960-05 or 1960", "born");
  const optional = Object.fromEntries(
    [
      ["id", word("id")],
      ["type", type],
      ["country", country],
      ["address", word("address")],
      ["identifier", word("identifier")],
      ["born", born],
    ].filter(([, v]) => v !== undefined),
  );
  return { name, ...optional, ...(parts["ref"] === undefined ? {} : { ref: parts["ref"] }) } as ScreenQuery;
}

/** The names of a file or of standard input in order: JSON lines where it begins with a brace, else CSV with a column `name`. A line that cannot be read stands as its error. */
export async function readQueries(file: string): Promise<Asked[]> {
  const text = file === "-" ? await standardInput() : textOf(file, "--file");
  return /^\s*(\{|$)/.test(text) ? fromLines(text, file) : fromCsv(text, file);
}

async function standardInput(): Promise<string> {
  const parts: Buffer[] = [];
  let held = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    held += part.length;
    if (held > MOST_BYTES) throw new InputError("file-too-large", `standard input has more than ${MOST_BYTES / 1e6} MB`, "split it", "--file");
    parts.push(part);
  }
  return Buffer.concat(parts)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}

function fromCsv(text: string, file: string): Asked[] {
  let rows: ReturnType<typeof csvRows>;
  try {
    rows = csvRows(text, ["name"]);
  } catch (e) {
    if (e instanceof ListError) throw new InputError(e.code, `${file}: ${e.message}`, `${e.hint}; JSON lines begin with a brace`, "--file");
    throw e;
  }
  if (rows.length > MOST) throw tooMany(file);
  return rows.map(({ record, line }) => {
    const parts = Object.fromEntries(Object.entries(record).filter(([k, v]) => FIELDS.has(k) && v !== ""));
    return attempt({ ...(parts["id"] === undefined ? {} : { ref: parts["id"] }), ...parts }, line);
  });
}
const tooMany = (file: string): InputError => new InputError("too-many-lines", `${file} holds more than ${MOST.toLocaleString("en")} names`, "split it", "--file");

function fromLines(text: string, file: string): Asked[] {
  const out: Asked[] = [];
  text.split("\n").forEach((raw, i) => {
    const line = raw.trim();
    if (line === "") return;
    if (out.length >= MOST) throw tooMany(file);
    const where = `line ${i + 1}`;
    if (line.length > MOST_LINE) {
      out.push({ ref: null, error: { code: "line-too-long", message: "the line is longer than 1 MB", hint: "split it", where } });
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      value = undefined;
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value)) out.push(attempt(value as Record<string, unknown>, i + 1));
    else out.push({ ref: null, error: { code: "bad-json", message: `line ${i + 1} is not a JSON object`, hint: 'write one object per line, such as {"name":"…"}', where } });
  });
  return out;
}

function attempt(parts: Readonly<Record<string, unknown>>, line: number): Asked {
  try {
    return { query: queryOf(parts) };
  } catch (e) {
    if (!(e instanceof InputError)) throw e;
    return { ref: parts["ref"] ?? null, error: { code: e.code, message: e.message, hint: e.hint, where: `line ${line}, ${e.where}` } };
  }
}
