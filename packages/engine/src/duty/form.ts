import { showCode } from "../goods/index.js";
import type { Assessment } from "./assess.js";
import { componentDuties, type Laid, ordinaryDuties, split, toCents } from "./form-duty.js";
import { partsOf, type Put, putsOn } from "./form-part.js";
import { netQuantity } from "./form-quantity.js";
import { measureWords } from "./form-words.js";
import { parsePercent, partOf, showCents, showPercent } from "./money.js";
import type { DutyResult, FeeView, FormFee, FormLine, FormTariff, FormView } from "./result.js";

/** What the form is made of: the answer, and the findings behind it. */
export interface Filled {
  readonly result: DutyResult;
  readonly assessment: Assessment;
  /** The customs value on which the answer rests. */
  readonly cents: number;
  readonly quantity: readonly { readonly amount: string | number; readonly unit: string }[];
  /** Units that the tariff prints for the line. */
  readonly units: readonly string[];
  /** How many lines of the tariff the code may be. */
  readonly leaves: number;
  /** The share of the value that pays under a chapter 98 provision, in percent. */
  readonly dutiable: string | undefined;
}
/** The form, or null; absent where the entry has no such form. With why. */
export interface Made {
  readonly form?: FormView | null;
  readonly warnings: readonly string[];
}

/**
 * The lines of the entry summary: each part of the value that pays otherwise is a line, with every heading in customs' order and the
 * value on the number of chapters 1 to 97. Source: CSMS 64018403 (order of headings); CBP Form 7501, columns 27 to 34.
 * @example formOf({ result, assessment, cents, quantity: [], units: [], leaves: 1, dutiable: undefined }).form?.lines[0]?.part //=> "all of it"
 */
export function formOf(f: Filled): Made {
  const { result: r } = f;
  if (r.to !== "US") return { warnings: ["form: the lines are those of CBP Form 7501, which a Chinese entry does not have"] };
  const without = (why: string): Made => ({ form: null, warnings: [`form: ${why}`] });
  if (r.outcome === "needs-facts") return without(`no lines while facts are missing: ${r.missing.map((m) => m.fact).join(", ")}`);
  if (r.outcome !== "settled") return without(`no lines where the answer is ${r.outcome}`);
  const { findings } = f.assessment;
  const parts = partsOf(findings);
  if (parts === undefined) return without("no lines, because the metals are given as more than the whole value");

  const unit = r.amount.rounding === "entry-7501" ? 100 : 1;
  const home = Math.max(
    0,
    parts.findIndex((p) => p.is === "rest" || p.is === "all"),
  );
  const values = split(
    Math.floor((f.cents + unit / 2) / unit),
    parts.map((p) => p.weight),
    home,
  ).map((v) => v * unit);
  const laid: Laid = { parts, puts: parts.map((p) => putsOn(p, findings)), values, home };
  const duties = componentDuties(r, findings, laid);
  const ordinary = ordinaryDuties(r, f.cents, laid);
  const lines = parts.map((part, i): FormLine => {
    const value = showCents(values[i] as number);
    const above = (laid.puts[i] as readonly Put[]).map((p) => tariff(p, duties.get(p.finding)?.[i]));
    return { line: i + 1, part: part.name, origin: r.from, value, tariffs: [...first(f), ...above, last(f, value, ordinary[i], i === home)] };
  });
  const short = r.code.length < 10 && f.leaves > 1 ? ["form: the number of chapters 1 to 97 is filed with ten digits, and this code is shorter"] : [];
  const bare = r.components.filter((c) => c.heading === null).map((c) => `form: the heading of ${c.measure} is not in hand`);
  return {
    form: { rounding: r.amount.rounding, lines, ...sums(f, values, [...duties.values(), ordinary].flat()) },
    warnings: [...short, ...bare],
  };
}

/** The provision of chapter 98 stands before all others. The value stays on the last number; the part that pays is said. */
function first(f: Filled): FormTariff[] {
  const heading = f.result.filing[0];
  if (heading === undefined || !heading.startsWith("98")) return [];
  const share = f.dutiable === undefined ? undefined : parsePercent(f.dutiable);
  const text = share === undefined ? "chapter 98 provision" : `${showCents(partOf(f.cents, share))} of ${showCents(f.cents)} pays`;
  return [{ heading, text, value: null, rate: null, duty: "0.00", why: "the provision that is claimed; each duty says on which value it is due", measure: null }];
}

/** The heading of a measure, or of what relieves it. */
function tariff(p: Put, duty: number | undefined): FormTariff {
  const { finding } = p;
  return {
    heading: p.heading ?? null,
    text: p.pays ? measureWords(finding.measure) : p.why.replace(/us\/[a-z0-9/-]+/g, measureWords).replace(/ \(9\d{3}\.[^)]*\)$/, ""),
    value: null,
    rate: p.pays ? `${showPercent(finding.percent)} %` : null,
    duty: p.pays ? cents(duty) : "0.00",
    why: p.why,
    measure: finding.measure,
  };
}

/** The number of chapters 1 to 97, which carries the value. */
function last(f: Filled, value: string, duty: number | undefined, home: boolean): FormTariff {
  const { result: r } = f;
  const replaced = r.components.find((c) => c.kind === "replaces-base");
  const quantity = f.quantity.map((q) => netQuantity(home ? q : { ...q, amount: "0" }, f.units));
  return {
    heading: showCode(r.code),
    text: r.text,
    value,
    rate: r.base?.text ?? null,
    duty: cents(duty),
    ...(quantity.length === 0 ? {} : { quantity }),
    why: replaced === undefined ? "the ordinary rate" : `${replaced.heading ?? replaced.measure} takes the place of the ordinary rate`,
    measure: null,
  };
}

/** Fees and totals of the entry, this line taken as the whole of it. */
function sums(f: Filled, values: readonly number[], duties: readonly (number | undefined)[]): Pick<FormView, "fees" | "totals" | "difference"> {
  const { amount } = f.result;
  const fees = amount.fees.map((x): FormFee => ({ class: feeClass(x), name: x.name, percent: x.percent, amount: x.amount }));
  const duty = sum(duties);
  const paid = fees.length === 0 ? undefined : sum(fees.map((x) => (x.amount === null ? undefined : toCents(x.amount))));
  const one = amount.base === null || amount.additional === null ? undefined : toCents(amount.base) + toCents(amount.additional);
  return {
    fees,
    totals: { value: showCents(values.reduce((n, v) => n + v, 0)), duty: cents(duty), fees: cents(paid), total: duty === undefined || paid === undefined ? null : showCents(duty + paid) },
    difference: amount.rounding !== "entry-7501" || duty === undefined || one === undefined ? null : `${duty < one ? "-" : ""}${showCents(Math.abs(duty - one))}`,
  };
}

/** Class codes of the fees block; a flat fee is that of an informal entry. Source: instructions to CBP Form 7501, block 39. */
function feeClass(fee: FeeView): string | null {
  const flat = fee.percent === null && fee.amount !== null && fee.amount !== "0.00";
  if (fee.name === "MPF") return flat ? "311" : "499";
  return fee.name === "HMF" ? "501" : null;
}

const sum = (all: readonly (number | undefined)[]): number | undefined => all.reduce((n, x) => (n === undefined || x === undefined ? undefined : n + x), 0);
const cents = (n: number | undefined): string | null => (n === undefined ? null : showCents(n));
