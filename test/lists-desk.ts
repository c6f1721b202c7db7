import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import type { ListKind, Party } from "@truce/engine/controls";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { ListError } from "@truce/engine/owners";
import { readList, type ReadList } from "../packages/node/dist/parties/read-list.js";

/* Readers of lists on small files in the form of the official ones, made up for these tests. */
const folder = fileURLToPath(new URL("fixtures/lists/", import.meta.url));
let kinds: readonly ListKind[];
export let dir = "";
/** What the user says of a file; a day on which nothing of it lies ahead. */
type Said = { as?: string; date?: string };
const today = "2024-03-25";

/** Opens the kinds of lists, and a folder for files that a test makes. */
export function useLists(): void {
  beforeAll(async () => {
    kinds = (await openRegime()).law.lists;
    dir = mkdtempSync(join(tmpdir(), "truce-lists-"));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
}
export const fixture = (name: string): string => readFileSync(join(folder, name), "utf8");
export const readAt = (path: string, said: Said = {}): ReadList => readList(path, kinds, { today, ...said });
export const read = (name: string, said: Said = {}): ReadList => readAt(join(folder, name), said);
export function made(content: string | Buffer, said: Said = {}): ReadList {
  const path = join(dir, "made");
  writeFileSync(path, content);
  return readAt(path, said);
}
/** What a reader says of a file that it refuses. */
export function error(act: () => unknown): string {
  try {
    act();
  } catch (e) {
    if (e instanceof ListError) return `${e.code}: ${e.message}; ${e.hint}`;
    throw e;
  }
  return "nothing was thrown";
}
export const named = (r: ReadList, name: string): Party => r.copy.parties.find((p) => p.names.some((n) => n.text === name)) as Party;
