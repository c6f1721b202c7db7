import { BEIJING, dayIn, toUtc, WASHINGTON } from "../../time/index.js";
import { type Caution, counts, type Judged, judge, type OwnershipRule, type Passage, type Reach, type Step, underStay } from "../ownership/index.js";
import { saidOf } from "../said.js";
import { type Standing, standing } from "../standing.js";
import type { ListCode, Listing, ScreenVerdict } from "../types.js";
import type { Moment } from "./grounds.js";
import { interestCautions } from "./interests.js";
import { listsAbove, maxima } from "./maxima.js";
import type { RegimeVerdict, StakeView, WitnessStep } from "./types.js";

/** Parts per million as percent. @example percent(500000) //=> "50" */
export const percent = (ppm: number): string => String(ppm / 10_000);
const IN_FORCE: Standing = { force: "in-force", by: [] };

/** What one rule says of a person of the stakes; undefined where it says nothing, or is not law at that moment. */
export function ownedVerdict(m: Moment, rule: OwnershipRule, id: string): { view: RegimeVerdict; judged: Judged } | undefined {
  const r = m.reach(rule);
  const x = r.graph.place.get(id);
  if (x === undefined) return undefined;
  const found = judge(r, x);
  const name = (n: number): string => nameOf(m, r, n);
  const beside = found.owned === "none" && found.listed ? [] : [...interestCautions(m, r, id, name), ...dormantCautions(m, r, x)];
  const judged: Judged = found.owned === "none" && beside.length > 0 ? { ...found, owned: "caution" } : found;
  const stands = rule.measure === undefined ? IN_FORCE : standing(m.regime, rule.measure, m.on);
  const verdict = underStay(judged.owned, stands);
  if (verdict === undefined || verdict === "none") return undefined;
  const witness = steps(m, r, judged.witness, judged.by.bound);
  const deciding = judged.deciding.map((d) => ({ ...stakeView(m, r, d.edge), needed: d.needed === undefined ? null : percent(Math.max(0, d.needed)) }));
  const cautions = [...judged.cautions.map((c) => cautionView(m, r, c)), ...beside];
  const open = rule.unknown !== undefined && judged.owned === "red-flag" ? unknownPassage(rule, listsAbove(r, x)) : undefined;
  const view: RegimeVerdict = {
    regime: rule.id,
    title: rule.title,
    side: rule.side,
    verdict,
    why: why(rule, judged, verdict, witness, deciding, cautions, stands, open),
    ...passage(rule, judged.owned, judged, r, open),
    means: rule.means,
    low: percent(judged.low),
    high: percent(judged.high),
    witness,
    deciding,
    cautions,
    strictest: judged.owned === "caution" ? { requirement: null, exceptions: null, review: null } : maxima(m, r, x, judged.owned === "restricted", name),
    then: verdict === "stayed" ? (judged.owned as ScreenVerdict) : null,
    returns: verdict === "stayed" && stands.effective !== undefined ? toUtc(stands.effective) : null,
    stayedBy: verdict === "stayed" ? stands.by : [],
    said: rule.measure === undefined ? [] : saidOf(m.regime, rule.measure, m.on),
    cites: rule.cites,
  };
  return { view, judged };
}

function steps(m: Moment, r: Reach, all: readonly Step[], bound: "low" | "high"): WitnessStep[] {
  const share = bound === "low" ? r.graph.low : r.graph.high;
  return all.map((s) => {
    const stakes = s.edges.map((e) => stakeView(m, r, e));
    const firm = nameOf(m, r, s.firm);
    const parts = s.edges.map((e, i) => `${percent(share[e] as number)} % held by ${(stakes[i] as StakeView).owner} (${(stakes[i] as StakeView).ownerIs})`);
    return { firm, sum: percent(s.sum), stakes, text: `${percent(s.sum)} % of ${firm} = ${parts.join(" + ")}` };
  });
}

export function stakeView(m: Moment, r: Reach, e: number): StakeView {
  const owner = r.graph.owner[e] as number;
  const lists = (r.listed.get(owner) ?? []).filter((l) => counts(r.rule, l));
  return {
    owner: nameOf(m, r, owner),
    owned: nameOf(m, r, r.graph.owned[e] as number),
    min: percent(r.graph.low[e] as number),
    // What is "less than" so much stays one part below.
    max: percent((r.graph.high[e] as number) - (r.graph.open[e] as number)),
    ownerIs:
      lists.length > 0
        ? [...new Set(lists.map((l) => listed(m, l)))].join(", ")
        : r.graph.persons.get(r.graph.ids[owner] as string)?.unnamed === true
          ? "not named"
          : (r.sure.rank[owner] as number) > 0
            ? "by its own owners"
            : (r.widest.rank[owner] as number) > 0
              ? "perhaps by its own owners"
              : "not listed",
    lists: [...new Set(lists.map((l) => l.list))],
    source: r.graph
      .stakesOf(e)
      .map((s) => s.source)
      .join("; "),
  };
}
const listed = (m: Moment, l: Listing): string => `${titleOf(m, l.list)}${l.programs === undefined ? "" : `, ${l.programs.join(" ")}`}`;
const titleOf = (m: Moment, list: ListCode): string => m.grounds.kinds.get(list)?.title ?? list;
const nameOf = (m: Moment, r: Reach, n: number): string => m.grounds.persons.get(r.graph.ids[n] as string)?.names[0] ?? (r.graph.ids[n] as string);

/** The passage that carries a verdict, and its words in short. */
function passage(rule: OwnershipRule, owned: Judged["owned"], j: Judged, r: Reach, open: Passage | undefined): { section: string; quote: string | null } {
  const of = (p: { section: string; text: string } | undefined): { section: string; quote: string | null } => ({ section: p?.section ?? rule.text.section, quote: p?.text ?? null });
  switch (owned) {
    case "red-flag":
      return of(open ?? rule.text);
    case "unsettled": {
      // Repeating is in doubt where an owner of the last step is only reached by its own owners.
      const last = j.witness.at(-1);
      const repeats = last?.edges.some((e) => r.sure.rank[r.graph.owner[e] as number] !== 1) ?? rule.repeats === "unsettled";
      return of(repeats && rule.repeats === "unsettled" ? rule.repeatsText : (rule.sumsText ?? rule.text));
    }
    case "caution":
      return of(rule.minority);
    default:
      return of(rule.text);
  }
}
/** The rule's words on unknown shares that speak of owners on one of these lists. */
const unknownPassage = (rule: OwnershipRule, lists: ReadonlySet<ListCode>): Passage | undefined =>
  rule.unknown === undefined ? undefined : [rule.unknown, ...(rule.unknown.elsewhere ?? [])].find((p) => p.lists.some((l) => lists.has(l)));

function why(
  rule: OwnershipRule,
  j: Judged,
  verdict: ScreenVerdict,
  witness: readonly WitnessStep[],
  deciding: readonly (StakeView & { needed: string | null })[],
  cautions: readonly { text: string }[],
  s: Standing,
  unknown: Passage | undefined,
): string {
  const stay =
    verdict === "stayed" ? `The rule is suspended${s.effective === undefined ? "" : ` until ${dayIn(s.effective, rule.side === "us" ? WASHINGTON : BEIJING)}`} and has no effect now; then: ` : "";
  const open = deciding
    .slice(0, 2)
    .map(
      (d) =>
        `${d.owner} (${d.ownerIs}) holds ${d.min === d.max ? `${d.min} %` : d.min === "0" && d.max === "100" ? "an unknown part" : `${d.min} to ${d.max} %`} of ${d.owned}${d.needed === null ? "" : `: ${d.needed} % or more would reach ${percent(rule.threshold)} %`}`,
    )
    .join("; ");
  switch (j.owned) {
    case "restricted":
      return `${stay}${witness.map((w) => w.text).join("; ")}. So it is ${rule.word}: ${rule.means}.`;
    case "red-flag":
      return `${stay}The size of a stake would decide. ${open}.${unknownWords(rule, unknown)}`;
    case "unsettled":
      return `${stay}${witness.length > 0 ? `${witness.map((w) => w.text).join("; ")}. ` : open === "" ? "" : `${open}. `}The text does not say whether this is enough.`;
    default:
      if (j.exempt && j.low >= rule.threshold)
        return `${percent(j.low)} % is held by parties that count, but the rule catches firms outside ${rule.home} only. ${cautions.map((c) => c.text).join("; ")}.`;
      return `${cautions.map((c) => c.text).join("; ")}. No rule forbids it for that.${
        s.force === "suspended"
          ? ` The rule is suspended${s.effective === undefined ? "" : ` until ${dayIn(s.effective, rule.side === "us" ? WASHINGTON : BEIJING)}`}, and what it says of this with it.`
          : ""
      }`;
  }
}
/** What is said where the rule has no words for shares that are not known, or none for owners on these lists. */
function unknownWords(rule: OwnershipRule, found: Passage | undefined): string {
  if (rule.unknown === undefined) return " This rule says nothing of shares that are not known.";
  if (found !== undefined) return "";
  const named = [...new Set([rule.unknown, ...(rule.unknown.elsewhere ?? [])].flatMap((p) => p.lists))];
  return ` Its words on shares that are not known (${rule.unknown.section}) name owners on ${named.join(" and ")}, and none is on one of them.`;
}

const KINDS = {
  through: "owned in part through firms that the rule does not reach",
  minority: "owned in part by a listed party",
  parent: "owns a listed party",
  sister: "has a majority owner that owns a listed party too",
  interest: "another interest",
} as const;
function cautionView(m: Moment, r: Reach, c: Caution): { kind: string; text: string } {
  const stakes = c.edges.map((e) => stakeView(m, r, e));
  const said = stakes.map(
    (s) => `${s.owner}${s.lists.length > 0 || s.ownerIs === "by its own owners" ? ` (${s.ownerIs})` : ""} holds ${s.min === s.max ? s.min : `${s.min} to ${s.max}`} % of ${s.owned}`,
  );
  return { kind: c.kind, text: `${KINDS[c.kind]}: ${said.join(", ")}` };
}

/** Owners whose listing is suspended: while it is, they do not count. */
function dormantCautions(m: Moment, r: Reach, x: number): { kind: string; text: string }[] {
  const out: { kind: string; text: string }[] = [];
  for (let i = r.graph.intoStart[x] as number; i < (r.graph.intoStart[x + 1] as number); i++) {
    const e = r.graph.into[i] as number;
    const asleep = (m.dormant.get(r.graph.owner[e] as number) ?? []).find((d) => counts(r.rule, d.listing));
    if (asleep === undefined || (r.graph.high[e] as number) === 0 || out.length >= 20) continue;
    const s = stakeView(m, r, e);
    const until = asleep.until === undefined ? "" : ` until ${dayIn(asleep.until, r.rule.side === "us" ? WASHINGTON : BEIJING)}`;
    out.push({ kind: "suspended-owner", text: `${s.owner} holds ${s.min === s.max ? s.min : `${s.min} to ${s.max}`} % of it; its listing (${titleOf(m, asleep.listing.list)}) is suspended${until}` });
  }
  return out;
}
