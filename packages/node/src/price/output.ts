import { accessSync, closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { InputError } from "@truce/engine/desk";

/** What a file being written is called until it is whole. */
const MARK = ".truce-part-";

/** A file that is either whole under its name or not there. */
export interface Output {
  /** Where it is written. */
  readonly part: string;
  /** Puts it under its name, after it has reached the disk. */
  readonly finish: () => void;
  /** Takes it away. */
  readonly drop: () => void;
}

/**
 * Whether a file can be written under this name. What earlier runs that were killed left beside it is removed.
 * @throws InputError where the name is a folder's or the input's own, or its folder is not there or not to be written in
 */
export function checkOutput(to: string, input: string): void {
  const folder = dirname(resolve(to));
  if (!existsSync(folder)) throw new InputError("no-folder", `there is no folder ${dirname(to)}`, "make it first", "-o");
  const there = statSync(to, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new InputError("is-folder", `${to} is a folder`, "name a file in it", "-o");
  const own = statSync(input, { throwIfNoEntry: false });
  if (there !== undefined && own !== undefined && there.ino === own.ino && there.dev === own.dev)
    throw new InputError("same-file", `${to} is the input itself`, "name another file: the input is never touched", "-o");
  try {
    accessSync(folder, constants.W_OK);
  } catch (e) {
    throw unwritable(to, e);
  }
  const start = `.${basename(to)}${MARK}`;
  for (const left of readdirSync(folder)) {
    const pid = left.startsWith(start) ? Number(left.slice(start.length).split(".")[0]) : Number.NaN;
    if (!Number.isNaN(pid) && !alive(pid)) rmSync(join(folder, left), { force: true, recursive: true });
  }
}

const unwritable = (to: string, e: unknown): InputError =>
  new InputError("no-permission", `nothing can be written in ${dirname(to)}: ${(e as NodeJS.ErrnoException).code ?? (e as Error).message}`, "look at its permissions, or name a file elsewhere", "-o");

/** A hidden folder for what a run keeps on disk while it makes a file: beside the file, so that the next run to the same name finds it if this one is killed. */
export function scratchBeside(to: string): string {
  const scratch = join(dirname(resolve(to)), `.${basename(to)}${MARK}${process.pid}.scratch`);
  try {
    rmSync(scratch, { force: true, recursive: true });
    mkdirSync(scratch);
  } catch (e) {
    throw unwritable(to, e);
  }
  return scratch;
}

/**
 * Prepares to write a file.
 * @throws InputError as `checkOutput`
 */
export function openOutput(to: string, input: string): Output {
  checkOutput(to, input);
  const folder = dirname(resolve(to));
  const part = join(folder, `.${basename(to)}${MARK}${process.pid}${extname(to)}`);
  const drop = (): void => rmSync(part, { force: true });
  drop();
  return {
    part,
    finish: () => {
      sync(part);
      renameSync(part, to);
      sync(folder);
    },
    drop,
  };
}

function sync(path: string): void {
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === "EPERM";
  }
}
