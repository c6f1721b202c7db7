import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Article, Instrument } from "@truce/engine/law";
import type { ItemTable } from "@truce/engine/controls";
import type { InterestRules, RefundRules } from "@truce/engine/entry";
import type { Fact, FeeTable, PublishedAverage, WeeklySales } from "@truce/engine/goods";
import { loadArticles } from "./load-articles.js";
import { loadFees } from "./load-fees.js";
import { type Ownership, loadOwnership } from "./load-ownership.js";
import { loadParties, type Parties } from "./load-parties.js";
import { loadItems } from "./load-items.js";
import { loadLists, type RawList } from "./load-lists.js";
import { loadInterest, loadRefunds } from "./load-refunds.js";
import { loadSchedules, type RawSchedule } from "./load-schedules.js";
import { loadFacts, loadHorizon } from "./load-settings.js";
import { loadWeekly } from "./load-weekly.js";
import { loadAverages, loadWeights, type RawWeights } from "./load-weights.js";
import type { Problem } from "./problem.js";
import { toInstrument } from "./to-instrument.js";

/** A regime folder, read and checked file by file. Rules that join files are in check.ts. */
export interface Loaded {
  readonly dir: string;
  readonly instruments: readonly Instrument[];
  readonly scenarios: readonly Instrument[];
  readonly articles: readonly Article[];
  readonly lists: readonly RawList[];
  readonly schedules: readonly RawSchedule[];
  readonly facts: readonly Fact[];
  readonly fees: FeeTable;
  /** How refunds are had, and their interest; undefined where the folder says nothing of it. */
  readonly refunds: RefundRules | undefined;
  readonly interest: InterestRules | undefined;
  readonly horizon: string;
  readonly first: string;
  readonly weights: readonly RawWeights[];
  readonly averages: readonly PublishedAverage[];
  readonly weekly: WeeklySales | undefined;
  /** Lists of parties, and the rules by which who owns a firm restricts it; undefined where the folder says nothing of it. */
  readonly parties: Parties;
  readonly ownership: Ownership | undefined;
  /** Goods that export controls name; undefined where the folder names none. */
  readonly items: ItemTable | undefined;
  readonly concordance: readonly Record<string, string>[];
  readonly headings: readonly Record<string, string>[];
  readonly problems: readonly Problem[];
}

export const SIDES = ["us", "cn", "bi"] as const;

/** Reads a whole regime folder. Never throws for a bad file: what is wrong stands in `problems`. */
export function loadRegime(dir: string): Loaded {
  const problems: Problem[] = [];
  const folder = (name: string, side = name): Instrument[] =>
    yamlFiles(join(dir, name)).flatMap((path) => {
      const i = toInstrument(readFileSync(path, "utf8"), relative(process.cwd(), path), side, problems);
      return i === undefined ? [] : [i];
    });
  const instruments = SIDES.flatMap((side) => folder(side));
  const scenarios = folder("scenarios", "scenarios");
  const articles = loadArticles(yamlFiles(join(dir, "articles")), instruments, problems);
  const { horizon, first } = loadHorizon(dir, problems);
  const facts = loadFacts(dir, problems);
  const fees = loadFees(dir, problems);
  const { schedules, concordance, headings } = loadSchedules(join(dir, "schedules"), problems);
  const refunds = loadRefunds(dir, problems);
  const interest = loadInterest(dir, problems);
  const acts = instruments.flatMap((i) => i.acts);
  const parties = loadParties(join(dir, "parties"), new Set(acts.flatMap((a) => (a.do === "list" ? [a.list] : []))), problems);
  const ownership = loadOwnership(dir, new Set(parties.kinds.map((k) => k.code)), new Set(acts.flatMap((a) => (a.do === "impose" ? [a.measure] : []))), problems);
  return {
    dir,
    parties,
    ownership,
    items: loadItems(dir, instruments, problems),
    instruments,
    scenarios,
    articles,
    lists: loadLists(join(dir, "goods"), problems),
    schedules,
    facts,
    fees,
    refunds,
    interest,
    weights: loadWeights(join(dir, "weights"), problems),
    averages: loadAverages(join(dir, "averages"), problems),
    weekly: loadWeekly(join(dir, "weekly"), problems),
    horizon,
    first,
    concordance,
    headings,
    problems,
  };
}

/** YAML files of a folder, in the order of their names; none where the folder is missing. */
export function yamlFiles(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((f) => f.endsWith(".yaml"))
      .sort()
      .map((f) => join(dir, f))
      .filter((f) => statSync(f).isFile());
  } catch {
    return [];
  }
}
