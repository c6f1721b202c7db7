import { basename } from "node:path";
import { type Act, type Instrument, remember } from "@truce/engine/law";
import { acts, head, type RawHead, type Verb } from "@truce/engine/law/schema";
import { endOfDayUtc, type Instant, parseDay, WhenError } from "@truce/engine/time";
import { type Problem, problem } from "./problem.js";
import { type Read, readYaml } from "./read-yaml.js";
import { announcedAt, toAct, zoneOf } from "./to-act.js";

type Raw = Record<string, unknown>;
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
}
const NAME = /^(\d{4}-\d{2}-\d{2})-([a-z0-9][a-z0-9.-]*)\.yaml$/;

/** Reads one instrument. What is wrong with it is added to `problems`, and then there is none. */
export function toInstrument(text: string, file: string, side: string, problems: Problem[]): Instrument | undefined {
  const before = problems.length;
  const read = readYaml(text, file, problems);
  if (read === undefined) return undefined;
  const parsed = head.safeParse(read.value);
  if (!parsed.success) {
    for (const i of parsed.error.issues) report(i as unknown as Issue, [], read, file, problems);
    return undefined;
  }
  const raw = parsed.data;
  const announced = when(() => announcedAt(raw.announced), ["announced"], read, file, problems);
  if (announced === undefined) return undefined;
  const day = raw.announced.length === 10 ? raw.announced : undefined;
  const printed = raw.published === undefined ? undefined : when(() => parseDay(raw.published as string), ["published"], read, file, problems);
  if (printed !== undefined && printed < raw.announced.slice(0, 10)) {
    const where = read.place(["published"]);
    problems.push(problem("R08", file, where.line, where.column, "published is the day of the gazette, and lies on or after the day announced"));
  }
  const list = raw.acts.flatMap((a, i) => {
    const act = readAct(a, i, { read, file, side, problems, announced, day });
    return act === undefined ? [] : [act];
  });
  const name = NAME.exec(basename(file));
  const at = read.place(["announced"]);
  if (name === null) problems.push(problem("R17", file, 1, 1, "call the file <day announced>-<name>.yaml, such as 2025-05-12-eo-14298.yaml"));
  else if (name[1] !== raw.announced.slice(0, 10)) problems.push(problem("R17", file, at.line, at.column, `the file's name says ${name[1]}, but it was announced ${raw.announced.slice(0, 10)}`));
  if (problems.length > before || name === null) return undefined;
  const instrument = build(raw, `${side}/${name[2]}`, file, announced, day, list);
  remember(instrument, read.place);
  return instrument;
}

function build(raw: RawHead, id: string, file: string, announced: Instant, day: string | undefined, list: Act[]): Instrument {
  const { acts: _acts, announced: _announced, cites, ...rest } = raw;
  return { id, ...(rest as object), announced, ...(day === undefined ? {} : { announcedDay: day }), cites: cites ?? [], acts: list, file } as unknown as Instrument;
}

interface Context {
  readonly read: Read;
  readonly file: string;
  readonly side: string;
  readonly problems: Problem[];
  readonly announced: Instant;
  readonly day: string | undefined;
}

function readAct(value: unknown, index: number, c: Context): Act | undefined {
  const path = ["acts", index];
  const at = c.read.place(path);
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const verbs = keys.filter((k): k is Verb => Object.hasOwn(acts, k));
  const verb = verbs[0];
  if (verb === undefined || verbs.length > 1) {
    const what = verb === undefined ? "an act begins with its verb" : `an act has one verb, this one has ${verbs.join(" and ")}`;
    c.problems.push(problem("R09", c.file, at.line, at.column, `${what}: ${Object.keys(acts).join(", ")}`));
    return undefined;
  }
  const parsed = acts[verb].safeParse(value);
  if (!parsed.success) {
    for (const i of parsed.error.issues) report(i as unknown as Issue, path, c.read, c.file, c.problems);
    return undefined;
  }
  const raw = value as Raw;
  const act = when(() => toAct(verb, raw, c.side, { announced: c.announced, ...(c.day === undefined ? {} : { announcedDay: c.day }) }, at.line), path, c.read, c.file, c.problems, raw);
  if (act === undefined) return undefined;
  if ("from" in act && "until" in act && act.until <= act.from) {
    const where = c.read.place([...path, "until"]);
    c.problems.push(problem("R08", c.file, where.line, where.column, "until is the first instant without it and lies after from"));
  }
  if (act.announced < c.announced) {
    const where = c.read.place([...path, "announced"]);
    c.problems.push(problem("R18", c.file, where.line, where.column, "this act is announced before its document: give the document the earliest day"));
  }
  remember(act, (rest) => c.read.place([...path, ...rest]));
  return act;
}

function when<T>(make: () => T, path: readonly PropertyKey[], read: Read, file: string, problems: Problem[], raw?: Raw): T | undefined {
  try {
    return make();
  } catch (e) {
    if (!(e instanceof WhenError) && !(e instanceof RangeError)) throw e;
    const at = read.place([...path, ...(e instanceof WhenError && raw !== undefined ? (pathTo(raw, e.text) ?? []) : [])]);
    problems.push(problem(/clocks were/.test(e.message) ? "R07" : "R06", file, at.line, at.column, e.message));
    return undefined;
  }
}

/** The way to the first value that is this text, or begins with this day. */
function pathTo(value: unknown, text: string): PropertyKey[] | undefined {
  if (value === text || (typeof value === "string" && value.startsWith(`${text}T`))) return [];
  if (typeof value !== "object" || value === null) return undefined;
  for (const [k, v] of Object.entries(value)) {
    const rest = pathTo(v, text);
    if (rest !== undefined) return [Array.isArray(value) ? Number(k) : k, ...rest];
  }
  return undefined;
}

/** Of the forms that a value may have, the complaint of the one that it comes nearest to: the first that does not already refuse its type. */
function nearest(i: Issue): Issue {
  if (i.code !== "invalid_union" || i.errors === undefined) return i;
  const branch = i.errors.find((b) => b.some((x) => x.code !== "invalid_type" || x.path.length > 0)) ?? i.errors.at(-1);
  const inner = branch?.find((x) => x.code !== "invalid_type" || x.path.length > 0) ?? branch?.[0];
  return inner === undefined ? i : nearest({ ...inner, path: [...i.path, ...inner.path] });
}

function report(issue: Issue, prefix: readonly PropertyKey[], read: Read, file: string, problems: Problem[]): void {
  const i = nearest(issue);
  const path = [...prefix, ...i.path];
  if (i.code === "unrecognized_keys") {
    for (const key of i.keys ?? []) {
      const at = read.key([...path, key]);
      problems.push(problem("R03", file, at.line, at.column, `there is no field "${key}" here`));
    }
    return;
  }
  const at = read.place(path);
  const missing = i.code === "invalid_type" && /received undefined/.test(i.message);
  const name = String(path.at(-1) ?? "the file");
  problems.push(problem(missing ? "R04" : "R05", file, at.line, at.column, missing ? `"${name}" is missing` : `${name}: ${i.message}`));
}

export { endOfDayUtc, zoneOf };
