import { type Clocks, type DutyDesk, type DutyResult, type FormLine, ofThisLine, QuestionError } from "@truce/engine/duty";
import { digitsOf, type FiledLine } from "@truce/engine/entry";
import type { Random } from "./make-random.js";

/** Goods on their way to an entry. */
export interface Parcel {
  readonly code: string;
  readonly origin: string;
  readonly day: string;
  readonly mode: string;
  readonly type: string;
}
/** Units that a report can hold; goods that are measured by a content of theirs are left out of the book. */
const UNIT = /^[A-Za-z][A-Za-z0-9 .]{0,11}$/;
/** More answers than this are not needed to settle any line; goods that stay open are left out of the book. */
const TRIES = 8;

/** Provisions of chapter 98 under which a part of the value pays. */
const PARTLY = ["9802.00.40", "9802.00.50", "9802.00.60", "9802.00.80"];

/** Facts that the report carries for goods, the quantities, and the lines of the form; undefined where the line cannot be settled. */
export function makeGood(desk: DutyDesk, parcel: Parcel, clocks: Clocks, random: Random): { lines: FiledLine[]; value: number } | undefined {
  const abroad = random.chance(6);
  const most = random.chance(20) ? 400_000 : 30_000;
  // Of an article of chapter 98 a part pays: values of which a twentieth is in whole dollars.
  const value = abroad ? 2_000 * (1 + random.below(most / 20)) : 100 * (1 + random.below(most));
  const facts: Record<string, string> = {};
  if (abroad) Object.assign(facts, { "chapter-98": random.pick(PARTLY), dutiable: random.pick(["5", "25", "40", "75"]) });
  if (parcel.code.startsWith("76") && random.chance(30)) facts["smelt"] = "RU";
  const entry = parcel.type === "11" ? "informal" : "formal";
  const quantity: { amount: string; unit: string }[] = [];
  const ask = (): DutyResult =>
    desk.answer(
      {
        code: parcel.code,
        from: parcel.origin,
        to: "US",
        on: parcel.day,
        value: String(value / 100),
        quantity,
        facts: { ...facts, mode: parcel.mode, entry },
        rounding: "entry-7501",
        form: true,
        brief: true,
      },
      clocks,
    );
  try {
    let r = ask();
    if (random.chance(25)) claim(r, facts, parcel, random);
    if (random.chance(3)) facts["use"] = random.pick(["donation", "informational"]);
    r = ask();
    for (let i = 0; i < TRIES && r.outcome === "needs-facts"; i++) {
      const m = r.missing[0];
      if (m === undefined || m.choices.length === 0 || m.fact === "code" || facts[m.fact] !== undefined) return undefined;
      facts[m.fact] = m.choices.join() === "0,100" ? String(percentOf(m.fact, facts, random)) : random.pick(m.choices);
      r = ask();
    }
    for (const s of r.base?.specific ?? []) if (!quantity.some((q) => q.unit === s.unit)) quantity.push({ amount: String(1 + random.below(5000)), unit: s.unit });
    if (quantity.some((q) => !UNIT.test(q.unit))) return undefined;
    if (quantity.length > 0) r = ask();
    if (r.outcome !== "settled" || !r.form || r.form.totals.duty === null || r.splitDay !== undefined) return undefined;
    if (r.form.lines.some((l) => l.tariffs.some((t) => t.heading === null || t.duty === null))) return undefined;
    if (r.components.some((c) => c.collected === "unknown") || (abroad && r.form.lines.length > 1)) return undefined;
    return { lines: r.form.lines.map((l) => filed(l, parcel, facts)), value };
  } catch (e) {
    if (e instanceof QuestionError) return undefined;
    throw e;
  }
}

/** Claims a relief that the answer offers: an exclusion by its heading, or goods that were under way. */
function claim(r: DutyResult, facts: Record<string, string>, parcel: Parcel, random: Random): void {
  const offered = r.candidates.filter(ofThisLine);
  if (offered.length === 0) return;
  const c = random.pick(offered);
  if (/transit/.test(c.id)) facts["loaded"] = earlier(parcel.day, 20 + random.below(25));
  else if (c.heading !== "") facts["claim"] = c.heading;
}

/** Shares that stay within the whole together. */
function percentOf(fact: string, facts: Readonly<Record<string, string>>, random: Random): number {
  if (fact === "metal-weight") return random.pick([0, 8, 14, 15, 40, 90]);
  const given = ["steel", "aluminum", "copper"].reduce((n, m) => n + Number(facts[m] ?? 0), 0);
  return random.pick([0, 5, 12, 25, 33, 40, 60, 100].filter((p) => p + given <= 100));
}

const earlier = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

function filed(l: FormLine, parcel: Parcel, facts: Readonly<Record<string, string>>): FiledLine {
  const provision = l.tariffs.find((t) => t.heading?.startsWith("98"));
  // What pays stands on the number of the goods, the rest on the provision.
  const pays = provision === undefined ? cents(l.value) : Math.round((cents(l.value) * Number(facts["dutiable"])) / 100);
  return {
    number: 0,
    origin: parcel.origin,
    facts: { ...facts },
    tariffs: l.tariffs.map((t) => ({
      code: digitsOf(t.heading as string),
      value: t === provision ? cents(l.value) - pays : t.value === null ? undefined : provision === undefined ? cents(t.value) : pays,
      duty: t.duty === null ? undefined : cents(t.duty),
      quantity: t.quantity ?? [],
      row: 0,
    })),
  };
}
const cents = (text: string): number => Math.round(Number(text) * 100);
