import type { SaidOf } from "../said.js";
import type { Freshness } from "../freshness.js";
import type { ListingState } from "../listings.js";
import type { Strictest } from "../ownership/index.js";
import type { Reason } from "../names/score.js";
import type { ListCode, PartyType, ScreenVerdict } from "../types.js";

/** Who is screened. */
export interface ScreenQuery {
  readonly ref?: unknown;
  /** The id by which the stakes name it, where it has one. */
  readonly id?: string;
  readonly name: string;
  readonly type?: PartyType;
  readonly country?: string;
  readonly address?: string;
  readonly identifier?: string;
  /** Of a person: 1960-05-02, 1960-05 or 1960. */
  readonly born?: string;
}
/** A listed party whose name fits. */
export interface ScreenMatch {
  readonly party: string;
  readonly id: string;
  readonly list: ListCode;
  readonly listTitle: string;
  readonly score: number;
  /** Taken as the party itself, or shown as one that may be meant. */
  readonly strength: "strong" | "possible";
  readonly because: readonly Reason[];
  readonly status: ListingState["state"];
  readonly verdict: ScreenVerdict | null;
  readonly means: string;
  readonly section: string;
  readonly from: string | null;
  readonly returns: string | null;
  readonly programs: readonly string[];
  readonly countries: readonly string[];
  readonly cites: readonly string[];
  readonly instruments: readonly string[];
  readonly url: string | null;
  readonly copy: string;
  readonly asOf: string;
  readonly doubt: string | null;
}
/** One step of why a firm is reached by who owns it: the stakes that reach the threshold, and who holds them. */
export interface WitnessStep {
  readonly firm: string;
  readonly sum: string;
  readonly text: string;
  readonly stakes: readonly StakeView[];
}
export interface StakeView {
  readonly owner: string;
  readonly owned: string;
  readonly min: string;
  readonly max: string;
  /** What the owner is: listed, with its lists; or reached by its own owners. */
  readonly ownerIs: string;
  readonly lists: readonly ListCode[];
  readonly source: string;
}
/** What one rule says. Verdicts of several rules are never merged into one sentence. */
export interface RegimeVerdict {
  readonly regime: string;
  readonly title: string;
  readonly side: "us" | "cn";
  readonly verdict: ScreenVerdict;
  readonly why: string;
  readonly section: string;
  readonly quote: string | null;
  readonly means: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly witness: readonly WitnessStep[];
  readonly deciding: readonly (StakeView & { readonly needed: string | null })[];
  readonly cautions: readonly { readonly kind: string; readonly text: string }[];
  readonly strictest: { readonly requirement: Strictest | null; readonly exceptions: Strictest | null; readonly review: Strictest | null };
  /** While it is stayed: what it would be, and when. */
  readonly then: ScreenVerdict | null;
  readonly returns: string | null;
  readonly stayedBy: readonly string[];
  readonly said: readonly SaidOf[];
  readonly cites: readonly string[];
}
export interface ScreenAnswer {
  readonly ref?: unknown;
  readonly name: string;
  readonly verdict: ScreenVerdict;
  readonly why: string;
  readonly regimes: readonly RegimeVerdict[];
  readonly matches: readonly ScreenMatch[];
  readonly moreMatches: number;
  readonly ownership: { readonly known: boolean; readonly low: string; readonly high: string; readonly rule: string | null; readonly witness: readonly WitnessStep[] };
  readonly next: readonly { readonly at: string; readonly verdict: ScreenVerdict; readonly because: readonly string[] }[];
  readonly lists: readonly Freshness[];
  readonly notLookedAt: readonly string[];
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly warnings: readonly string[];
}
