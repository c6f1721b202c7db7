import { parse } from "csv-parse/sync";
import type { Party } from "@truce/engine/controls";
import { identifiersOf, partyOf } from "./csl-fields.js";
import { ListError } from "./list-error.js";

const NEEDED = ["_id", "source", "type", "programs", "name", "addresses", "federal_register_notice", "start_date", "end_date", "license_requirement", "license_policy", "alt_names", "source_list_url"];
/** Longer texts are no list of parties. */
export const MOST_BYTES = 200_000_000;

/**
 * The Consolidated Screening List as CSV, as trade.gov gives it.
 * @param codeOf the code of a list by the name that the file prints @throws ListError with the line
 */
export function readCslCsv(text: string, codeOf: (source: string) => string | undefined): Party[] {
  const rows = csvRows(text, NEEDED);
  const seen = new Map<string, number>();
  return rows.map(({ record: r, line }) => {
    const code = codeOf(r["source"] ?? "");
    if (code === undefined) throw new ListError("unknown-list", `line ${line}: "${(r["source"] ?? "").slice(0, 80)}" is no list that we know`, "add it to regime/parties/lists.yaml");
    const raw = r["_id"] ?? "";
    const again = seen.get(raw) ?? 0;
    seen.set(raw, again + 1);
    const several = (key: string): string[] => (r[key] ?? "").split("; ").filter((v) => v.trim() !== "");
    return partyOf({
      // Entries that print the same id twice keep both.
      id: `csl:${raw}${again === 0 ? "" : `-${again + 1}`}`,
      list: code,
      type: r["type"] ?? "",
      name: r["name"] ?? "",
      altNames: several("alt_names"),
      addresses: several("addresses"),
      countries: [...several("nationalities"), ...several("citizenships")].filter((c) => /^[A-Z]{2}$/.test(c)),
      programs: several("programs"),
      identifiers: identifiersOf(r["ids"] ?? ""),
      cites: r["federal_register_notice"] ?? "",
      from: day(r["start_date"] ?? ""),
      until: dayAfter(day(r["end_date"] ?? "")),
      requirement: r["license_requirement"] ?? "",
      policy: r["license_policy"] ?? "",
      url: r["source_list_url"] ?? "",
      remarks: r["remarks"] ?? "",
    });
  });
}

export const day = (text: string): string => /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? "";
/** The first day without, where the last day is given. */
export const dayAfter = (text: string): string => (text === "" ? "" : new Date(Date.parse(`${text}T00:00Z`) + 86_400_000).toISOString().slice(0, 10));

/** Rows of a CSV with their lines. @throws ListError where it is not whole, or a column is missing */
export function csvRows(text: string, needed: readonly string[], delimiter = ","): { record: Record<string, string>; line: number }[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, {
      columns: (names: string[]) => names.map((n) => n.trim().toLowerCase()),
      bom: true,
      info: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: false,
      max_record_size: 1_000_000,
    });
  } catch (e) {
    const { code, message, lines } = e as { code?: string; message: string; lines?: number };
    const cut = code === "CSV_QUOTE_NOT_CLOSED";
    throw new ListError(
      cut ? "cut-in-half" : "bad-csv",
      `line ${lines ?? "?"}: ${cut ? "a quote is never closed: the file is cut in half" : message.replace(/ at line.*$/s, "")}`,
      "load the file again and import it whole",
    );
  }
  const names = Object.keys(rows[0]?.record ?? {});
  if (rows.length === 0) throw new ListError("empty-list", "the file holds no row", "load the file again");
  const missing = needed.filter((n) => !names.includes(n));
  if (missing.length > 0) throw new ListError("missing-column", `line 1: there is no column ${missing.join(", ")}`, `the columns are ${names.slice(0, 12).join(", ")}`);
  return rows.map((r) => ({ record: r.record, line: r.info.lines }));
}
