import type { ListKind } from "@truce/engine/controls";
import { bisTable } from "./read-bis-table.js";
import { ListError, plainName } from "@truce/engine/owners";
import { codeNamed } from "./list-codes.js";
import { isDpl } from "./read-dpl.js";
import { isNotice } from "./read-mofcom.js";

/** The forms in which lists are read. */
export type Format = "csl-json" | "csl-csv" | "sdn-xml" | "bis-el" | "bis-meu" | "bis-uvl" | "dpl" | "1260h" | "mofcom";
/** What `--as` may say, with what it means. */
export const KINDS = {
  csl: "Consolidated Screening List, JSON or CSV",
  sdn: "OFAC's sdn.xml",
  el: "Entity List, a table of Supp. No. 4",
  meu: "Military End-User List, a table of Supp. No. 7",
  uvl: "Unverified List, a table of Supp. No. 6",
  dpl: "Denied Persons List, dpl.txt or the table of its page",
  "1260h": "Chinese military companies (section 1260H), CSV of your own",
  mofcom: "notices of China, YAML of your own",
} as const;
type Kind = keyof typeof KINDS;
const HEAD = 100_000;

/** What a file is, and by which mark its cells stand apart. */
export interface Found {
  readonly format: Format;
  readonly delimiter: string;
}

/**
 * The form of a file, by what is in it.
 * @param as what the user says it is; the content must agree with it
 * @throws ListError where nothing is recognised, or the content is something else
 */
export function formatOf(bytes: Buffer, kinds: readonly ListKind[], as?: string): Found {
  const said = as === undefined ? undefined : kindNamed(as, kinds);
  const head = bytes.subarray(0, HEAD).toString("utf8").trimStart();
  const found = look(head, said);
  if (found === undefined) {
    const columns = head.split(/\r?\n/, 1)[0] ?? "";
    throw new ListError(
      "unknown-format",
      said === undefined ? `nothing in it tells what list it is; it begins with "${columns.slice(0, 80)}"` : `it is not ${KINDS[said]}; it begins with "${columns.slice(0, 80)}"`,
      `name it with --as: ${Object.keys(KINDS).join(", ")}`,
    );
  }
  if (said !== undefined && !fits(found.format, said))
    throw new ListError("wrong-list", `it is not ${KINDS[said]}, but ${KINDS[kindOf(found.format)]}`, `leave --as out, or write --as ${kindOf(found.format)}`);
  return found;
}

function look(head: string, said: Kind | undefined): Found | undefined {
  const plain = (format: Format): Found => ({ format, delimiter: "," });
  if (head.startsWith("<")) return plain("sdn-xml");
  if (head.startsWith("{") || head.startsWith("[")) return plain("csl-json");
  if (said === "mofcom" || (said === undefined && isNotice(head))) return plain("mofcom");
  const line = head.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = line.includes("\t") ? "\t" : line.split(";").length > line.split(",").length ? ";" : ",";
  const names = line.split(delimiter).map((n) => plainName(n.replace(/^"|"$/g, "")));
  const table = (format: Format): Found => ({ format, delimiter });
  if (["source", "name", "federal_register_notice"].every((n) => names.includes(n))) return table("csl-csv");
  if (isDpl(names) || said === "dpl") return table("dpl");
  if (said === "1260h") return table("1260h");
  const bis = bisTable(names);
  if (said === "el" || said === "meu" || said === "uvl") return bis === undefined ? undefined : table(`bis-${said}`);
  return bis === undefined ? undefined : table(`bis-${bis.toLowerCase()}` as Format);
}

const kindOf = (f: Format): Kind => (f === "csl-json" || f === "csl-csv" ? "csl" : f === "sdn-xml" ? "sdn" : f === "dpl" || f === "1260h" || f === "mofcom" ? f : (f.slice(4) as Kind));
const fits = (f: Format, said: Kind): boolean => kindOf(f) === said;

function kindNamed(text: string, kinds: readonly ListKind[]): Kind {
  const word = text.trim().toLowerCase();
  const code = codeNamed(kinds, text)?.toLowerCase();
  const side = kinds.find((k) => k.code.toLowerCase() === code)?.side;
  const found = [word, code, side === "cn" ? "mofcom" : undefined].find((w) => w !== undefined && Object.hasOwn(KINDS, w));
  if (found === undefined)
    throw new ListError(
      "unknown-kind",
      `there is no kind of list "${text.slice(0, 40)}"`,
      `write --as with one of: ${Object.entries(KINDS)
        .map(([k, v]) => `${k} (${v})`)
        .join("; ")}`,
    );
  return found as Kind;
}
