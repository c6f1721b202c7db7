import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Instant } from "@truce/engine/time";
import { InputError } from "@truce/engine/desk";
import { type OwnerFile, ownersOf } from "@truce/engine/owners";

const MOST_BYTES = 200_000_000;

/** The text of a file within a limit. @throws InputError where it is no file, too large, or not UTF-8 */
export function textOf(path: string, flag: string, most = MOST_BYTES): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new InputError("no-file", `${path.slice(0, 200)} is not a file`, "name a file that is there", flag);
  if (stat.size > most) throw new InputError("file-too-large", `${path} has ${Math.ceil(stat.size / 1e6)} MB: at most ${most / 1e6}`, "split it", flag);
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  if (text.includes("\uFFFD") || text.includes("\0")) throw new InputError("not-text", `${path} is not UTF-8 text`, "save it as UTF-8", flag);
  return text;
}

/**
 * Stakes from a file: our CSV, BODS 0.4 JSON or GLEIF level 2 CSV, told apart by what is in it.
 * @param known statements of BODS made later are not read
 * @throws InputError where the file cannot be trusted
 */
export const readOwners = (path: string, known: Instant): OwnerFile => ownersOf(textOf(path, "--owners"), basename(path), known);
