import type { Regime } from "../../law/index.js";
import { pastHorizon } from "../../law/index.js";
import { type Instant, OPEN, toUtc } from "../../time/index.js";
import { edges } from "../standing.js";
import type { ScreenVerdict } from "../types.js";
import { ownerEdges } from "./ahead.js";
import { directMatches, namesOf } from "./direct.js";
import { Moment, type ScreenGrounds } from "./grounds.js";
import { plain } from "./owners.js";
import { ownedVerdict } from "./owned-view.js";
import { listVerdicts } from "./list-verdicts.js";
import { strictestOf } from "./strict.js";
import type { RegimeVerdict, ScreenAnswer, ScreenMatch, ScreenQuery } from "./types.js";

/** What bounds an answer. */
export interface ScreenOptions {
  readonly limit?: number;
  readonly threshold?: number;
  readonly horizon: string;
  /** Whether coming changes are looked for. */
  readonly ahead?: boolean;
}
const LIMIT = 10;
const MOST_AHEAD = 12;

/** Screens parties at one moment. Those of one batch share the captures. */
export class Screen {
  private readonly moments = new Map<Instant, Moment>();
  private readonly byName: ReadonlyMap<string, string>;
  /** Names that several persons of the stakes have, each with their ids. */
  private readonly several = new Map<string, string[]>();

  constructor(
    readonly grounds: ScreenGrounds,
    readonly regime: Regime,
    /** Ids or names of all who will be asked about and stand in the stakes. */
    queries: readonly ScreenQuery[],
  ) {
    const byName = new Map<string, string>();
    for (const p of grounds.persons.values())
      for (const n of p.names) {
        const key = plain(n);
        if (key === "") continue;
        const first = byName.get(key);
        if (first === undefined) byName.set(key, p.id);
        else if (first !== p.id) this.several.set(key, [...(this.several.get(key) ?? [first]), p.id].slice(0, 20));
      }
    this.byName = byName;
    this.asked = queries.flatMap((q) => this.person(q) ?? []);
  }
  private readonly asked: readonly string[];

  /** The person of the stakes who is asked about. */
  person(q: ScreenQuery): string | undefined {
    if (q.id !== undefined && this.grounds.persons.has(q.id)) return q.id;
    if (q.identifier !== undefined && this.grounds.persons.has(q.identifier)) return q.identifier;
    if (this.grounds.persons.has(q.name)) return q.name;
    return this.byName.get(plain(q.name));
  }

  at(on: Instant): Moment {
    let m = this.moments.get(on);
    if (m === undefined) {
      m = new Moment(this.grounds, this.regime, on, this.asked);
      this.moments.set(on, m);
    }
    return m;
  }

  /**
   * What restricts a party, why, and what is coming.
   * @throws NameError for a name that cannot be compared
   * @example screen.answer({ name: "Huawei Technologies" }, on, { horizon }).verdict //=> "restricted"
   */
  answer(q: ScreenQuery, on: Instant, options: ScreenOptions): ScreenAnswer {
    const m = this.at(on);
    const now = this.judge(m, q, options);
    const next = options.ahead === false ? [] : this.next(q, on, now.verdict, options);
    const id = this.person(q);
    const owned = now.regimes.find((r) => r.low !== null && r.witness.length > 0) ?? now.regimes.find((r) => r.low !== null);
    const sums = id === undefined ? [] : this.grounds.input.rules.map((r) => m.reach(r)).map((r) => r.sure.sum[r.graph.place.get(id) as number] ?? 0);
    const old = m.lists.filter((l) => l.tooOld);
    return {
      ...(q.ref === undefined ? {} : { ref: q.ref }),
      name: q.name,
      verdict: now.verdict,
      why: now.why,
      regimes: now.regimes,
      matches: now.matches,
      moreMatches: now.more,
      ownership: {
        known: id !== undefined,
        low: owned?.low ?? String(Math.max(0, ...sums) / 10_000),
        high: owned?.high ?? String(Math.max(0, ...sums) / 10_000),
        rule: owned?.regime ?? null,
        witness: owned?.witness ?? [],
      },
      next,
      lists: m.lists,
      notLookedAt: [
        ...(id === undefined
          ? [this.grounds.persons.size === 0 ? "who owns it: no stakes were given" : "who owns it: the stakes do not name it"]
          : ["stakes that the file does not hold", ...(unnamedOwner(m, id) ? ["who holds the part of it whose owner the stakes do not name"] : [])]),
        ...[...new Set(m.lists.flatMap((l) => l.missing))],
        ...[...new Set(m.lists.filter((l) => l.later === true && this.grounds.kinds.get(l.list)?.follows === undefined).map((l) => l.copy))].map(
          (c) => `who was taken off before the day of the copy ${c}, which is later than the day asked about`,
        ),
        "lists of other countries, and changes after the day of each copy",
      ],
      on: toUtc(on),
      known: toUtc(this.regime.known),
      horizon: options.horizon,
      warnings: [
        ...pastHorizon(on, options.horizon),
        ...(old.length === 0 || now.matches.length === 0
          ? []
          : [`${[...new Set(old.map((l) => `the copy ${l.copy} is of ${l.asOf}`))].join(", ")}: whether a listing in it still stands is not known; import the current file with truce lists import`]),
        ...now.regimes.flatMap((r) =>
          r.said.map((s) => `${s.by} said on ${s.on.slice(0, 10)} that the suspension of ${r.title} runs on to ${s.until.slice(0, 10)}; no instrument was seen (${s.instrument})`),
        ),
        ...now.matches.flatMap((x) => (x.doubt === null ? [] : [`${x.list}, ${x.party}: ${x.doubt}`])).slice(0, 3),
        ...this.sameName(q, id),
        ...(this.bareSdn(m) ? ["an SDN owner is given without its programme: it is counted as one of those that 15 CFR 744.8(a)(1) names"] : []),
      ],
    };
  }

  private judge(m: Moment, q: ScreenQuery, o: ScreenOptions): { verdict: ScreenVerdict; why: string; regimes: RegimeVerdict[]; matches: ScreenMatch[]; more: number } {
    const { found: names, more } = this.names(m, q, o);
    const matches = directMatches(m, names);
    const id = this.person(q);
    const owned = id === undefined ? [] : this.grounds.input.rules.flatMap((rule) => ownedVerdict(m, rule, id)?.view ?? []);
    const direct = listVerdicts(this.grounds, matches);
    const regimes = [...direct, ...owned];
    const found = strictestOf(regimes.map((r) => r.verdict));
    if (found !== undefined) return { verdict: found, why: (regimes.find((r) => r.verdict === found) as RegimeVerdict).why, regimes, matches, more };
    const old = m.lists.filter((l) => l.tooOld);
    const first = old[0];
    if (first !== undefined)
      return {
        verdict: "list-too-old",
        why: `Nothing was found, but ${old.length} of ${m.lists.length} lists are too old to say so: ${first.title} is of ${first.asOf}, ${first.ageDays} days before the day asked about (limit ${first.limitDays}). Import the current file: truce lists import FILE.`,
        regimes,
        matches,
        more,
      };
    return { verdict: "no-match", why: "Nothing was found in the lists looked at. That clears nobody: see what was not looked at.", regimes, matches, more };
  }

  /** The names that fit are looked up once for each query, whatever moments are asked about. */
  private names(m: Moment, q: ScreenQuery, o: ScreenOptions): ReturnType<typeof namesOf> {
    if (this.lastNames?.q !== q) this.lastNames = { q, names: namesOf(m, q, o.limit ?? LIMIT, o.threshold) };
    return this.lastNames.names;
  }
  private lastNames: { readonly q: ScreenQuery; readonly names: ReturnType<typeof namesOf> } | undefined;

  /** When the verdict changes, by the law that is known. */
  private next(q: ScreenQuery, on: Instant, verdict: ScreenVerdict, o: ScreenOptions): ScreenAnswer["next"] {
    const m = this.at(on);
    const at = new Map<Instant, Set<string>>();
    const put = (when: Instant | undefined, because: readonly string[]): void => {
      if (when === undefined || when <= on || when >= OPEN) return;
      at.set(when, new Set([...(at.get(when) ?? []), ...because]));
    };
    for (const rule of this.grounds.input.rules)
      if (rule.measure !== undefined && this.person(q) !== undefined) for (const e of edges(this.regime, rule.measure)) put(e, this.because(rule.measure, e));
    for (const x of directMatches(m, this.names(m, q, o).found)) {
      const s = m.state(this.grounds.resolver.place(x.id) as number);
      put(s.effective, s.by);
      put(s.until, s.by);
    }
    const id = this.person(q);
    if (id !== undefined) ownerEdges(m, id, put);
    const out: { at: string; verdict: ScreenVerdict; because: string[] }[] = [];
    let last = verdict;
    for (const when of [...at.keys()].sort((a, b) => a - b).slice(0, MOST_AHEAD)) {
      const then = this.judge(this.at(when), q, o).verdict;
      if (then !== last) out.push({ at: toUtc(when), verdict: then, because: [...(at.get(when) as Set<string>)] });
      last = then;
    }
    return out;
  }

  private because(measure: string, at: Instant): readonly string[] {
    const states = this.regime.timelines.get(measure)?.states ?? [];
    const n = states.findIndex((s) => s.from === at);
    const [before, now] = [states[n - 1], states[n]];
    return [...new Set([...(before?.suspensions.flatMap((s) => s.by) ?? []), ...(now?.suspensions.flatMap((s) => s.by) ?? []), ...(now?.by ?? [])])];
  }

  private sameName(q: ScreenQuery, id: string | undefined): string[] {
    const ids = id === undefined || [q.id, q.identifier, q.name].includes(id) ? [] : [...new Set(this.several.get(plain(q.name)) ?? [])];
    return ids.length < 2 ? [] : [`several firms of the stakes have this name (${ids.slice(0, 5).join(", ").slice(0, 300)}): ${id} was looked at; ask by id`];
  }

  private bareSdn(m: Moment): boolean {
    return this.asked.length > 0 && [...m.listed.values()].some((ls) => ls.some((l) => l.list === "SDN" && l.programs === undefined));
  }
}

/** Whether someone not named holds a part of a person. */
function unnamedOwner(m: Moment, id: string): boolean {
  const { graph } = m;
  const x = graph.place.get(id);
  return x !== undefined && graph.unnamed !== undefined && (graph.unnamed[x] as number) > 0;
}
