import { asking, type Clocks, InputError, type Scenario, scenariosOf } from "@truce/engine/desk";
import { type Mover, type SideSum, sideSums, summaryWords, type TableRow } from "@truce/engine/portfolio";
import { toUtc } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";
import { groupLines } from "../portfolio/group-lines.js";
import { heldBy, keep } from "../portfolio/held.js";
import type { Reject } from "../portfolio/line-store.js";
import { movers } from "../portfolio/movers.js";
import { Pricing } from "../portfolio/pricing.js";
import { readStore } from "../portfolio/read-store.js";
import type { Note } from "../portfolio/source.js";
import type { Run } from "../protocol.js";

export interface PortfolioAsked extends Clocks {
  readonly file: File;
  /** A name that no other file of this page has. */
  readonly name: string;
  /** Which column is what, as `code=HTS`. */
  readonly columns: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Scenarios beside the law as it stands. */
  readonly lay: readonly string[];
}
export interface PortfolioPage {
  /** By which its lines are asked for. */
  readonly id: number;
  readonly file: string;
  readonly known: string;
  readonly horizon: string;
  readonly rows: number;
  readonly rejected: number;
  readonly rejects: readonly Reject[];
  readonly columns: Readonly<Record<string, string>>;
  /** All columns of the file. */
  readonly names: readonly string[];
  readonly notes: readonly Note[];
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
  /** Scenarios that move what was not known then. */
  readonly refused: readonly string[];
  readonly sides: readonly SideSum[];
  readonly months: readonly TableRow[];
  readonly movers: readonly Mover[];
  readonly missing: readonly { readonly fact: string; readonly lines: number }[];
  readonly notCovered: readonly string[];
  readonly warnings: readonly string[];
  readonly version: string;
}
const SHOWN = 100;

/** What the lines of a file owe in each scenario. The file is read once; another law prices the same lines again. */
export async function answer(desk: PageDesk, q: PortfolioAsked, run: Run): Promise<PortfolioPage> {
  await desk.goods();
  const { desks } = desk;
  const a = await asking(desks, { known: q.known, suppose: q.suppose });
  const key = JSON.stringify([q.name, q.columns, q.from, q.to, q.on]);
  const held = heldBy(key) ?? keep(key, await readStore(q.file, q.columns, { on: q.on, from: q.from, to: q.to, now: a.now }, a.known, desks, run));
  const { store } = held;
  const { scenarios, refused } = await laid(desk, q.lay, a);
  const pricing = await Pricing.of(store, desks, a.known, scenarios, run);
  held.pricing = pricing;
  held.order = undefined;
  const names = scenarios.map(({ id, title }) => ({ id, title }));
  const sides = sideSums(pricing.books.tally.rows(), names);
  return {
    id: held.id,
    file: store.file,
    known: toUtc(a.known),
    horizon: desks.regime.law.horizon,
    rows: store.rows,
    rejected: store.rejected + pricing.refused.length,
    rejects: rejectsOf(pricing),
    columns: store.columns,
    names: store.names,
    notes: store.notes,
    scenarios: names,
    refused,
    sides,
    months: await groupLines(pricing, "month", 0, run),
    movers: await movers(pricing, run),
    missing: missing(pricing),
    ...summaryWords(desks, a.known, scenarios, sides),
    version: desk.version,
  };
}

/** The law as it is asked for, and each scenario on top of it. */
async function laid(desk: PageDesk, ids: readonly string[], a: Awaited<ReturnType<typeof asking>>): Promise<{ readonly scenarios: Scenario[]; readonly refused: string[] }> {
  const { desks } = desk;
  const [law] = await scenariosOf([], desks.regime, a.known);
  const scenarios: Scenario[] = law === undefined ? [] : [{ ...law, supposed: a.supposed }];
  const refused: string[] = [];
  for (const id of ids) {
    const [, one] = await scenariosOf([id], desks.regime, a.known);
    if (one === undefined) continue;
    const own = { ...one, supposed: [...a.supposed, ...one.supposed] };
    try {
      desks.regimeAt(own.known ?? a.known, own.supposed);
      scenarios.push(own);
    } catch (e) {
      if (!(e instanceof InputError)) throw e;
      refused.push(id);
    }
  }
  return { scenarios, refused };
}

function rejectsOf(p: Pricing): Reject[] {
  const own = p.refused.slice(0, SHOWN).map((i): Reject => {
    const { field, reason } = p.refusal(i);
    return { row: p.store.row.items[i] as number, field, reason, given: field === "code" ? p.code(i) : null };
  });
  return [...p.store.rejects.slice(0, SHOWN), ...own].sort((a, b) => a.row - b.row).slice(0, SHOWN);
}

/** The facts for which lines of the law as it stands wait, with how many wait for each. */
function missing(p: Pricing): { readonly fact: string; readonly lines: number }[] {
  const lines = new Int32Array(p.books.combinations.length);
  for (const n of p.combination) if (n >= 0) lines[n] = (lines[n] as number) + 1;
  const by = new Map<string, number>();
  p.books.combinations.forEach((c, n) => {
    const cell = c.cells[0];
    if (cell?.outcome === "needs-facts") for (const m of cell.missing) by.set(m.fact, (by.get(m.fact) ?? 0) + (lines[n] as number));
  });
  return [...by].map(([fact, n]) => ({ fact, lines: n })).sort((a, b) => b.lines - a.lines || (a.fact < b.fact ? -1 : 1));
}
