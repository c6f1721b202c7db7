import { builtinModules } from "node:module";
import { posix } from "node:path";

/** One source file of a package: its path from the root of the project, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}
/** One import that a file makes. */
export interface Import {
  readonly to: string;
  readonly lazy: boolean;
  readonly typeOnly: boolean;
}

/** For each room of the engine, the rooms that it stands on. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  time: [],
  charts: [],
  goods: ["time"],
  law: ["time"],
  duty: ["law", "goods", "time"],
  talks: ["law", "goods", "time"],
  entry: ["duty", "law", "goods", "time"],
  controls: ["law", "goods", "time"],
  reading: ["law", "goods", "time"],
  // Averages are taken over the compiled regime.
  outlook: ["book", "duty", "talks", "controls", "law", "goods", "time"],
  book: ["duty", "talks", "controls", "law", "goods", "time"],
  impact: ["duty", "talks", "controls", "law", "goods", "time"],
  // The regime opened and folded for a question, and what every door stands on.
  desk: ["outlook", "entry", "duty", "controls", "law", "goods", "time"],
  owners: ["desk", "controls", "time"],
  portfolio: ["desk", "book", "duty", "law", "goods", "time", "entries"],
  entries: ["desk", "entry", "duty", "law", "goods", "time"],
  answers: ["portfolio", "desk", "outlook", "book", "entry", "duty", "talks", "controls", "law", "goods", "time"],
  pictures: ["answers", "controls", "portfolio", "desk", "charts", "talks", "duty", "law", "goods", "time"],
};
const ENGINE = "packages/engine/src/";
/** Where people and programs come in. Nothing imports them. */
const DOORS = ["packages/node/src/cli/", "packages/node/src/http/", "packages/node/src/mcp/", "packages/web/src/"];
/** Where the written form of the regime's files is described. Each is an entry of its own, which no answer loads. */
const SCHEMAS = new Set([`${ENGINE}law/schema.ts`, `${ENGINE}controls/schema.ts`, `${ENGINE}controls/door-schema.ts`]);
/** The two commands that open the other doors. */
const OPENS: Readonly<Record<string, readonly string[]>> = {
  "packages/node/src/cli/serve.ts": ["packages/node/src/http/", "packages/node/src/mcp/"],
  "packages/node/src/cli/mcp.ts": ["packages/node/src/mcp/"],
};
const NODE = new Set(builtinModules);

/** The imports of a text, whatever their form. */
export function importsOf(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const fixed = [...code.matchAll(/^\s*(?:import\s*|(?:import|export)\b([^;"'`]*?)\bfrom\s*)["']([^"']+)["']/gm)].map((m) => ({
    to: m[2] as string,
    lazy: false,
    typeOnly: /^\s+type\s/.test(m[1] ?? ""),
  }));
  const lazy = [...code.matchAll(/\b(?:import|require)\(\s*["'`]([^"'`]+)["'`]/g)].map((m) => ({ to: m[1] as string, lazy: true, typeOnly: false }));
  return [...fixed, ...lazy];
}

/** The file that a relative import means. */
export const target = (from: string, to: string): string => posix.join(posix.dirname(from), to).replace(/\.js$/, ".ts");

/**
 * Every import that is drawn against the plan of the house, as "file -> import: why". None where all arrows go one way.
 * @param exported the entries of the engine, such as "@truce/engine/law"
 */
export function wrongArrows(sources: readonly Source[], exported: ReadonlySet<string>): string[] {
  return sources.flatMap((s) =>
    importsOf(s.text).flatMap(({ to }) => {
      const why = wrong(s.path, to, exported);
      return why === undefined ? [] : [`${s.path} -> ${to}: ${why}`];
    }),
  );
}

function wrong(path: string, to: string, exported: ReadonlySet<string>): string | undefined {
  // The address of a file of data, not its code.
  if (/\.(pack|json)\?url$/.test(to)) return undefined;
  const relative = to.startsWith(".");
  const file = relative ? target(path, to) : to;
  const door = DOORS.find((d) => file.startsWith(d));
  if (door !== undefined && !path.startsWith(door) && OPENS[path]?.includes(door) !== true) return "nobody imports a door";
  if (relative && !file.startsWith(`${path.split("/src/")[0]}/src/`)) return "a package is imported by its name, not by its files";
  if (to === "@truce/node" || to.startsWith("@truce/node/")) return "nobody imports a door";
  if ((to === "@truce/engine" || to.startsWith("@truce/engine/")) && !exported.has(to) && !exported.has(to.replace(/[^/]+$/, "*"))) return "not an export of the engine";
  if (!path.startsWith(ENGINE)) return undefined;
  if (relative) return rooms(room(path), room(file));
  if (to.startsWith("node:") || NODE.has(to.split("/")[0] as string)) return "the engine runs without Node";
  if (to === "yaml" || to.startsWith("yaml/")) return "the engine reads packs, not YAML";
  if ((to === "zod" || to.startsWith("zod/")) && !SCHEMAS.has(path)) return "zod stands in the schemas only";
  if (to.startsWith("@truce/")) return "the engine imports no package of the house";
  return undefined;
}

const room = (path: string): string => path.slice(ENGINE.length).split("/")[0] as string;
function rooms(from: string, to: string): string | undefined {
  if (from === to) return undefined;
  const below = BELOW[from];
  if (below === undefined) return `the room ${from} has no place in the plan: add it to test/house/arrows.ts and to the README`;
  return below.includes(to) ? undefined : `${from} does not stand on ${to}`;
}

/**
 * Packages outside the house that run when a file is loaded: through its own imports and those of the files that it imports, but not those made lazily or for types.
 */
export function loadedBy(start: string, sources: ReadonlyMap<string, string>, entries: ReadonlyMap<string, string>): Set<string> {
  const out = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const text = sources.get(path);
    if (text === undefined || seen.has(path)) return;
    seen.add(path);
    for (const i of importsOf(text)) {
      if (i.lazy || i.typeOnly) continue;
      if (i.to.startsWith(".")) visit(target(path, i.to));
      else if (entries.has(i.to)) visit(entries.get(i.to) as string);
      else out.add(i.to);
    }
  };
  visit(start);
  return out;
}
