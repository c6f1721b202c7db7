import type { Instant } from "../time/index.js";

/** The short code of a list: EL, MEU, SDN, UVL, DPL, CMIC, 1260H, CONTROL, WATCH, UEL, COUNTERMEASURE and others that regime/parties/lists.yaml names. */
export type ListCode = string;

/** One name of a listed party, as the list prints it. */
export interface PartyName {
  readonly text: string;
  readonly kind: "name" | "alias" | "weak-alias" | "former";
}

/** What a list calls the party: a firm or body, a person, a ship, an aircraft, or an address alone. */
export type PartyType = "organisation" | "person" | "vessel" | "aircraft" | "address" | "unknown";

/** Life of a listing on one list. `from` and `until` are days, `until` the first day without. */
export interface Listing {
  readonly list: ListCode;
  readonly from?: string;
  readonly until?: string;
  /** The notice that listed it, where the regime's `list` and `delist` acts carry its status (China): MOFCOM-2025-21. */
  readonly notice?: string;
  /** Programme tags of an SDN, as OFAC writes them. */
  readonly programs?: readonly string[];
  readonly cites?: readonly string[];
  readonly url?: string;
  /** The list's own words on what needs a licence, and how applications are reviewed. */
  readonly requirement?: string;
  readonly policy?: string;
  /** An exclusion or a licence that covers the party, with its source, and the first day without it. */
  readonly authorised?: string;
  readonly authorisedUntil?: string;
}

/** A party as one list prints it. The same firm on two lists is two parties. */
export interface Party {
  readonly id: string;
  readonly names: readonly PartyName[];
  readonly type: PartyType;
  /** Two-letter country codes, those of its addresses included. */
  readonly countries: readonly string[];
  readonly addresses: readonly string[];
  /** Numbers that identify it: LEI, registration number, IMO number, passport. */
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  readonly listing: Listing;
  /** Of persons, birth dates as the list writes them: 1960-05-02, 1960, circa 1960, 1958 to 1962. */
  readonly born?: readonly string[];
  readonly remarks?: string;
}

/** A kind of list: what a listing means, where that stands, and how old a copy may be. Written in regime/parties/lists.yaml. */
export interface ListKind {
  readonly code: ListCode;
  readonly title: string;
  readonly side: "us" | "cn";
  readonly publisher: string;
  /** Other spellings of its name or code. */
  readonly also: readonly string[];
  /** Its name and topics in the shape of `/match`. */
  readonly dataset: string;
  readonly topics: readonly string[];
  /** What a live listing means for the party itself. */
  readonly verdict: "restricted" | "caution";
  readonly means: string;
  readonly section: string;
  /** What follows from the list itself of the three maxima; an entry's own words come first. */
  readonly requirement?: string;
  readonly exceptions?: string;
  readonly review?: string;
  /** Programmes for which these three hold (15 CFR 744.8(a)(1)); without it they hold for every entry. */
  readonly termsFor?: readonly string[];
  /** The list of the regime whose `list` and `delist` acts carry its status. */
  readonly follows?: string;
  /** Days after which nothing found no longer means `no-match`, but `list-too-old`. */
  readonly limitDays: number;
  readonly url?: string;
}

/** One list as it was taken in: which lists it holds, the day of its content, and whether it is whole. */
export interface ListCopy {
  readonly id: string;
  readonly title: string;
  readonly lists: readonly ListCode[];
  /** The day of the content, YYYY-MM-DD. */
  readonly asOf: string;
  /** What is known to be missing, in words; none where it is whole. */
  readonly missing: readonly string[];
  readonly source: { readonly publisher: string; readonly title: string; readonly date?: string; readonly url?: string };
  readonly parties: readonly Party[];
  /** The user's own list: it counts as of the day known, and a row without a day as listed throughout. */
  readonly own?: true;
  /** Taken in by the user from an official file, beside what the regime ships. */
  readonly imported?: true;
  /** One notice that adds to a list, not the whole list: it replaces no copy, and says nothing of how fresh the list is. */
  readonly adds?: true;
}

/** Percent of a firm in parts per million: 50 % is 500000. Always a whole number. */
export type Share = number;

/** A stake: `owner` holds between `low` and `high` of `owned`. An unknown size is [0, 1000000]. */
export interface Stake {
  readonly owner: string;
  readonly owned: string;
  readonly low: Share;
  readonly high: Share;
  /** The bound itself is not reached ("more than 25", "less than 50"). */
  readonly lowOpen?: true;
  readonly highOpen?: true;
  /** Shares, votes …: stakes of one class share 100 %. */
  readonly kind: string;
  readonly from?: Instant;
  /** The first instant without it. */
  readonly until?: Instant;
  /** Where it was read, for errors and witnesses: file and line, or the record. */
  readonly source: string;
}

/** Someone who owns or is owned: the id by which stakes name them, and what is known besides. */
export interface Person {
  readonly id: string;
  readonly names: readonly string[];
  readonly country?: string;
  readonly type?: PartyType;
  /** The source says that someone owns, not who: it may be anyone, one of the other owners among them. */
  readonly unnamed?: true;
}

/** What a screened party answers, from the strictest on. There is no verdict that clears. */
export const SCREEN_VERDICTS = ["restricted", "red-flag", "stayed", "unsettled", "caution", "authorised", "list-too-old", "no-match"] as const;
export type ScreenVerdict = (typeof SCREEN_VERDICTS)[number];
