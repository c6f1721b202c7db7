import { statSync } from "node:fs";
import { constants } from "node:os";
import type { PriceOptions, Progress } from "../price/index.js";
import { InputError, nowMinute } from "@truce/engine/desk";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { pricePage } from "./pages/price.js";
import { progressBar } from "./progress.js";

interface Options extends Common {
  readonly output?: string;
  readonly wide?: boolean;
  readonly summary?: boolean;
  readonly columns?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly strict?: boolean;
  readonly memory: string;
  readonly top: string;
  readonly html?: string;
  readonly svg?: string;
  readonly png?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
}

/** Milliseconds in which threads that were told to stop do so. */
const GRACE = 300;

/** truce price FILE */
export async function price(file: string, options: Options): Promise<void> {
  const { openRegime } = await import("../grounds/open.js");
  const { Desks } = await import("@truce/engine/desk");
  const { parseKnown, parseOn, WASHINGTON } = await import("@truce/engine/time");
  const { abandon, encodingNamed, PricedFile, scenariosOf, splitPairs } = await import("../price/index.js");
  const now = nowMinute();
  const known = typeof options.known === "string" ? parseKnown(options.known).at : now;
  if (options.on !== undefined) parseOn(options.on, WASHINGTON);
  const [from, to] = [country(options.from, "--from"), country(options.to, "--to")];
  if (!/^\d+(\.\d+)?\s*[MG]B$/i.test(options.memory)) throw new InputError("bad-memory", `"${options.memory}" is no amount of memory`, "write such as 1GB or 800MB", "--memory");
  if (
    options.output !== undefined &&
    options.output !== "-" &&
    statSync(options.output, { throwIfNoEntry: false })?.isDirectory() !== true &&
    !/\.(csv|tsv|txt|parquet|pq|xlsx)$/i.test(options.output)
  )
    throw new InputError("bad-ending", `${options.output} does not say which kind of file it is to be`, "end its name with .csv, .parquet or .xlsx", "-o");
  const top = Number(options.top);
  if (!Number.isInteger(top) || top < 1 || top > 10_000) throw new InputError("bad-number", `"${options.top}" rows cannot be shown`, "write a whole number from 1 to 10000", "--top");
  const desks = new Desks(await openRegime(options.regime));
  const scenarios = await scenariosOf(options.suppose ?? [], desks.regime, known);
  const o: PriceOptions = {
    columns: (options.columns ?? []).flatMap(splitPairs),
    defaults: { on: options.on, from, to, now },
    known,
    scenarios,
    memory: options.memory,
    delimiter: options.delimiter === undefined ? undefined : delimiterOf(options.delimiter),
    encoding: options.encoding === undefined ? undefined : encodingNamed(options.encoding),
  };
  const bar = progressBar(options.quiet === true || options.json === true);
  let stopped = false;
  const stop = (signal: NodeJS.Signals): void => {
    stopped = true;
    abandon();
    setTimeout(() => {
      abandon();
      process.exit(128 + constants.signals[signal]);
    }, GRACE);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop).once("SIGHUP", stop);
  const stdout = options.output === "-";
  const beside = stdout ? undefined : options.output;
  let priced: Awaited<ReturnType<typeof PricedFile.open>> | undefined;
  try {
    priced = await PricedFile.open(file, desks, o, beside, bar.step as Progress);
    const layout = options.wide === true ? "wide" : "long";
    const written: { path: string; rows: number }[] = [];
    if (stdout) await priced.print(layout, write);
    else if (beside !== undefined) written.push({ path: beside, rows: await priced.write(layout, beside, bar.step) });
    const named = beside === undefined ? undefined : `${beside.replace(/\.[A-Za-z]+$/, "")}.rejects.csv`;
    const rejects = priced.rejected === 0 ? undefined : named;
    // What an earlier run rejected says nothing of this one.
    if (named !== undefined && rejects === undefined) priced.forget(named);
    if (rejects !== undefined) written.push({ path: rejects, rows: await priced.write("rejects", rejects, bar.step) });
    bar.end();
    const pictures = options.html ?? options.svg ?? options.png;
    if (!stdout || pictures !== undefined) {
      const { summaryOf } = await import("../price/summary-of.js");
      const view = await summaryOf(priced, desks, known, { top, written, tables: options.summary === true || beside === undefined || pictures !== undefined });
      if (pictures !== undefined) {
        const { writePictures } = await import("../portfolio/write-pictures.js");
        writePictures(view, { html: options.html, svg: options.svg, png: options.png });
      }
      if (!stdout) await write(options.json ? `${JSON.stringify(view)}\n` : pricePage(view, options.summary === true || beside === undefined));
    }
    if (priced.rejected > 0 && !options.json) process.stderr.write(`truce: ${priced.rejected} of ${priced.rows} lines could not be priced${rejects === undefined ? "" : `: see ${rejects}`}\n`);
    if (priced.rejected > 0 && options.strict === true)
      throw new InputError("rejected", `${priced.rejected} lines could not be priced`, rejects === undefined ? "give -o to see them in a file" : `see ${rejects}`, file);
    priced.close();
  } catch (e) {
    // What fails after a signal fails of it, and its handler ends the program.
    if (stopped) await new Promise(() => undefined);
    priced?.close();
    throw e;
  }
}

function delimiterOf(given: string): string {
  const one = { tab: "\t", "\\t": "\t", comma: ",", semicolon: ";", pipe: "|" }[given] ?? given;
  if (one.length !== 1 || one === '"') throw new InputError("bad-delimiter", `"${given.slice(0, 20)}" is no delimiter`, "write one character, or tab", "--delimiter");
  return one;
}

function country(given: string | undefined, flag: string): string | undefined {
  const code = given?.toUpperCase();
  if (code !== undefined && !["CN", "HK", "MO", "US"].includes(code)) throw new InputError("bad-country", `"${given?.slice(0, 20)}" is not a country of the regime`, "write CN, HK, MO or US", flag);
  return code;
}
