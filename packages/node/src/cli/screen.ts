import { NameError } from "@truce/engine/controls/names";
import type { Screen, ScreenAnswer, ScreenQuery } from "@truce/engine/controls/screen";
import { type Instant, parseOn, WASHINGTON } from "@truce/engine/time";
import { screenAnswer } from "@truce/engine/answers/screen";
import { InputError } from "@truce/engine/desk";
import { screenGrounds, screenOf } from "../screen/desk.js";
import { type Asked, queryOf, readQueries } from "../screen/queries.js";
import type { Common } from "./command.js";
import { usage, write } from "./output.js";
import { changesPage, screenPage } from "./pages/screen.js";
import { progressBar } from "./progress.js";
import { start, type Start } from "./question.js";

interface Options extends Common {
  readonly file?: string;
  readonly list?: string;
  readonly onlyList?: boolean;
  readonly owners?: string;
  readonly type?: string;
  readonly country?: string;
  readonly address?: string;
  readonly identifier?: string;
  readonly born?: string;
  readonly limit: string;
  readonly threshold?: string;
  readonly compare?: string;
  readonly svg?: string;
  readonly png?: string;
}
/** A change of verdict between two moments, or by a supposition. */
export interface Changed {
  readonly name: string;
  readonly from: ScreenAnswer["verdict"];
  readonly to: ScreenAnswer["verdict"];
  readonly why: string;
}
const CHUNK = 1 << 16;

/** truce screen */
export async function screen(name: string | undefined, o: Options): Promise<void> {
  if (name === undefined && o.file === undefined && o.owners === undefined) return usage('a screen needs a name, for example: truce screen "Huawei Technologies"', o.json === true);
  if (name !== undefined && o.file !== undefined) return usage("give a name or --file, not both", o.json === true);
  const limits = { limit: whole(o.limit, "--limit", 500), ...(o.threshold === undefined ? {} : { threshold: part(o.threshold) }) };
  const begun = await start(o);
  const on = o.on === undefined ? begun.now : parseOn(o.on, WASHINGTON).at;
  const { grounds, problems } = screenGrounds(begun.desks, begun.known, { ...pick(o, "list"), ...pick(o, "owners"), onlyList: o.onlyList === true });
  const asked = await questions(name, o, [...grounds.persons.keys()]);
  const queries = asked.flatMap((a) => ("query" in a ? [a.query] : []));
  const options = { ...limits, horizon: begun.desks.regime.law.horizon };
  const desk = screenOf(begun.desks, grounds, begun.known, begun.supposed, queries);
  if (o.compare !== undefined) return compare(o, begun, desk, queries, on, options);
  const single = name !== undefined;
  const bar = progressBar(o.quiet === true);
  let [out, done] = ["", 0];
  for (const a of asked) {
    const answer = "query" in a ? answered(begun, desk, a.query, on, options, problems) : a;
    if (single) {
      if ("error" in answer) throw new InputError(answer.error.code, answer.error.message, answer.error.hint, answer.error.where);
      const idle = begun.desks.idle(begun.known, begun.supposed, (rest) => mark(answeredBy(begun, grounds, queries, rest, a, on, options)));
      const full = { ...answer, warnings: [...answer.warnings, ...idle] };
      if (o.svg !== undefined || o.png !== undefined) {
        const { ownershipPicture } = await import("@truce/engine/pictures/ownership");
        const { canvas, writeDrawing } = await import("../charts/write.js");
        writeDrawing(ownershipPicture(canvas(), desk, (a as { query: ScreenQuery }).query, on, full), o);
      }
      return write(o.json ? `${JSON.stringify(full)}\n` : screenPage(full));
    }
    out += `${JSON.stringify(answer)}\n`;
    if (out.length > CHUNK) {
      await write(out);
      out = "";
    }
    if (++done % 50 === 0) bar.step("screening", done, done / asked.length);
  }
  bar.end();
  await write(out);
}

const pick = <K extends "list" | "owners">(o: Options, key: K): Partial<Record<K, string>> => (o[key] === undefined ? {} : ({ [key]: o[key] } as Record<K, string>));

async function questions(name: string | undefined, o: Options, persons: readonly string[]): Promise<Asked[]> {
  if (name !== undefined) {
    const parts = { name, type: o.type, country: o.country, address: o.address, identifier: o.identifier, born: o.born };
    return [{ query: queryOf(Object.fromEntries(Object.entries(parts).filter(([, v]) => v !== undefined))) }];
  }
  if (o.file === undefined) return persons.map((id) => ({ query: { id, ref: id, name: id } }));
  const all = await readQueries(o.file);
  if (all.length === 0) throw new InputError("empty-file", `${o.file} holds no name`, 'write CSV with a column name, or JSON lines such as {"name":"…"}', "--file");
  return all;
}

type Settled = { limit: number; threshold?: number; horizon: string; ahead?: boolean };
function answered(
  begun: Start,
  desk: Screen,
  q: ScreenQuery,
  on: Instant,
  o: Settled,
  problems: readonly string[],
): ScreenAnswer | (Asked & { error: { code: string; message: string; hint: string; where: string } }) {
  try {
    return screenAnswer(begun.desks, desk, q, on, o, problems);
  } catch (e) {
    if (!(e instanceof NameError)) throw e;
    return { ref: q.ref ?? null, error: { code: e.code, message: e.message, hint: e.hint, where: "name" } };
  }
}

/** The answer with only some of the suppositions, for saying which of them change nothing. */
function answeredBy(begun: Start, grounds: Screen["grounds"], queries: readonly ScreenQuery[], rest: Start["supposed"], a: Asked, on: Instant, o: Settled): ScreenAnswer {
  return screenOf(begun.desks, grounds, begun.known, rest, queries).answer((a as { query: ScreenQuery }).query, on, o);
}
const mark = (a: ScreenAnswer): unknown => [a.verdict, a.regimes, a.matches.map((m) => [m.id, m.status]), a.next];

/** Which verdicts differ at another moment, or without what is supposed. */
async function compare(o: Options, begun: Start, desk: Screen, queries: readonly ScreenQuery[], on: Instant, options: Settled): Promise<void> {
  const asIs = o.compare === "as-is";
  if (asIs && begun.supposed.length === 0) throw new InputError("nothing-supposed", "--compare as-is needs something supposed", "add --suppose ID, or give --compare a day", "--compare");
  const other = asIs ? on : parseOn(o.compare as string, WASHINGTON).at;
  const [first, second] = asIs ? [screenOf(begun.desks, desk.grounds, begun.known, [], queries), desk] : [desk, desk];
  const quick = { ...options, ahead: false };
  const changes: Changed[] = [];
  let unread = 0;
  for (const q of queries) {
    const [a, b] = [answered(begun, first, q, on, quick, []), answered(begun, second, q, other, quick, [])];
    if ("error" in a || "error" in b) unread++;
    else if (a.verdict !== b.verdict) changes.push({ name: a.name, from: a.verdict, to: b.verdict, why: b.why });
  }
  const view = {
    from: { on: new Date(on * 60_000).toISOString(), supposed: asIs ? [] : begun.supposed.map((s) => s.id) },
    to: { on: new Date(other * 60_000).toISOString(), supposed: begun.supposed.map((s) => s.id) },
    known: new Date(begun.known * 60_000).toISOString(),
    horizon: options.horizon,
    asked: queries.length,
    unread,
    changes,
    warnings: [...begun.desks.soon(begun.known)],
  };
  await write(o.json ? `${JSON.stringify(view)}\n` : changesPage(view));
}

function whole(text: string, flag: string, most: number): number {
  if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > most) throw new InputError("bad-number", `${flag} ${text.slice(0, 20)} is not a whole number from 1 to ${most}`, `for example ${flag} 10`, flag);
  return Number(text);
}
function part(text: string): number {
  if (!/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/.test(text)) throw new InputError("bad-number", `--threshold ${text.slice(0, 20)} is not between 0 and 1`, "for example --threshold 0.8", "--threshold");
  return Number(text);
}
