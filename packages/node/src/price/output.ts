import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../grounds/open.js";

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
 * Prepares to write a file. What an earlier run that was killed left beside it is removed.
 * @throws InputError where the name is a folder's or the input's own, or its folder is not there
 */
export function openOutput(to: string, input: string): Output {
  const folder = dirname(resolve(to));
  if (!existsSync(folder)) throw new InputError("no-folder", `there is no folder ${dirname(to)}`, "make it first", "-o");
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory()) throw new InputError("is-folder", `${to} is a folder`, "name a file in it", "-o");
  if (existsSync(to) && existsSync(input) && realpathSync(to) === realpathSync(input))
    throw new InputError("same-file", `${to} is the input itself`, "name another file: the input is never touched", "-o");
  const start = `.${basename(to)}${MARK}`;
  for (const left of readdirSync(folder)) {
    const pid = left.startsWith(start) ? Number(left.slice(start.length).split(".")[0]) : Number.NaN;
    if (!Number.isNaN(pid) && !alive(pid)) rmSync(join(folder, left), { force: true, recursive: true });
  }
  const part = join(folder, `${start}${process.pid}.${to.split(".").at(-1)}`);
  const drop = (): void => rmSync(part, { force: true });
  drop();
  return {
    part,
    finish: () => {
      const fd = openSync(part, "r");
      fsyncSync(fd);
      closeSync(fd);
      renameSync(part, to);
    },
    drop,
  };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === "EPERM";
  }
}
