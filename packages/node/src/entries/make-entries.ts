import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { FiledEntry } from "@truce/engine/entry";
import { parseKnown } from "@truce/engine/time";
import { Desks, InputError } from "@truce/engine/desk";
import { openRegime } from "../grounds/open.js";
import { auditBook } from "./audit-book.js";
import { factColumns } from "@truce/engine/entries";
import { readEntries } from "./index.js";
import { makeBook } from "./make.js";
import { factsIn, header, rows } from "./write-es003.js";

/** By what the book is priced; fixed, so that a seed gives the same book whenever it is made. */
const KNOWN = "2026-10-10";

/** A synthetic book of entries, priced by the shipped regime. */
export async function syntheticBook(entries: number, seed: number): Promise<{ book: FiledEntry[]; desks: Desks }> {
  const desks = new Desks(await openRegime());
  const { at } = parseKnown(KNOWN);
  return { book: [...makeBook({ entries, seed }, desks.desk(at, []), { known: at, now: at })], desks };
}

/** A book as the text of an ES-003 report. */
export function bookText(book: readonly FiledEntry[]): string {
  const facts = factsIn(book);
  return `${[header(facts), ...book.flatMap((e) => [...rows(e, facts)])].join("\n")}\n`;
}

/** npm run make-entries */
async function main(args: readonly string[]): Promise<void> {
  const option = (name: string, or: string): string => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? or : (args[at + 1] ?? "");
  };
  const whole = (name: string, or: string): number => {
    const n = Number(option(name, or));
    if (!Number.isInteger(n) || n < 1 || n > 1_000_000) throw new InputError("bad-number", `--${name} ${option(name, or)} is not a whole number from 1 to 1000000`, "write digits", `--${name}`);
    return n;
  };
  const out = option("out", args.includes("--check") ? "synthetic-entries.csv" : "-");
  const { book, desks } = await syntheticBook(whole("entries", "5000"), whole("seed", "1"));
  const stream = out === "-" ? process.stdout : createWriteStream(out);
  if (!stream.write(bookText(book))) await once(stream, "drain");
  if (out !== "-") await new Promise<void>((done) => (stream as ReturnType<typeof createWriteStream>).end(done));
  if (args.includes("--check")) await check(out, desks, book.length);
}

/** Reads the book back and audits it: nothing in it is wrong. */
async function check(file: string, desks: Desks, entries: number): Promise<void> {
  const { at } = parseKnown(KNOWN);
  const read = await readEntries(file, factColumns(desks.regime.goods, desks.regimeAt(at, [])));
  const found = auditBook(read.entries, desks, { known: at, now: at, supposed: [] }).flatMap((a) => a.findings.filter((f) => f.error || f.kind === "needs-facts"));
  process.stderr.write(`${read.entries.length} of ${entries} entries read, ${read.problems.length} rows not; ${found.length} findings\n`);
  for (const f of found.slice(0, 20)) process.stderr.write(`${f.entry} row ${f.row} ${f.kind} ${f.code ?? ""}: ${f.message}\n`);
  if (found.length > 0 || read.problems.length > 0 || read.entries.length !== entries) process.exitCode = 1;
}

if (process.argv[1] !== undefined && import.meta.url === new URL(`file://${process.argv[1]}`).href)
  main(process.argv.slice(2)).catch((e: unknown) => {
    process.stderr.write(`make-entries: ${e instanceof InputError ? `${e.message}; ${e.hint}` : (e as Error).message}\n`);
    process.exit(e instanceof InputError ? 1 : 3);
  });
