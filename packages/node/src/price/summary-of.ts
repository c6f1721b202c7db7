import { type Instant, toUtc } from "@truce/engine/time";
import type { Desks } from "@truce/engine/desk";
import { type Summary, summaryWords } from "@truce/engine/portfolio";
import { summarise } from "../portfolio/summary.js";
import type { PricedFile } from "./run.js";

/** What `truce price` answers: the sums, what was read, and what was left out. */
export interface PriceView extends Summary {
  readonly file: string;
  readonly known: string;
  readonly horizon: string;
  readonly rows: number;
  readonly rejected: number;
  readonly rejects: readonly { readonly row: number; readonly field: string; readonly reason: string; readonly given: string | null }[];
  readonly columns: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  /** The books from which the lines were priced, in numbers. */
  readonly books: ReturnType<PricedFile["books"]["compiled"]>;
  readonly written: readonly { readonly path: string; readonly rows: number }[];
  readonly notCovered: readonly string[];
  readonly warnings: readonly string[];
}
const SHOWN = 20;

/** Adds up a priced file. */
export async function summaryOf(priced: PricedFile, desks: Desks, known: Instant, o: { readonly top: number; readonly written: PriceView["written"]; readonly tables: boolean }): Promise<PriceView> {
  const relation = o.tables ? "t_sums" : `(${priced.sql("lines")})`;
  if (o.tables) await priced.connection.run(`CREATE OR REPLACE TEMP TABLE t_sums AS ${priced.sql("lines")}`);
  const summary = await summarise(
    priced.connection,
    relation,
    priced.scenarios.map(({ id, title }) => ({ id, title })),
    o.tables ? o.top : undefined,
    priced.books.tally.rows(),
  );
  const rejects = priced.rejected === 0 ? [] : (await priced.connection.runAndReadAll(`${priced.sql("rejects")} LIMIT ${SHOWN}`)).getRowObjectsJS();
  const words = summaryWords(desks, known, priced.scenarios, summary.sides);
  return {
    file: priced.source.file,
    known: toUtc(known),
    horizon: desks.regime.law.horizon,
    rows: priced.rows,
    rejected: priced.rejected,
    rejects: rejects.map((r) => ({ row: Number(r["row"]), field: String(r["field"]), reason: String(r["reason"]), given: r["given"] === null ? null : String(r["given"]) })),
    columns: Object.fromEntries([...[...priced.mapping.fields].map(([f, c]) => [f, c.name]), ...[...priced.mapping.facts].map(([f, c]) => [f, c.name])]),
    notes: priced.notes,
    books: priced.books.compiled(priced.scenarios),
    written: o.written,
    ...summary,
    ...words,
  };
}
