import { problemsSaid } from "@truce/engine/answers/screen";
import type { ScreenAnswer, ScreenQuery } from "@truce/engine/controls/screen";
import { asking, type Clocks, InputError, suppositions } from "@truce/engine/desk";
import { ownersOf } from "@truce/engine/owners";
import { type OwnershipDrawing, ownershipGraph } from "@truce/engine/pictures/ownership-graph";
import { parseOn, toUtc, WASHINGTON } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";
import { screenOf } from "../parties.js";
import type { Run } from "../protocol.js";

export interface OwnersAsked extends Clocks {
  /** The text of the file: CSV, BODS or GLEIF. */
  readonly text: string;
  readonly file: string;
  /** The firm that is looked at; the first that is reached where none is named. */
  readonly firm?: string;
  /** Another day, or a supposition, to compare with. */
  readonly otherOn?: string;
  readonly otherSuppose?: string;
}
export interface OwnerRow {
  readonly id: string;
  readonly name: string;
  readonly verdict: ScreenAnswer["verdict"];
  readonly why: string;
  readonly low: string;
  readonly high: string;
  /** The verdict at the other moment, where one is compared. */
  readonly other: ScreenAnswer["verdict"] | null;
}
export interface OwnersPage {
  readonly format: string;
  readonly stakes: number;
  readonly problems: readonly string[];
  readonly rows: readonly OwnerRow[];
  readonly left: number;
  readonly firm: ScreenAnswer | null;
  readonly drawing: OwnershipDrawing | null;
  readonly version: string;
  readonly horizon: string;
  readonly on: string;
}
const MOST_BYTES = 50_000_000;
/** So many firms are judged one by one on the page. */
const MOST = 2_000;
const EACH = 25;

/** Who of the stakes becomes restricted, under each rule, with the witness; at another moment too where one is compared. */
export async function answer(desk: PageDesk, q: OwnersAsked, run: Run): Promise<OwnersPage> {
  if (q.text.length > MOST_BYTES)
    throw new InputError("file-too-large", `${q.file} has more than ${MOST_BYTES / 1e6} MB`, "keep the firms that are asked about; truce screen --owners takes more", "owners");
  const a = await asking(desk.desks, q, { zone: WASHINGTON });
  const read = ownersOf(q.text.replace(/^\uFEFF/, ""), q.file, a.known);
  const screen = await screenOf(desk, a.known, a.supposed, [], read);
  const persons = [...screen.grounds.persons.values()];
  const queries = persons.slice(0, MOST).map((p): ScreenQuery => ({ id: p.id, name: p.names[0] ?? p.id }));
  const options = { horizon: desk.law.horizon, ahead: false, limit: 3 };
  const added = q.otherSuppose === undefined ? [] : await suppositions([q.otherSuppose], desk.desks.regime, a.known);
  const compared = q.otherOn !== undefined || added.length > 0;
  const second = compared ? await screenOf(desk, a.known, [...a.supposed, ...added], [], read) : undefined;
  const other = q.otherOn === undefined ? a.on : parseOn(q.otherOn, WASHINGTON).at;
  const rows: OwnerRow[] = [];
  for (const query of queries) {
    const x = screen.answer(query, a.on, options);
    rows.push({ id: query.id ?? query.name, name: x.name, verdict: x.verdict, why: x.why, low: x.ownership.low, high: x.ownership.high, other: second?.answer(query, other, options).verdict ?? null });
    if (rows.length % EACH > 0) continue;
    run.progress({ done: rows.length, of: queries.length, unit: "firms" });
    await run.breathe();
  }
  const owned = new Set(read.stakes.map((s) => s.owned));
  const look =
    queries.find((x) => x.id === q.firm) ?? queries.find((x) => owned.has(x.id ?? "") && rows.find((r) => r.id === x.id)?.verdict !== "no-match") ?? queries.find((x) => owned.has(x.id ?? ""));
  const firm = look === undefined ? null : screen.answer(look, a.on, { horizon: desk.law.horizon });
  return {
    format: read.format,
    stakes: read.stakes.length,
    problems: problemsSaid(read.problems),
    rows,
    left: persons.length - queries.length,
    firm,
    drawing: look === undefined || firm === null ? null : ownershipGraph(screen, look, a.on, firm),
    version: desk.version,
    horizon: desk.law.horizon,
    on: toUtc(a.on),
  };
}
