import { decided, horizonEnd, pastHorizon, type Instrument, type Regime } from "../../law/index.js";
import { BEIJING, dayIn, fromWall, type Instant, OPEN, toUtc, toZoned } from "../../time/index.js";
import { saidOf } from "../said.js";
import { edges } from "../standing.js";
import { reached } from "./clause.js";
import { type ItemHit, type ItemTable, isCode, itemsOf } from "./items.js";
import { besides, clausesOf, controlsOf, type Judgement, judgeControls } from "./judge.js";
import type { ControlAnswer, ControlQuestion, ControlVerdict } from "./types.js";

/** What a control question stands on. */
export interface ControlGrounds {
  readonly regime: Regime;
  readonly items: ItemTable;
  readonly horizon: string;
  /** The law with what was only said laid on top, and the statements; made on first use. */
  readonly said: () => { readonly regime: Regime; readonly statements: readonly Instrument[] };
}
/** Thrown for a question that cannot be answered. */
export class ControlError extends Error {
  constructor(
    readonly code: string,
    readonly field: string,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
const NOT_COVERED =
  "The US Commerce Control List is not in the regime, so nothing is said of goods that go to China. Whether a party may receive them is another question: truce screen NAME looks at the lists and at who owns it.";

/**
 * Whether goods may go from here to there at a moment, by the export controls that were known, with reasons, what would change it, and what comes next.
 * @param on the moment of export @throws ControlError for an unknown word, fact or value
 * @example controlAnswer({ goods: "dysprosium", from: "CN", to: "US", facts: {} }, on, grounds).verdict //=> "licence-required"
 */
export function controlAnswer(q: ControlQuestion, on: Instant, g: ControlGrounds): ControlAnswer {
  check(q, g.items);
  const { regime, horizon } = g;
  const hits = goodsOf(q, g.items);
  const base = { ...(q.ref === undefined ? {} : { ref: q.ref }), goods: q.goods, from: q.from, to: q.to, on: toZoned(on, BEIJING), known: toUtc(regime.known), horizon };
  const items = hits.map((h) => ({ id: h.item.id, name: h.item.names[0] as string, sure: h.sure, why: h.why }));
  if (q.to === "CN")
    return { ...base, verdict: "not-covered", why: NOT_COVERED, items, by: [], missing: [], next: [], branches: [], said: [], beside: [], looked: [], warnings: pastHorizon(on, horizon) };
  const at = (when: Instant, of = regime): Judgement => judgeControls(of, q, hits, when, g.items.beside);
  const now = at(on);
  const lines = controlsOf(regime).filter((t) => clausesOf(t).some((c) => reached(c, q, hits).state !== "not"));
  const moments = [...new Set(lines.flatMap((t) => edges(regime, t.id)))].sort((a, b) => a - b);
  const branches = beyond(g, at, on, moments, now);
  const unsure = hits.filter((h) => !h.item.complete || !h.sure);
  return {
    ...base,
    verdict: branches.length > 0 ? "beyond-horizon" : now.verdict,
    why: branches.length > 0 ? `The regime was checked to ${horizon}, and a control of these goods ends or returns after that day: see what each possibility gives.` : words(q, now, hits, regime),
    items,
    by: now.by,
    missing: now.missing,
    next: coming(at, on, moments, now),
    branches,
    said: lines.flatMap((t) => saidOf(regime, t.id, on).map((s) => ({ ...s, measure: t.id }))),
    beside: besides(regime, q, hits, g.items.beside).map(({ document, by, says }) => ({ document, by, says })),
    looked: [
      `${controlsOf(regime).length} controls of China that were announced by ${toUtc(regime.known).slice(0, 10)}`,
      ...(unsure.length === 0 ? [] : [`the announcements' own codes are not all in hand for ${unsure.map((h) => h.item.id).join(", ")}`]),
      "China's whole list of goods with a dual use is not in the regime",
    ],
    ...splitDay(at, on, moments),
    warnings: [
      ...pastHorizon(on, horizon),
      ...(isCode(q.goods) && hits.some((h) => h.sure) ? ["a code is for reference: the description of the controlled item decides, not the code"] : []),
      ...now.by.filter((b) => b.confidence !== "confirmed").map((b) => `${b.measure} is ${b.confidence}: its text was not read whole`),
    ],
  };
}

/** The goods, with what `--fact item=` adds. */
function goodsOf(q: ControlQuestion, table: ItemTable): ItemHit[] {
  const hits = itemsOf(table, q.goods);
  const named = q.facts["item"];
  const item = named === undefined ? undefined : (itemsOf(table, named)[0]?.item ?? undefined);
  if (item !== undefined) return [{ item, sure: true, why: `given as ${named}` }, ...hits.filter((h) => h.item !== item && h.sure)];
  return named === "none" ? hits.filter((h) => h.sure) : hits;
}

function check(q: ControlQuestion, table: ItemTable): void {
  for (const [name, value] of Object.entries(q.facts)) {
    const fact = table.facts.find((f) => f.name === name);
    if (fact === undefined) throw new ControlError("unknown-fact", name, `there is no fact "${name.slice(0, 40)}" about a control`, `facts are ${table.facts.map((f) => f.name).join(", ")}`);
    if (fact.choices !== undefined && !fact.choices.includes(value))
      throw new ControlError("bad-fact", name, `${name}=${value.slice(0, 40)} is none of its values`, `${fact.asks}: ${fact.choices.join(", ")}`);
    if (fact.percent === true && !(/^\d{1,3}(\.\d{1,6})?$/.test(value) && Number(value) <= 100))
      throw new ControlError("bad-fact", name, `${name}=${value.slice(0, 40)} is not a percentage between 0 and 100`, fact.asks);
    if (fact.item === true && value !== "none" && itemsOf(table, value).length === 0)
      throw new ControlError("unknown-item", name, `no controlled item is called "${value.slice(0, 60)}"`, `items are ${table.items.map((i) => i.id).join(", ")}, or none`);
  }
  const digits = q.goods.replace(/\D/g, "").length;
  if (isCode(q.goods) ? digits > 10 || digits === 5 || digits === 7 || digits === 9 : /^[\d. ]+$/.test(q.goods.trim()))
    throw new ControlError(
      "bad-code",
      "goods",
      `"${q.goods.slice(0, 40)}" is not a tariff code of 4, 6, 8 or 10 digits`,
      "write China's code, a word such as dysprosium, or a control code such as 1C902",
    );
  if (!isCode(q.goods) && q.to !== "CN" && itemsOf(table, q.goods).length === 0)
    throw new ControlError("unknown-item", "goods", `no controlled item is called "${q.goods.slice(0, 60)}"`, `ask by code, or by one of: ${table.items.map((i) => i.id).join(", ")}`);
}

const DEMAND: Readonly<Record<string, string>> = {
  licence: "a licence is needed",
  "case-by-case": "a licence is needed, decided case by case",
  "stricter-check": "a licence is needed, and end users and uses are checked more closely",
  "refused-in-principle": "licences are refused in principle",
  prohibited: "the export is prohibited",
};
function words(q: ControlQuestion, now: Judgement, hits: readonly ItemHit[], regime: Regime): string {
  const assumed = now.missing.flatMap((m) => m.gives.map((g) => `${g.verdict} where ${m.fact} is ${g.when} (${g.measure})`));
  const tail = assumed.length === 0 ? "" : ` It would be ${[...new Set(assumed)].join("; ")}.`;
  const first = now.by[0];
  const cited = (b: (typeof now.by)[number]): string => `${b.cites[0] ?? b.instruments[0] ?? b.measure}`;
  switch (now.verdict) {
    case "no-control-known":
      return `None of the ${controlsOf(regime).length} controls known by then speaks of ${q.goods} from ${q.from} to ${q.to} as in force. That is no clearance: the lists of codes are not complete, and China's whole list of goods with a dual use is not in the regime.${tail}`;
    case "suspended":
      return `${first === undefined ? "" : `${cited(first)}: ${DEMAND[first.demand] ?? ""}, but it is suspended${first.returns === null ? "" : ` until ${dayIn((Date.parse(first.returns) / 60_000) as Instant, BEIJING)}`}`}.${tail}`;
    case "unsettled":
      return `${now.by
        .filter((b) => b.verdict === "unsettled")
        .map((b) => `${cited(b)}: ${DEMAND[b.demand] ?? ""} if the goods are ${b.items.join(" or ") || "goods with a dual use"} (${b.why})`)
        .join("; ")}. ${hits.some((h) => !h.sure) ? "Name the goods with --fact item=NAME, or item=none." : ""}${tail}`;
    default:
      return `${now.by
        .filter((b) => b.verdict === now.verdict)
        .map((b) => `${cited(b)}: ${DEMAND[b.demand] ?? ""} (${b.why})`)
        .join("; ")}.${tail}`;
  }
}

/** What the law known already holds: each date at which the answer changes. */
function coming(at: (w: Instant) => Judgement, on: Instant, moments: readonly Instant[], now: Judgement): ControlAnswer["next"] {
  const out: { at: string; verdict: ControlVerdict; because: string[]; what: string }[] = [];
  let last = now;
  for (const when of moments.filter((m) => m > on && m < OPEN)) {
    const then = at(when);
    const key = (j: Judgement): string => `${j.verdict} ${j.by.map((b) => `${b.measure}:${b.verdict}`).join(" ")}`;
    if (key(then) !== key(last)) {
      const changed = [...new Set([...then.by, ...last.by].map((b) => b.measure))].filter((m) => stateWord(then, m) !== stateWord(last, m));
      const because = [...new Set([...last.by, ...then.by].filter((b) => changed.includes(b.measure)).flatMap((b) => b.instruments))];
      out.push({ at: toUtc(when), verdict: then.verdict, because, what: `${changed.join(", ")}: ${changed.map((m) => `${stateWord(last, m)} to ${stateWord(then, m)}`).join(", ")}` });
    }
    last = then;
  }
  return out;
}
const stateWord = (j: Judgement, m: string): string => j.by.find((b) => b.measure === m)?.verdict ?? "no effect";

/** Past the last day that was checked, where a control of the goods changes after it: what each possibility gives. */
function beyond(g: ControlGrounds, at: (w: Instant, of?: Regime) => Judgement, on: Instant, moments: readonly Instant[], now: Judgement): ControlAnswer["branches"] {
  const end = horizonEnd(g.horizon);
  if (on < end) return [];
  const fixed = decided(g.regime);
  const lines = (j: Judgement): string => j.by.map((b) => `${b.measure} ${b.verdict}`).join();
  const passed = moments
    .filter((m) => m >= end && m <= on)
    .filter((m) => {
      const [before, after] = [at((m - 1) as Instant), at(m)];
      const changed = [...before.by, ...after.by].map((b) => b.measure).filter((id) => stateWord(before, id) !== stateWord(after, id));
      return lines(before) !== lines(after) && changed.some((id) => !fixed.has(id));
    });
  if (passed.length === 0) return [];
  const kept = at((end - 1) as Instant);
  const said = g.said();
  const stated = said.statements.length === 0 ? undefined : at(on, said.regime);
  const because = (j: Judgement): string[] => [...new Set(j.by.flatMap((b) => b.instruments))];
  return [
    { if: `what was published holds (${passed.map((p) => dayIn(p, BEIJING)).join(", ")})`, verdict: now.verdict, because: because(now) },
    ...(stated === undefined || lines(stated) === lines(now)
      ? []
      : [{ if: "the suspension was extended as said, though no instrument was seen", verdict: stated.verdict, because: said.statements.map((s) => s.id) }]),
    ...(lines(kept) === lines(now) || (stated !== undefined && lines(kept) === lines(stated))
      ? []
      : [{ if: "it was extended by an instrument that is not in the regime", verdict: kept.verdict, because: [] }]),
  ];
}

/** The instants within the day asked about at which the answer changes. */
function splitDay(at: (w: Instant) => Judgement, on: Instant, moments: readonly Instant[]): { splitDay?: string[] } {
  const day = dayIn(on, BEIJING);
  const start = fromWall(`${day}T00:01`, BEIJING);
  const end = (start + 1439) as Instant;
  const split = moments.filter((m) => m > start && m < end && at((m - 1) as Instant).verdict !== at(m).verdict);
  return split.length === 0 ? {} : { splitDay: split.map(toUtc) };
}
