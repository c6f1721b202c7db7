import { type ListKind, type Party, countryCode } from "@truce/engine/controls";
import { readYaml } from "../regime/read-yaml.js";
import type { Problem } from "../regime/problem.js";
import { dayOf } from "./list-days.js";
import { codeNamed } from "./list-codes.js";
import { ListError } from "@truce/engine/owners";
import { counted, type Taken } from "./taken.js";

type Fields = Readonly<Record<string, unknown>>;
const NOTICE = new Set(["list", "notice", "url", "date", "parties", "note"]);
const PARTY = new Set(["name_zh", "name_en", "aliases", "country", "type", "identifiers"]);
const TYPES = ["organisation", "person", "vessel", "aircraft"] as const;

/** Does this text look like a notice of ours? */
export const isNotice = (text: string): boolean => /^(notices|list):/m.test(text.slice(0, 4000)) && /^\s*-?\s*parties:/m.test(text);

/**
 * Notices of MOFCOM or of the Unreliable Entity List mechanism that a person wrote down: `list`, `notice`, `date`, `url` and `parties` with `name_zh`, `name_en`, `country`.
 * One notice adds to its list. Several under `notices` with `complete: true` and `as-of` are the whole list.
 * @param file its name, for the places of errors @throws ListError with line and column
 */
export function readMofcom(text: string, file: string, kinds: readonly ListKind[]): Taken {
  const problems: Problem[] = [];
  const read = readYaml(text, file, problems);
  const first = problems[0];
  if (read === undefined) throw new ListError("bad-yaml", `line ${first?.line ?? 1}, column ${first?.column ?? 1}: ${first?.message ?? "it is no YAML"}`, "write list, notice, date, url and parties");
  const bad = (path: readonly PropertyKey[], code: string, what: string, hint: string): never => {
    const at = read.place(path);
    throw new ListError(code, `line ${at.line}, column ${at.column}: ${what}`, hint);
  };
  const fields = (v: unknown, path: readonly PropertyKey[], known: ReadonlySet<string>): Fields => {
    if (typeof v !== "object" || v === null || Array.isArray(v)) return bad(path, "wrong-form", "this is not a map of fields", `fields are ${[...known].join(", ")}`);
    const extra = Object.keys(v).find((k) => !known.has(k));
    if (extra !== undefined) return bad([...path, extra], "unknown-field", `there is no field "${extra.slice(0, 40)}" here`, `fields are ${[...known].join(", ")}`);
    return v as Fields;
  };
  const many = typeof read.value === "object" && read.value !== null && "notices" in read.value;
  const top = many ? fields(read.value, [], new Set(["notices", "complete", "as-of", "note"])) : {};
  const list = many ? top["notices"] : [read.value];
  if (!Array.isArray(list) || list.length === 0) return bad(["notices"], "wrong-form", "notices is not a list of notices", "write each with a dash");
  const complete = top["complete"] === "true";
  const parties: Party[] = [];
  const notices = list.map((n, i) => notice(n, many ? ["notices", i] : []));

  function notice(v: unknown, path: readonly PropertyKey[]): { code: string; id: string; day: string; url: string } {
    const f = fields(v, path, NOTICE);
    const word = (key: string): string => (typeof f[key] === "string" ? (f[key] as string).trim() : "");
    const code = codeNamed(kinds, word("list"));
    const cn = kinds.filter((k) => k.side === "cn").map((k) => k.code);
    if (code === undefined || !cn.includes(code)) return bad([...path, "list"], "unknown-list", `"${word("list").slice(0, 40)}" is no list of China`, `lists are ${cn.join(", ")}`);
    const id = word("notice");
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/.test(id)) return bad([...path, "notice"], "bad-notice", `notice "${id.slice(0, 40)}" is not letters, digits and dashes`, "for example MOFCOM-2026-40");
    const day = dayOf(word("date"));
    if (day === undefined) return bad([...path, "date"], "bad-date", `date "${word("date").slice(0, 20)}" is not a day`, "write YYYY-MM-DD");
    if (!/^https?:\/\/\S+$/.test(word("url"))) return bad([...path, "url"], "no-url", "url does not name the page of the notice", "give the address of its official page");
    const rows = f["parties"];
    if (!Array.isArray(rows) || rows.length === 0) return bad([...path, "parties"], "empty-list", "the notice names no party", "write each with name_zh or name_en");
    rows.forEach((p, i) => void parties.push(party(p, [...path, "parties", i], { code, id, day, url: word("url"), place: i + 1 })));
    return { code, id, day, url: word("url") };
  }

  function party(v: unknown, path: readonly PropertyKey[], of: { code: string; id: string; day: string; url: string; place: number }): Party {
    const f = fields(v, path, PARTY);
    const several = (key: string): string[] => (Array.isArray(f[key]) ? (f[key] as unknown[]) : f[key] === undefined ? [] : [f[key]]).map((t) => String(t).trim()).filter((t) => t !== "");
    const names = ["name_zh", "name_en"].flatMap(several);
    if (names.length === 0) return bad(path, "no-name", "a party has neither name_zh nor name_en", "give one of them");
    const type = several("type")[0] ?? "organisation";
    if (!(TYPES as readonly string[]).includes(type)) return bad([...path, "type"], "bad-type", `there is no type "${type.slice(0, 30)}"`, `types are ${TYPES.join(", ")}`);
    const countries = several("country").map((c) => countryCode(c) ?? bad([...path, "country"], "bad-country", `"${c.slice(0, 40)}" names no country`, "use a two-letter code"));
    return {
      id: `${of.id}:${of.place}`,
      names: [...names.map((text) => ({ text, kind: "name" as const })), ...several("aliases").map((text) => ({ text, kind: "alias" as const }))],
      type: type as Party["type"],
      countries,
      addresses: [],
      identifiers: several("identifiers").map((value) => ({ kind: "number", value })),
      listing: { list: of.code, from: of.day, notice: of.id, url: of.url },
    };
  }

  const twice = notices.find((n, i) => notices.findIndex((o) => o.id === n.id) !== i);
  if (twice !== undefined) throw new ListError("id-twice", `the notice ${twice.id} stands twice`, "write its parties in one place");
  const codes = [...new Set(notices.map((n) => n.code))];
  if (complete) {
    const asOf = dayOf(String(top["as-of"] ?? ""));
    if (asOf === undefined) return bad(["as-of"], "no-date", "a complete list needs as-of, the day to which it was checked", "write as-of: YYYY-MM-DD");
    return { parties, lists: codes, asOf, missing: [], notes: [`taken as the whole of ${codes.join(", ")}, as the file says`] };
  }
  const asOf = notices
    .map((n) => n.day)
    .sort()
    .at(-1) as string;
  const [one] = notices as [(typeof notices)[number]];
  return {
    parties,
    lists: codes,
    asOf,
    missing: [],
    notes: [`${counted(notices.length, "notice adds", "notices add")} to ${codes.join(", ")}; nothing is replaced, and the list gets no fresher by it`],
    notice: notices.length === 1 ? one.id : `${one.id}-and-${notices.length - 1}-more`,
    url: one.url,
  };
}
