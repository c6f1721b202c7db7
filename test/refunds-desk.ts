import { checkDigit, type FiledEntry, type InterestRules, type RefundRules, refunds } from "@truce/engine/entry";
import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { beforeAll } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";

/* The refund desk for tests, on the law as it is, with one entry of which all is known. */
let desks: Desks;
export let rules: RefundRules;
let rates: InterestRules;
export const openDesk = (): void =>
  beforeAll(async () => {
    desks = new Desks(await openRegime());
    const held = desks.regime.law.refunds;
    rules = held.refunds as RefundRules;
    rates = held.interest as InterestRules;
  });

export const number = (n: number): string => {
  const ten = `ABC${String(n).padStart(7, "0")}`;
  return `ABC-${ten.slice(3)}-${checkDigit(ten)}`;
};
export type Change = Omit<Partial<FiledEntry>, "liquidation"> & {
  readonly status?: FiledEntry["liquidation"]["status"];
  readonly date?: string;
  readonly heading?: string;
  readonly duty?: number | null;
  readonly liquidation_blank?: FiledEntry["liquidation"]["blank"];
};
/** An entry of 100.00 of fentanyl duty of which the file says all that can be asked; each test changes what it is about. */
export function entry({ status, date, liquidation_blank, heading = "99030124", duty = 10_000, ...rest }: Change = {}): FiledEntry {
  return {
    number: number(1),
    type: "01",
    entered: "2025-10-25",
    importer: undefined,
    importerType: "corporation",
    mode: undefined,
    liquidation: { status, date, ...(liquidation_blank === undefined ? {} : { blank: liquidation_blank }) },
    reconciliation: false,
    reconciled: false,
    protest: "none",
    drawback: false,
    antidumping: false,
    lines: [{ number: 1, origin: "CN", facts: {}, tariffs: [{ code: heading, value: undefined, duty: duty ?? undefined, quantity: [], row: 2 }] }],
    fees: [],
    ...rest,
  };
}
export function ask(entries: readonly FiledEntry[], on: string, known = "2026-10-10") {
  const k = parseKnown(known).at;
  return refunds({ entries, problems: [], incomplete: new Set(), warnings: [] }, desks.regimeAt(k, []), rules, rates, { on: parseOn(on, WASHINGTON).at, known: k, horizon: desks.regime.law.horizon });
}
export const one = (change: Change, on = "2026-10-01", known?: string) => ask([entry(change)], on, known).entries[0];
/** The day of the declaration in most tests. */
export const D = "2026-10-01";
