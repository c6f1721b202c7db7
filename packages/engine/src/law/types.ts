import type { Instant } from "../time/index.js";

/** Whether a document counts as law. See DESIGN: threats, scenarios and drafts are instruments that the fold leaves out. */
export type Standing = "law" | "notice" | "statement" | "threat" | "supposed" | "proposed";
export type Confidence = "confirmed" | "partial" | "unconfirmed";
export type InstrumentId = string;
export type MeasureId = string;

/** Rate in parts per million of the customs value: 25 % is 250000. Always a whole number. */
export type Ppm = number;

/** One step of the goods that a measure reaches: a list, or headings whose list is not in hand. Later steps win over earlier ones. */
export interface GoodsStep {
  readonly list?: string;
  /** Beginnings of codes that may be reached, where no list is in hand. */
  readonly reach?: readonly string[];
  /** Why the list alone does not settle it; then the fact named like the measure (`in` or `out`) does. */
  readonly unknown?: string;
  /** Points that may be due instead of in or out. */
  readonly points?: readonly string[];
  readonly out?: boolean;
  readonly when?: Condition;
  readonly percent?: Ppm;
  readonly heading?: string;
  readonly kind?: "adds" | "replaces-base";
  /** The heading to file where the ordinary rate is not below a rate that would replace it. */
  readonly above?: string;
  /** The share of the value that these goods pay on, where it is not all of it. */
  readonly basis?: "steel" | "aluminum" | "copper";
  /** Nothing is due where the listed metals weigh less than this part of the article. */
  readonly weight?: Ppm;
  /** The list gives its points in halves or doubles. */
  readonly times?: number;
}
/** Goods are everything, or a chain of steps. */
export type Goods = "all" | { readonly steps: readonly GoodsStep[] };

/** Holds only where a fact about the goods has one of these values; or, with `not`, where it is given and has none of them. */
export interface Condition {
  readonly fact: string;
  readonly is: readonly string[];
  readonly not?: readonly string[];
  /** Holds as well where this other one does. */
  readonly or?: Condition;
  /** Holds only where this other one does too. */
  readonly and?: Condition;
}

/** Relief for goods under way when a duty began, in the order's own words. */
export interface Transit {
  readonly before: Instant;
  readonly join?: "and" | "or";
  readonly entered?: Instant;
  readonly test?: "loaded" | "exported" | "contract";
}

/** One demand of an export control: of which goods, on which way, when, and what is asked. */
export interface ControlClause {
  /** Groups of goods in regime/items.yaml, or all goods with a dual use. */
  readonly items: "dual-use" | readonly string[];
  readonly demand: "licence" | "case-by-case" | "stricter-check" | "refused-in-principle" | "prohibited";
  /** Countries of destination; any where left out. */
  readonly to?: readonly string[];
  /** Exports from China, or goods that move between other countries. */
  readonly route: "from-china" | "abroad";
  readonly when?: Condition;
  /** Reaches goods only from this part of their value on, in parts per million, which a fact gives. */
  readonly content?: { readonly fact: string; readonly least: Ppm };
  /** Does not reach goods for which this holds. */
  readonly unless?: Condition;
  /** Speaks only of goods for which one of these measures, in force, asks for a licence. */
  readonly among?: readonly MeasureId[];
  readonly note?: string;
}

/** What a measure demands while it stands. */
export interface Terms {
  /** What an export control demands. */
  readonly controls?: readonly ControlClause[];
  readonly heading?: string;
  /** Headings that differ by origin. */
  readonly headings?: Readonly<Record<string, string>>;
  readonly percent?: Ppm;
  readonly origin: "any" | readonly string[];
  readonly goods: Goods;
  readonly when?: Condition;
  /** Part of the value that pays: `value` (all of it) or the share of a metal. */
  readonly basis: "value" | "steel" | "aluminum" | "copper";
  readonly kind: "adds" | "replaces-base";
  /** Relief that its importer has to claim; not assumed. */
  readonly claim?: boolean;
  /** Relieves only the part of the value that a fact gives, where that part is at least `least`; with `pays` the fact gives the part that still pays. */
  readonly part?: { readonly fact: string; readonly least: Ppm; readonly pays?: true };
  /** An exception for goods under these headings only. */
  readonly relieves?: readonly string[];
  /** An exception for goods of these metals only, as the list of the duty names them. */
  readonly metal?: readonly string[];
  /** Pays on the whole value, whatever the basis of the duty itself. */
  readonly whole?: true;
  /** The heading to file where the ordinary rate is not below a rate that would replace it. */
  readonly above?: string;
  /** What to say while the fact on which an exception turns is not given, and the exception is not assumed. */
  readonly caution?: string;
  /** Headings under which goods pay the rate of their entry though they were admitted to a zone in privileged foreign status before it began, by the heading of the duty. */
  readonly zone?: Readonly<Record<string, string>>;
  readonly transit?: Transit;
  readonly what?: string;
  /** Origins of which it is not confirmed that they are outside. */
  readonly doubt?: { readonly origin: readonly string[]; readonly why: string };
}
export type Change = Partial<Terms>;

interface ActBase {
  readonly announced: Instant;
  readonly announcedDay?: string;
  readonly by?: string;
  readonly cites?: readonly string[];
  readonly note?: string;
  /** Instants given by their day alone, or by inference. */
  readonly inferred?: readonly string[];
  readonly line: number;
}
interface Lasting extends ActBase {
  readonly from: Instant;
  readonly until: Instant;
}

/** What an instrument does. A new kind does not compile until every reader handles it. */
export type Act =
  | (Lasting & { readonly do: "impose"; readonly measure: MeasureId; readonly sort: MeasureSort; readonly terms: Terms; readonly members?: Members })
  | (Lasting & { readonly do: "set"; readonly measure: MeasureId; readonly change: Change; readonly add?: readonly GoodsStep[] })
  | (Lasting & { readonly do: "except"; readonly measure: MeasureId; readonly of: readonly MeasureId[]; readonly terms: Terms })
  | (Lasting & { readonly do: "displace"; readonly measures: readonly MeasureId[]; readonly byMeasures: readonly MeasureId[]; readonly extent: "whole" | "share" | "goods"; readonly heading?: string })
  | (Lasting & { readonly do: "suspend"; readonly measures: readonly MeasureId[]; readonly percent?: Ppm; readonly goods?: Goods })
  | (ActBase & {
      readonly do: "extend";
      readonly measures: readonly MeasureId[];
      readonly of?: InstrumentId /** When it takes effect, where that is not the end that it moves; for showing only. */;
      readonly from?: Instant;
      readonly until: Instant;
    })
  | (ActBase & { readonly do: "end"; readonly measures: readonly MeasureId[]; readonly from: Instant })
  | (Lasting & { readonly do: "void"; readonly measures: readonly MeasureId[]; readonly ruled: Instant; readonly parties?: readonly string[] })
  | (ActBase & { readonly do: "collect"; readonly measures: readonly MeasureId[]; readonly from: Instant; readonly until: Instant; readonly whether: "yes" | "unknown" })
  | (ActBase & { readonly do: "refund"; readonly measures: readonly MeasureId[]; readonly refundable: "yes" | "contested"; readonly route: readonly string[] })
  | (ActBase & { readonly do: "drawback"; readonly measures: readonly MeasureId[]; readonly eligible: "yes" | "no" | "unknown"; readonly because: string })
  | (Lasting & { readonly do: "stay"; readonly instrument: InstrumentId })
  | (ActBase & { readonly do: "withdraw"; readonly instrument: InstrumentId; readonly from: Instant; readonly why: string })
  | (ActBase & {
      readonly do: "meet";
      readonly meeting: string;
      readonly status: "planned" | "held";
      readonly round?: number;
      readonly days: readonly string[];
      readonly place?: string;
      readonly frame?: string;
      readonly participants?: readonly string[];
      readonly outcome?: string;
    })
  | (ActBase & {
      readonly do: "pledge";
      readonly pledge: string;
      readonly product: string;
      readonly target?: string;
      readonly unit?: string;
      readonly period?: string;
      readonly begins?: string;
      readonly ends?: string;
      readonly weekly?: string;
    })
  | (ActBase & { readonly do: "report"; readonly pledge: string; readonly says: string; readonly amount?: string; readonly unit?: string; readonly asOf?: string })
  | (ActBase & {
      readonly do: "investigate";
      readonly investigation: string;
      readonly against: string;
      readonly dates: readonly { readonly at: Instant; readonly day?: string; readonly what: string }[];
    })
  | (Lasting & { readonly do: "list"; readonly list: string; readonly notice: string; readonly parties?: number; readonly what?: string })
  | (Lasting & { readonly do: "delist"; readonly list: string; readonly notice: string; readonly what?: string })
  | (ActBase & { readonly do: "say"; readonly says: string; readonly about?: string /** When what is said begins and ends; for showing only. */; readonly from?: Instant; readonly until?: Instant });
export type ActKind = Act["do"];

export type MeasureSort = "duty" | "control" | "fee" | "rule" | "arrangement";
/** The measures whose suspension an arrangement consists of, on each side. */
export interface Members {
  readonly us: readonly MeasureId[];
  readonly cn: readonly MeasureId[];
}

export interface Source {
  readonly publisher: string;
  readonly title: string;
  readonly date?: string;
  readonly url?: string;
  readonly access?: string;
}
/** Accounts that differ, each with who gives it, and the one that answers use. */
export interface Conflict {
  readonly about: string;
  readonly accounts: readonly { readonly says: string; readonly by: string }[];
  readonly uses?: string;
}

/** A dated, cited document that performs acts on measures. */
export interface Instrument {
  readonly id: InstrumentId;
  readonly title: string;
  readonly issuer: string;
  readonly kind: string;
  readonly standing: Standing;
  readonly announced: Instant;
  /** The day, where the hour is not known: the instrument then counts from 23:59Z of that day. */
  readonly announcedDay?: string;
  /** The day on which it was printed in the official gazette, where that is known. */
  readonly published?: string;
  readonly cites: readonly string[];
  readonly acts: readonly Act[];
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  readonly unconfirmed?: readonly string[];
  readonly conflicts?: readonly Conflict[];
  readonly causes?: readonly InstrumentId[];
  readonly implements?: readonly InstrumentId[];
  /** Documents that a scenario lays below itself, in this order. */
  readonly lays?: readonly InstrumentId[];
  readonly summary?: string;
  readonly note?: string;
  readonly file: string;
}
