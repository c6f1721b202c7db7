import { type Asked, type Clocks, type DutyDesk, type DutyResult, type FormLine, type FormTariff, parsePercent, partOf, showCents } from "../duty/index.js";
import { formality } from "./fees-of-entry.js";
import type { FiledEntry } from "./filed.js";
import { type Good, wholeDollars } from "./good.js";
import { digits, type HeadingUses } from "./heading-uses.js";
import { type Implied, impliedByDetour, impliedFacts } from "./implied.js";

/** A number that the law expects on a line, with the duty in cents on the value that was filed; undefined where it cannot be told. */
export interface Expected {
  readonly code: string;
  readonly duty: number | undefined;
  /** Whether a duty is paid under it, rather than relieved. */
  readonly pays: boolean;
  readonly measure: string | null;
  readonly why: string;
  readonly rate: string | null;
}
/** An article as the law prices it: the answer, and what it expects on each of the filed lines. */
export interface PricedGood {
  readonly result: DutyResult;
  readonly facts: Readonly<Record<string, string>>;
  readonly implied: readonly Implied[];
  /** Taken from the baseline that is filed, by no heading of its own. */
  readonly detour?: Implied;
}

/** The facts of an article: those of the report first, then of the entry, then what the filing implies. */
export function factsOf(desk: DutyDesk, entry: FiledEntry, good: Good, headings: HeadingUses): { facts: Record<string, string>; implied: readonly Implied[] } {
  const { goods } = desk.assessor("us");
  const facts: Record<string, string> = {};
  for (const p of good.parts) for (const [k, v] of Object.entries(p.line.facts)) facts[k] ??= v;
  if (entry.mode !== undefined) facts["mode"] ??= entry.mode;
  const kind = formality(entry.type);
  if (kind !== undefined) facts["entry"] ??= kind;
  const implied = impliedFacts({ entry, good, goods, headings }).filter((i) => facts[i.fact] === undefined);
  for (const i of implied) facts[i.fact] = i.value;
  return { facts, implied };
}

/** The value of an article in cents, each of its lines in whole dollars; undefined where a line has none. */
export function valueOfGood(good: Good): number | undefined {
  let sum = 0;
  for (const p of good.parts) {
    if (p.value === undefined) return undefined;
    sum += wholeDollars(p.value);
  }
  return sum;
}

/**
 * What an article owes at an instant, with the lines that it is filed on.
 * @throws QuestionError for a code, a day or a fact that cannot be read
 */
export function askGood(desk: DutyDesk, entry: FiledEntry, good: Good, facts: Readonly<Record<string, string>>, clocks: Clocks, on: string = entry.entered, code: string = good.code): DutyResult {
  const quantity = good.parts.flatMap((p) => p.main.quantity).filter((q) => !/^0*(\.0*)?$/.test(q.amount));
  const asked: Asked = {
    code,
    from: good.origin ?? "CN",
    to: "US",
    on,
    value: showCents(valueOfGood(good) ?? 0),
    quantity,
    facts,
    rounding: "entry-7501",
    form: true,
    brief: true,
  };
  return desk.answer(asked, clocks);
}

/** An article priced with what its report says and its filing implies. */
export function priceGood(desk: DutyDesk, entry: FiledEntry, good: Good, headings: HeadingUses, clocks: Clocks): PricedGood {
  const { facts, implied } = factsOf(desk, entry, good, headings);
  const result = askGood(desk, entry, good, facts, clocks);
  const detour = facts["loaded"] === undefined ? impliedByDetour(good, headings, result.filing) : undefined;
  if (detour === undefined) return { result, facts, implied };
  const more = { ...facts, loaded: detour.value };
  return { result: askGood(desk, entry, good, more, clocks), facts: more, implied: [...implied, detour], detour };
}

/** The line of the form that answers to a part of an article; undefined where the law knows no such part. */
export function lineFor(result: DutyResult, part: string): FormLine | undefined {
  const lines = result.form?.lines ?? [];
  return lines.length === 1 ? lines[0] : lines.find((l) => partName(l.part) === part);
}

/** The name of a part by its words on the form. */
export function partName(words: string): string {
  if (words === "all of it") return "all";
  const metal = /^the (steel|aluminum|copper) content$/.exec(words)?.[1];
  return metal ?? (words.startsWith("the US content") ? "us" : "rest");
}

/**
 * What the law expects on one filed line. Where the article is one line the duty is the form's own; where it is several, the rate on the value filed there.
 * `cents`: the value of the line as filed.
 */
export function expectedOn(result: DutyResult, line: FormLine, cents: number): Expected[] {
  const alone = result.form?.lines.length === 1;
  return line.tariffs.flatMap((t) =>
    t.heading === null ? [] : [{ code: digits(t.heading), duty: dutyOf(t, line, alone, cents), pays: t.rate !== null, measure: t.measure, why: t.why, rate: t.rate }],
  );
}

function dutyOf(t: FormTariff, line: FormLine, alone: boolean, cents: number): number | undefined {
  if (t.measure !== null && t.rate === null) return 0;
  // Under a provision of chapter 98 a part of each line pays.
  if (!alone && t.duty !== null && line.tariffs[0]?.heading?.startsWith("98") === true) return Number(line.value) === 0 ? 0 : Math.round((Number(t.duty) * cents) / Number(line.value));
  const percent = t.rate === null ? undefined : parsePercent(t.rate.replace(/ ?%$/, ""));
  if (!alone && percent !== undefined && t.duty !== null && (t.measure !== null || !t.why.includes("takes the place"))) return partOf(wholeDollars(cents), percent);
  return t.duty === null ? undefined : Math.round(Number(t.duty) * 100);
}
