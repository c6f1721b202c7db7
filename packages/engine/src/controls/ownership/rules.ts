import type { Confidence, MeasureId, Source } from "../../law/index.js";
import type { ListCode, Share } from "../types.js";

/** Whether the text says so, leaves it open, or says the contrary. */
export type Limb = "yes" | "unsettled" | "no";
/** A passage: where it stands, and its words in short. */
export interface Passage {
  readonly section: string;
  readonly text: string;
}
/** A list whose parties count as owners under a rule; of SDNs only those of some programmes, where the rule names them. */
export interface Seed {
  readonly list: ListCode;
  readonly programs?: readonly string[];
}

/** A rule by which firms are restricted for who owns them. Written in regime/ownership.yaml: a new one needs no code. */
export interface OwnershipRule {
  readonly id: string;
  readonly title: string;
  readonly side: "us" | "cn";
  /** The measure whose states say whether it is in force; none where it stood before the record begins and was never suspended. */
  readonly measure?: MeasureId;
  readonly seeds: readonly Seed[];
  /** Lists whose parties do not count, with why. */
  readonly not: readonly { readonly list: ListCode; readonly why: string }[];
  readonly threshold: Share;
  /** Stakes of several listed owners add up. */
  readonly sums: Limb;
  /** A firm that is caught counts as an owner in its turn. */
  readonly repeats: Limb;
  /** Firms of this country are not caught. */
  readonly home?: string;
  /** What follows for a firm that is caught, in our words. */
  readonly means: string;
  readonly text: Passage;
  readonly sumsText?: Passage;
  readonly repeatsText?: Passage;
  /** What it says of a known owner whose share is not known; undefined where it says nothing. */
  readonly unknown?: Passage & {
    readonly lists: readonly ListCode[];
    /** Where else it says so, for owners on other lists or in other words. */
    readonly elsewhere?: readonly (Passage & { readonly lists: readonly ListCode[] })[];
  };
  /** A party on two lists: the list whose terms are looked at, and the one that stands behind it. */
  readonly before?: readonly { readonly list: ListCode; readonly over: ListCode; readonly section: string }[];
  /** What it says of smaller stakes and of parents; undefined where it says nothing. */
  readonly minority?: Passage;
  /** "A subsidiary is restricted" or "is blocked": the word for the verdict's sentence. */
  readonly word: string;
  readonly cites: readonly string[];
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  readonly note?: string;
}
