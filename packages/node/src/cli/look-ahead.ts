import { type Instant, parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { Desks, InputError, nowMinute, scenariosOf } from "@truce/engine/desk";
import { openRegime } from "../grounds/open.js";
import type { ReadOptions } from "../price/lines.js";
import type { Common } from "./command.js";

/** Flags of the commands that look ahead. */
export interface AheadOptions extends Common {
  readonly from?: string;
  readonly to?: string;
  readonly portfolio?: string;
  readonly columns?: string[];
  readonly svg?: string;
  readonly png?: string;
  readonly html?: string;
}

/** What an outlook starts from: the law as known, the moment from which it looks ahead, the scenarios and the portfolio. */
export async function lookAhead(options: AheadOptions) {
  const now = nowMinute();
  const known = typeof options.known === "string" ? parseKnown(options.known).at : now;
  // Who asks as of an earlier day looks ahead from that day.
  const on = options.on === undefined ? (known < now ? known : now) : parseOn(options.on, WASHINGTON).at;
  const desks = new Desks(await openRegime(options.regime));
  const scenarios = await scenariosOf(options.suppose ?? [], desks.regime, known);
  const portfolio = options.portfolio === undefined ? undefined : await portfolioOf(options.portfolio, options, desks, known, on, scenarios);
  return { desks, known, on, scenarios, portfolio };
}

async function portfolioOf(file: string, options: AheadOptions, desks: Desks, known: Instant, on: Instant, scenarios: Awaited<ReturnType<typeof scenariosOf>>) {
  const { readPortfolio } = await import("../outlook/holdings.js");
  return await readPortfolio(file, desks, await readOptions(options, known, on), scenarios, on);
}

/** How the lines of a portfolio are read. */
export async function readOptions(options: AheadOptions, known: Instant, on: Instant): Promise<ReadOptions> {
  const { splitPairs } = await import("../price/index.js");
  return {
    columns: (options.columns ?? []).flatMap(splitPairs),
    defaults: { on: undefined, from: country(options.from, "--from"), to: country(options.to, "--to"), now: on },
    known,
    memory: "1GB",
  };
}

function country(given: string | undefined, flag: string): string | undefined {
  const own = given?.toUpperCase();
  if (own !== undefined && !["CN", "HK", "MO", "US"].includes(own)) throw new InputError("bad-country", `"${given?.slice(0, 20)}" is no country of the regime`, "write CN, HK, MO or US", flag);
  return own;
}
