import { createHash } from "node:crypto";
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ListCopy } from "@truce/engine/controls";
import { InputError } from "@truce/engine/desk";
import { MachineError } from "../price/trouble.js";

/** What stands beside the parties of a kept copy. */
export interface KeptAbout {
  readonly id: string;
  readonly format: string;
  /** The name of the file that was imported, and its moment. */
  readonly file: string;
  readonly importedAt: string;
}
export interface Kept extends KeptAbout {
  readonly copy: ListCopy;
  readonly path: string;
}
/** The form of kept files. A later one that older programs cannot read gets another number. */
const FORM = 1;
const ID = /^[a-z0-9][a-z0-9-]{0,60}$/;
const PREVIOUS = ".previous.json";
const MOST_BYTES = 400_000_000;
const NOT_WRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "EISDIR", "ENOTEMPTY"]);

/**
 * Where a user's lists are kept: TRUCE_LISTS, else $XDG_DATA_HOME/truce/lists, else ~/.local/share/truce/lists.
 * @example listsFolder({ XDG_DATA_HOME: "/data" }) //=> "/data/truce/lists"
 */
export function listsFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const own = env["TRUCE_LISTS"];
  if (own !== undefined && own !== "") return own;
  const data = env["XDG_DATA_HOME"];
  return join(data === undefined || data === "" ? join(homedir(), ".local", "share") : data, "truce", "lists");
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Keeps a copy: written beside, put in place in one step, the one before kept as ID.previous.json. Where anything fails the old copy stays as it was.
 * @throws InputError where the folder cannot be written, MachineError where the disk is full
 */
export function keep(dir: string, copy: ListCopy, about: Omit<KeptAbout, "id">): string {
  const path = join(dir, `${copy.id}.json`);
  const parties = JSON.stringify(copy.parties);
  const { parties: _, ...rest } = copy;
  const head = JSON.stringify({ "truce-list": FORM, ...about, copy: rest, rows: copy.parties.length, sha256: digest(parties) });
  const temporary = join(dir, `.${copy.id}.${process.pid}.tmp`);
  try {
    mkdirSync(dir, { recursive: true });
  } catch (e) {
    throw explained(e, dir);
  }
  try {
    whole(temporary, `${head.slice(0, -1)},"parties":${parties}}\n`);
    if (existsSync(path)) {
      copyFileSync(path, `${temporary}.previous`);
      renameSync(`${temporary}.previous`, join(dir, `${copy.id}${PREVIOUS}`));
    }
    renameSync(temporary, path);
  } catch (e) {
    throw explained(e, dir);
  } finally {
    for (const t of [temporary, `${temporary}.previous`]) rmSync(t, { force: true });
  }
  return path;
}

function whole(path: string, text: string): void {
  const handle = openSync(path, "w", 0o644);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function explained(e: unknown, dir: string): Error {
  const { code, message } = e as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") return new MachineError(`the disk is full: the list was not kept, and the copy in use is as it was`);
  if (code !== undefined && NOT_WRITABLE.has(code))
    return new InputError("cannot-write", `${dir} cannot be written (${code}); the copy in use is as it was`, "name another folder with TRUCE_LISTS", "TRUCE_LISTS");
  return e instanceof Error ? e : new Error(message);
}

/** The ids of the copies that are kept, in the order of the alphabet. */
export function keptIds(dir: string): string[] {
  if (!existsSync(dir)) return [];
  if (!statSync(dir).isDirectory()) throw new InputError("no-folder", `${dir} is not a folder`, "name the folder of your lists with TRUCE_LISTS", "TRUCE_LISTS");
  return readdirSync(dir)
    .filter((f) => f.endsWith(".json") && !f.endsWith(PREVIOUS) && ID.test(f.slice(0, -5)))
    .map((f) => f.slice(0, -5))
    .sort();
}

/** Reads a kept copy. @throws InputError for one that was changed or broken since */
export function readKept(dir: string, id: string): Kept {
  const path = join(dir, `${id}.json`);
  const broken = (what: string): never => {
    throw new InputError("broken-list", `${path}: ${what}`, `import the list again, or take it away with truce lists remove ${id}`, path);
  };
  if (statSync(path).size > MOST_BYTES) return broken("it is larger than a list that was imported can be");
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch (e) {
    return broken(`it is no whole JSON: ${(e as Error).message.slice(0, 100)}`);
  }
  if (value === null || typeof value !== "object" || value["truce-list"] !== FORM) return broken("it is not of the form that this version keeps");
  const { copy, parties } = value as { copy?: Omit<ListCopy, "parties">; parties?: ListCopy["parties"] };
  if (copy === undefined || !Array.isArray(parties) || parties.length !== value["rows"] || digest(JSON.stringify(parties)) !== value["sha256"]) return broken("it was changed after it was imported");
  if (copy.id !== id) return broken(`it holds the list ${String(copy.id).slice(0, 60)}`);
  return { id, format: String(value["format"]), file: String(value["file"]), importedAt: String(value["importedAt"]), copy: { ...copy, parties }, path };
}

/** Takes a kept copy away, with the one before it. @throws InputError for an id that is not kept */
export function forget(dir: string, id: string): void {
  const ids = keptIds(dir);
  if (!ids.includes(id)) throw new InputError("unknown-list", `no list "${id.slice(0, 60)}" was imported`, ids.length === 0 ? `${dir} holds none` : `imported are ${ids.join(", ")}`, "remove");
  rmSync(join(dir, `${id}.json`));
  rmSync(join(dir, `${id}${PREVIOUS}`), { force: true });
}
