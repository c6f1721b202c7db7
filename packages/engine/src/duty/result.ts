/** The answer to a duty question, as other programs rely on it. Percentages and money are decimal strings. */
export interface DutyResult {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly outcome: "settled" | "needs-facts" | "beyond-horizon" | "not-covered";
  /** The moment whose law governs, and the fact that chose it; null where nothing was answered. */
  readonly decidedBy: DecidedBy | null;
  readonly text: string;
  readonly base: BaseView | null;
  readonly components: readonly Component[];
  readonly notDue: readonly NotDue[];
  readonly missing: readonly MissingView[];
  readonly candidates: readonly CandidateView[];
  /** What became of each relief that was claimed. */
  readonly claims: readonly ClaimView[];
  readonly additionalPercent: string | null;
  readonly totalPercent: string | null;
  readonly owedPercent: string | null;
  /** The additional points between which the answer lies while facts are missing. */
  readonly range: { percentMin: string; percentMax: string | null } | null;
  readonly amount: Amount;
  readonly filing: readonly string[];
  readonly next: readonly NextChange[];
  readonly branches: readonly Branch[];
  readonly notCovered: readonly string[];
  readonly splitDay?: readonly string[];
  readonly taxes?: readonly Tax[];
  readonly totalWithTaxes?: WithTaxes["totalWithTaxes"];
  readonly allInPercent?: WithTaxes["allInPercent"];
  readonly excluded?: Excluded | null;
  /** The lines of CBP Form 7501, where they were asked for; null where the answer is not settled. */
  readonly form?: FormView | null;
  readonly warnings: readonly string[];
}
/** The part of an entry summary (CBP Form 7501) that this line of goods fills. Money as decimal text. */
export interface FormView {
  readonly rounding: Rounding;
  readonly lines: readonly FormLine[];
  readonly fees: readonly FormFee[];
  readonly totals: { readonly value: string; readonly duty: string | null; readonly fees: string | null; readonly total: string | null };
  /** Under `entry-7501`: the duty of the lines less the duty of the answer as one line. */
  readonly difference: string | null;
}
export interface FormLine {
  readonly line: number;
  /** Which part of the value: `all of it`, `the steel content`, `the US content` … */
  readonly part: string;
  readonly origin: string;
  readonly value: string;
  /** Numbers in customs' order, the number of chapters 1 to 97 last. */
  readonly tariffs: readonly FormTariff[];
}
export interface FormTariff {
  /** Null where the heading of a duty is not in hand. */
  readonly heading: string | null;
  readonly text: string;
  /** On the number of chapters 1 to 97 only. */
  readonly value: string | null;
  /** Null on a heading that relieves. */
  readonly rate: string | null;
  /** Null while the ordinary rate waits for a quantity. */
  readonly duty: string | null;
  /** Net quantity in the unit of the line where it can be converted, and as it was given. */
  readonly quantity?: readonly FormQuantity[];
  readonly why: string;
  readonly measure: string | null;
}
export interface FormQuantity {
  readonly amount: string;
  readonly unit: string;
  readonly given: { readonly amount: string; readonly unit: string };
}
export interface FormFee {
  /** Class code: 499 merchandise processing, 311 the same on an informal entry, 501 harbor maintenance. */
  readonly class: string | null;
  readonly name: string;
  readonly percent: string | null;
  readonly amount: string | null;
}
export interface DecidedBy {
  /** `on`, or the fact that took its place, such as `entered-bond`. */
  readonly fact: string;
  readonly at: string;
  readonly why: string;
  readonly cites: readonly string[];
}
/** A relief whose code or circumstances fit, and that is not assumed. */
export interface CandidateView {
  readonly heading: string;
  readonly relieves: string;
  readonly id: string;
  readonly text: string;
  /** `candidate`: its text has to be read against the goods and claimed. `needs-facts`: the facts in `asks` decide. */
  readonly is: "candidate" | "needs-facts";
  readonly asks: readonly string[];
}
/** A claim and what became of it: granted with the text that it fits, or refused with the reason. */
export interface ClaimView {
  readonly heading: string;
  readonly is: "granted" | "refused";
  readonly relieves: readonly string[];
  readonly why: string;
  readonly text: string | null;
  readonly instruments: readonly string[];
}
export interface BaseView {
  readonly text: string;
  readonly percent: string | null;
  readonly specific: readonly { amount: string; currency: string; unit: string }[];
  readonly instruments: readonly string[];
  /** The value that pays it, where a chapter 98 provision leaves only a part. */
  readonly basis?: string;
  /** Whether it can be drawn back on export, and by which text. */
  readonly drawback?: "yes" | "no" | "unknown";
  readonly drawbackBecause?: string;
  readonly inferred?: boolean;
}
export interface Component {
  readonly measure: string;
  readonly heading: string | null;
  readonly percent: string;
  readonly basis: string;
  readonly amount: string;
  readonly instruments: readonly string[];
  readonly why: string;
  readonly kind: "adds" | "replaces-base";
  readonly owed: "yes" | "no" | "contested";
  readonly collected: "yes" | "no" | "unknown";
  readonly refundable: "no" | "yes" | "contested";
  readonly route?: readonly string[];
  /** Whether this duty can be drawn back on export, and by which text. */
  readonly drawback: "yes" | "no" | "unknown";
  readonly drawbackBecause: string;
  readonly trust?: string;
  readonly inferred?: boolean;
}
export interface NotDue {
  readonly measure: string;
  readonly heading: string | null;
  readonly why: string;
  readonly instruments: readonly string[];
}
export interface MissingView {
  readonly fact: string;
  readonly why: string;
  readonly choices: readonly string[];
  readonly range: { percentMin: string; percentMax: string | null };
  readonly instruments: readonly string[];
}
export interface Amount {
  readonly currency: "USD" | "CNY";
  readonly base: string | null;
  readonly additional: string | null;
  /** Fees once per entry, this line taken as the whole of it. An amount is null where its rate is not in hand. */
  readonly fees: readonly FeeView[];
  /** Ordinary duty, additional duties and fees. */
  readonly total: string | null;
  readonly rounding: Rounding;
}
export interface FeeView {
  readonly name: string;
  readonly amount: string | null;
  readonly percent: string | null;
  readonly why: string;
  /** Where the least or the most of an entry was charged. */
  readonly limit?: "min" | "max";
}
/** `cents`: each component to the cent. `entry-7501`: first the value of the line to whole dollars, as the entry summary asks. */
export type Rounding = "cents" | "entry-7501";
export interface NextChange {
  readonly at: string;
  readonly additionalPercent: string | null;
  readonly because: readonly string[];
}
export interface Branch {
  readonly if: string;
  readonly additionalPercent: string | null;
  readonly because: readonly string[];
  readonly range?: { percentMin: string; percentMax: string | null };
}
export interface Tax {
  readonly name: string;
  readonly percent: string | null;
  readonly basis: string | null;
  readonly amount: string | null;
  readonly why: string;
  /** Between which the tax lies where its rate or the duty before it is open. */
  readonly range?: { readonly percentMin: string; readonly percentMax: string; readonly amountMin: string | null; readonly amountMax: string | null };
  readonly inferred?: true;
}
export interface WithTaxes {
  /** Duties, consumption tax and VAT of the line together: the least and the most, equal where nothing is open. */
  readonly totalWithTaxes: { readonly min: string | null; readonly max: string | null };
  /** The same in percent of the customs value, by the rates, to four decimals. */
  readonly allInPercent: string | null;
}
/** A Chinese entry as it would be with China's exclusion granted to the buyer. */
export interface Excluded extends WithTaxes {
  readonly additionalPercent: string | null;
  readonly totalPercent: string | null;
  readonly amount: { readonly currency: "CNY"; readonly base: string | null; readonly additional: string | null; readonly total: string | null };
  readonly taxes: readonly Tax[];
}
