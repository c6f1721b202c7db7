import { InputError } from "../desk/index.js";
import type { Instant } from "../time/index.js";
import { ListError } from "./list-error.js";
import type { OwnerFile } from "./owner-file.js";
import { ownersBods } from "./owners-bods.js";
import { ownersCsv } from "./owners-csv.js";
import { isGleif, ownersGleif } from "./owners-gleif.js";

const MOST_JSON = 100_000_000;

/**
 * Stakes from the text of a file: our CSV, BODS 0.4 JSON or GLEIF level 2 CSV, told apart by what is in it.
 * @param known statements of BODS made later are not read
 * @throws InputError where the file cannot be trusted
 */
export function ownersOf(text: string, file: string, known: Instant): OwnerFile {
  try {
    if (/^\s*[[{]/.test(text)) return ownersBods(statements(text, file), file, known);
    return isGleif(text.slice(0, 5000)) ? ownersGleif(text, file, known) : ownersCsv(text, file);
  } catch (e) {
    if (e instanceof ListError) throw new InputError(e.code, `${file}: ${e.message}`, e.hint, "--owners");
    throw e;
  }
}

/** The statements of a JSON array, of one object, or of JSON lines. @throws InputError where it is none, or too large */
function statements(text: string, file: string): unknown[] {
  if (text.length > MOST_JSON) throw new InputError("file-too-large", `${file} has more than ${MOST_JSON / 1e6} MB of JSON`, "split it by firms", "--owners");
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (e) {
    const lines = text.split("\n");
    if (!text.trimStart().startsWith("{") || lines.filter((l) => l.trim() !== "").length < 2)
      throw new InputError("bad-json", `${file} is not JSON: ${(e as Error).message.slice(0, 120)}`, "it may be cut in half: load it again", "--owners");
    return lines.flatMap((line, i) => {
      if (line.trim() === "") return [];
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        throw new InputError("bad-json", `${file}:${i + 1} is not JSON`, "it may be cut in half: load it again", "--owners");
      }
    });
  }
}
