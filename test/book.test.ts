import { isAbsolute, join } from "node:path";
import { type Book, type Cell, compileBook, priceLine, type Priced } from "@truce/engine/book";
import { checkQuantity, type DutyResult, MILLION, notCovered, outside, parseCents, partOf, QuestionError, readCode, readRounding, showCents, showPercent, type Side, zoneOf } from "@truce/engine/duty";
import { instant, parseKnown, parseOn, toUtc } from "@truce/engine/time";
import { describe, expect, test } from "vitest";
import { errorView } from "../packages/node/dist/cli/output.js";
import { Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import type { Answer } from "./golden/compare.js";
import { type DutyCase, type Given, root } from "./golden/read.js";
import { describeAnswers, dutyCases } from "./shared-suite.js";

const NOW = instant(Date.UTC(2026, 9, 10, 12) / 60_000);
const desks = openRegime().then((regime) => new Desks(regime));
const books = new Map<string, Promise<Book>>();

async function bookFor(side: Side, known: number, suppose: readonly string[]): Promise<Book> {
  const key = `${side} ${known} ${suppose.join()}`;
  let book = books.get(key);
  if (book === undefined) {
    book = desks.then(async (d) =>
      compileBook(
        d.desk(
          instant(known),
          await suppositions(
            suppose.map((s) => (s.endsWith(".yaml") && !isAbsolute(s) ? join(root, s) : s)),
            d.regime,
          ),
        ).grounds,
        instant(known),
        side,
      ),
    );
    books.set(key, book);
  }
  return book;
}

const cents = (n: number | undefined): string | null => (n === undefined ? null : showCents(n));

/** The answer of the book in the form of the interpreter's, as far as cells say it. */
async function ask(given: Given): Promise<Answer> {
  try {
    const from = country(given.from ?? (given.to === "CN" ? "US" : "CN"));
    const to = country(given.to ?? (from === "US" ? "CN" : "US"));
    const side: Side = to === "CN" ? "cn" : "us";
    const zone = zoneOf(side);
    const known = given.known === undefined ? NOW : parseKnown(given.known).at;
    const at = given.on === undefined ? NOW : parseOn(given.on, zone).at;
    const rounding = readRounding(given.rounding ?? (given.form === true && side === "us" ? "entry-7501" : undefined), side);
    const value = parseCents(given.value ?? 100);
    checkQuantity(given.quantity ?? []);
    const book = await bookFor(side, known, given.suppose ?? []);
    const asks = { code: readCode(given.code), from, to, on: "", known: toUtc(known), horizon: "" };
    const foreign = outside("", from, to, side, "2100-01-01", book.grounds.first);
    if (foreign !== undefined) return notCovered(foreign, asks, side);
    const place = book.place(given.code);
    const cell = book.cell(book.cellOf(place, from, at, book.circumstance(given.facts ?? {})));
    if (cell.outcome === "not-covered") return notCovered(cell.why ?? "", asks, side);
    return shaped(cell, priceLine(cell, value, given.quantity ?? [], rounding), rounding === "cents" ? value : Math.floor((value + 50) / 100) * 100, side, rounding) as Answer;
  } catch (e) {
    const view = errorView(e);
    if (view === undefined) throw e;
    return { error: view };
  }
}

function country(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text)) throw new QuestionError("bad-country", `"${text}" is not a country code`, "from", "");
  return text.toUpperCase();
}

function shaped(cell: Cell, p: Priced, value: number, side: Side, rounding: "cents" | "entry-7501"): unknown {
  const settled = cell.outcome === "settled";
  const whole = value === 0 || cell.parts.every((x) => x.share === MILLION);
  const ordinary = cell.base?.rate;
  const points = (parts: readonly number[]): number =>
    whole ? parts.reduce((n, k) => n + above(cell, k), 0) : Math.round((parts.reduce((n, k) => n + (p.parts[k]?.amount ?? 0), 0) / value) * MILLION);
  const all = cell.parts.map((_, k) => k);
  const additional = settled ? points(all) : null;
  const owed = settled ? points(all.filter((k) => cell.parts[k]?.owed !== "no")) : null;
  const base = basePoints(cell, p, value);
  return {
    outcome: cell.outcome,
    base: ordinary === undefined ? null : { text: ordinary.text, percent: ordinary.percent === undefined || ordinary.partial.length > 0 ? null : showPercent(ordinary.percent) },
    components: cell.parts.map((x, k) => ({ ...x, percent: showPercent(x.percent), basis: cents(p.parts[k]?.basis), amount: cents(p.parts[k]?.amount) })),
    missing: cell.missing.map((m) => ({ fact: m.fact, range: { percentMin: showPercent(m.min), percentMax: m.max === undefined ? null : showPercent(m.max) }, instruments: [] })),
    notDue: [],
    range: cell.outcome === "needs-facts" ? { percentMin: showPercent(cell.min), percentMax: cell.max === undefined ? null : showPercent(cell.max) } : null,
    additionalPercent: additional === null ? null : showPercent(additional),
    totalPercent: additional === null || base === undefined ? null : showPercent(additional + base),
    owedPercent: owed === null ? null : showPercent(owed),
    amount: { currency: side === "us" ? "USD" : "CNY", base: cents(p.base), additional: cents(p.additional), total: cents(p.total), fees: [], rounding },
  } satisfies Partial<Record<keyof DutyResult, unknown>>;
}

const above = (cell: Cell, k: number): number => {
  const part = cell.parts[k] as Cell["parts"][number];
  return part.kind === "replaces-base" ? Math.max(0, part.percent - (cell.base?.rate.percent ?? 0)) : part.percent;
};

function basePoints(cell: Cell, p: Priced, value: number): number | undefined {
  const rate = cell.base?.rate;
  if (rate?.percent === undefined) return undefined;
  if (rate.specific.length === 0 && rate.partial.length === 0) return cell.base?.share === MILLION ? rate.percent : partOf(rate.percent, cell.base?.share ?? 0);
  return p.base === undefined || value === 0 ? undefined : Math.round((p.base / value) * MILLION);
}

/** What a cell does not hold: it is asked of the interpreter, for one line at a time. */
const no = (why: string) => () => why;
const SILENT: Readonly<Record<string, (c: DutyCase) => string | undefined>> = {
  ...Object.fromEntries(["fees", "feeLimits", "feeWhy", "formFees"].map((k) => [k, no("fees are once for an entry")])),
  ...Object.fromEntries(
    ["form", "parts", "order", "quantities", "givenQuantities", "formDifference", "formTotals", "filing"].map((k) => [k, no("the lines of an entry summary are the interpreter's")]),
  ),
  ...Object.fromEntries(
    ["taxes", "vat", "vatRange", "withTaxes", "allIn", "excluded", "excludedMoney", "excludedTaxes", "excludedWithTaxes", "excludedAllIn"].map((k) => [
      k,
      no("China's taxes and exclusions are the interpreter's"),
    ]),
  ),
  ...Object.fromEntries(["next", "nextBecause", "branches", "branchIf", "splitDay"].map((k) => [k, no("what changes later is asked for one line at a time")])),
  ...Object.fromEntries(["claims", "candidates", "offers", "leavesOut", "decidedBy", "warns", "says"].map((k) => [k, no("words for one reader")])),
  ...Object.fromEntries(["notDue", "by", "why", "duties", "drawback", "becauseDrawback"].map((k) => [k, no("reasons of what is not due, and of drawback, are the interpreter's")])),
  money: (c) => (c.given.to === "CN" || c.given.from === "US" ? undefined : "its total holds the fees of an entry"),
  total: (c) => (c.given.facts?.["chapter-98"] === undefined ? undefined : "chapter 98 narrows what the ordinary rate is taken on"),
};

describeAnswers("the book", ask, { silent: SILENT });

describe("the book answers", () => {
  test("most of what the cases ask", () => {
    const all = dutyCases.flatMap((c) => Object.keys(c.expect).map((k) => SILENT[k]?.(c)));
    expect(all.filter((w) => w === undefined).length).toBeGreaterThan(all.length / 2);
  });
});
