import { screenAnswer } from "@truce/engine/answers/screen";
import { countryCode } from "@truce/engine/controls";
import { NameError } from "@truce/engine/controls/names";
import type { ScreenAnswer, ScreenQuery } from "@truce/engine/controls/screen";
import { asking, type Clocks, InputError } from "@truce/engine/desk";
import { WASHINGTON } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";
import { screenOf } from "../parties.js";
import type { Run } from "../protocol.js";

export interface ScreenAsked extends Clocks {
  readonly names: readonly string[];
  readonly country?: string;
  readonly threshold?: number;
}
/** One name of many: its verdict and the best match, or why it cannot be compared. */
export interface ScreenRow {
  readonly name: string;
  readonly verdict: ScreenAnswer["verdict"] | "error";
  readonly why: string;
  readonly match: string;
  readonly list: string;
  readonly score: number | null;
}
export interface ScreenPage {
  readonly one: ScreenAnswer | null;
  readonly rows: readonly ScreenRow[];
  readonly version: string;
  readonly horizon: string;
}
const MOST = 1000;
const EACH = 10;

/** Names screened against the lists of both sides: one in full, several as rows. */
export async function answer(desk: PageDesk, q: ScreenAsked, run: Run): Promise<ScreenPage> {
  if (q.names.length > MOST) throw new InputError("too-many", `${q.names.length} names are given`, `at most ${MOST} at once; truce screen --file takes more`, "names");
  const given = q.country === undefined ? undefined : countryCode(q.country);
  if (q.country !== undefined && given === undefined) throw new InputError("bad-country", `"${q.country.slice(0, 40)}" names no country`, "use a two-letter code such as CN", "country");
  const a = await asking(desk.desks, q, { zone: WASHINGTON });
  const queries = q.names.map((name): ScreenQuery => ({ name, ...(given === undefined ? {} : { country: given }) }));
  const screen = await screenOf(desk, a.known, a.supposed, queries);
  const options = { horizon: desk.law.horizon, ...(q.threshold === undefined ? {} : { threshold: q.threshold }) };
  const head = { version: desk.version, horizon: desk.law.horizon };
  const [only] = queries;
  if (queries.length === 1 && only !== undefined) return { one: screenAnswer(desk.desks, screen, only, a.on, options, []), rows: [], ...head };
  const rows: ScreenRow[] = [];
  for (const query of queries) {
    rows.push(rowOf(query.name, () => screen.answer(query, a.on, { ...options, ahead: false, limit: 1 })));
    if (rows.length % EACH > 0) continue;
    run.progress({ done: rows.length, of: queries.length, unit: "names" });
    await run.breathe();
  }
  return { one: null, rows, ...head };
}

function rowOf(name: string, ask: () => ScreenAnswer): ScreenRow {
  try {
    const { verdict, why, matches } = ask();
    const [m] = matches;
    return { name, verdict, why, match: m?.party ?? "", list: m?.list ?? "", score: m?.score ?? null };
  } catch (e) {
    if (!(e instanceof NameError)) throw e;
    return { name, verdict: "error", why: `${e.message} ${e.hint}`, match: "", list: "", score: null };
  }
}
