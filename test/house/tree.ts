import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const SKIPPED = new Set(["node_modules", "dist", ".git", "build"]);

/** The files of the project: those that git tracks or would track, or every file where there is no git. */
export function files(): string[] {
  const git = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  const list = git.status === 0 ? git.stdout.split("\0").filter(Boolean) : walk("");
  return list.filter((f) => statSync(join(root, f), { throwIfNoEntry: false })?.isFile() === true).sort();
}

function walk(dir: string): string[] {
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap((e) => {
    const path = dir === "" ? e.name : `${dir}/${e.name}`;
    if (SKIPPED.has(e.name)) return [];
    return e.isDirectory() ? walk(path) : e.isFile() ? [path] : [];
  });
}
export const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Code files that are longer than one thing needs. Tables of data written as code are named here. */
const DATA = new Set(["tools/facts/heads.mjs"]);
export function tooLong(list: readonly { readonly path: string; readonly text: string }[], most = 300): string[] {
  return list.filter((f) => /\.(ts|mjs|js|svelte|sh)$|^\.ci\//.test(f.path) && !DATA.has(f.path) && lines(f.text) > most).map((f) => `${f.path}: ${lines(f.text)} lines`);
}
const lines = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

/** Lines that name a folder of one machine. Folders of the operating system that all machines have are not meant. */
const MACHINE = new RegExp(`(?:^|[^A-Za-z0-9_.:/-])(?:/(?:${["work", "farm", "root", "home", "Users"].join("|")})/[\\w.-]+|[A-Z]:\\\\Users\\\\)`);
export function machinePaths(list: readonly { readonly path: string; readonly text: string }[]): string[] {
  return list.flatMap((f) => f.text.split("\n").flatMap((l, i) => (MACHINE.test(l) ? [`${f.path}:${i + 1}`] : [])));
}

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Record<string, string>;
  readonly resolved?: string;
}
/**
 * Optional packages of other platforms that a lockfile has no entry for, so that `npm ci` would fail or leave a tool without its binary there;
 * and entries that name a registry other than the public one.
 */
export function lockGaps(lock: { readonly packages: Record<string, Locked> }): string[] {
  const out: string[] = [];
  for (const [path, p] of Object.entries(lock.packages)) {
    for (const name of Object.keys(p.optionalDependencies ?? {}))
      if (!resolves(path, name, lock.packages)) out.push(`${path === "" ? "the project" : path} wants ${name}, which has no entry: run npm run lock`);
    if (p.resolved !== undefined && /^https?:/.test(p.resolved) && !p.resolved.startsWith("https://registry.npmjs.org/")) out.push(`${path} names the registry of one machine`);
  }
  return out;
}
/** As Node looks: in the package's own node_modules, then in each folder above. */
function resolves(path: string, name: string, packages: Record<string, unknown>): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules") - 1))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === "") return false;
    if (!at.includes("node_modules")) return packages[`node_modules/${name}`] !== undefined;
  }
}
