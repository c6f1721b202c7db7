import type { FiledEntry, FiledLine, FiledTariff, FindingKind } from "@truce/engine/entry";

/** An entry in which one thing was made wrong: where the audit has to see it, and the difference in cents that it has to give. */
export interface Wrong {
  readonly entry: FiledEntry;
  readonly row: number;
  readonly difference: number | null;
}
interface Perturbation {
  readonly name: string;
  readonly kind: FindingKind;
  /** The finding that carries the difference, where another names the row. */
  readonly beside?: FindingKind;
  /** Undefined where the entry has nothing that could be made wrong so. */
  readonly make: (entry: Open) => Wrong | undefined;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenLine = Mutable<Omit<FiledLine, "tariffs">> & { tariffs: Mutable<FiledTariff>[] };
export type Open = Mutable<Omit<FiledEntry, "lines" | "fees">> & { lines: OpenLine[]; fees: { name: string; amount: number }[] };

const NEW_ROW = 1_000_000;
const is301 = (t: FiledTariff): boolean => /^9903(8801|8802|8803|8815)$/.test(t.code);
const relief = /^9903(0132|0133|0303|0306|0586|0590)$/;
const main = (l: OpenLine): Mutable<FiledTariff> => l.tariffs.at(-1) as Mutable<FiledTariff>;
const abroad = (l: OpenLine): boolean => l.tariffs[0]?.code.startsWith("98") === true;
/** Lines that are an article by themselves: their number stands once in the entry, and no provision of chapter 98 before it. */
const alone = (e: Open): OpenLine[] => e.lines.filter((l) => !abroad(l) && e.lines.filter((o) => main(o).code === main(l).code).length === 1);
const half = (n: number): number => Math.floor((n + 1) / 2);
const value = (e: Open): number => e.lines.reduce((n, l) => n + (main(l).value ?? 0), 0);
const first = (e: Open): number => e.lines[0]?.tariffs[0]?.row ?? 0;
/** The least of the merchandise fee in the fiscal years of the book: 89 FR 59126, 90 FR 34665. */
const least = (day: string): number => (day < "2025-10-01" ? 3271 : 3358);
const most = (day: string): number => (day < "2025-10-01" ? 63462 : 65150);
const mpf = (cents: number): number => Math.floor((cents * 3464 + 500_000) / 1_000_000);

/** The first line and number of it that a fault can be made on. */
function on(lines: readonly OpenLine[], fits: (t: FiledTariff, l: OpenLine) => boolean): { l: OpenLine; t: Mutable<FiledTariff>; i: number } | undefined {
  for (const l of lines) for (const [i, t] of l.tariffs.entries()) if (fits(t, l)) return { l, t, i };
  return undefined;
}
const done = (e: Open, row: number, difference: number | null): Wrong => ({ entry: e as unknown as FiledEntry, row, difference });

export const PERTURBATIONS: readonly Perturbation[] = [
  {
    name: "a Section 301 heading left out",
    kind: "missing-heading",
    make: (e) => {
      const hit = on(alone(e), (t) => is301(t) && (t.duty ?? 0) > 0);
      if (hit === undefined) return undefined;
      hit.l.tariffs.splice(hit.i, 1);
      return done(e, main(hit.l).row, -(hit.t.duty as number));
    },
  },
  {
    name: "a fentanyl heading after its collection stopped",
    kind: "extra-heading",
    make: (e) => {
      const l = alone(e)[0];
      if (e.entered < "2026-03-05" || l === undefined) return undefined;
      l.tariffs.unshift({ code: "99030124", value: undefined, duty: 5000, quantity: [], row: NEW_ROW });
      l.tariffs.sort((a, b) => slot(a.code) - slot(b.code));
      return done(e, NEW_ROW, 5000);
    },
  },
  {
    name: "a heading at twice its rate",
    kind: "wrong-rate",
    make: (e) => {
      const hit = on(alone(e), (t) => t.code.startsWith("99") && (t.duty ?? 0) > 0);
      if (hit === undefined) return undefined;
      const was = hit.t.duty as number;
      hit.t.duty = was * 2;
      return done(e, hit.t.row, was);
    },
  },
  {
    name: "Section 301 after the headings of the next action",
    kind: "wrong-order",
    make: (e) => {
      const hit = on(alone(e), (t, l) => is301(t) && slot(l.tariffs[l.tariffs.indexOf(t) + 1]?.code ?? "99") === 3);
      if (hit === undefined) return undefined;
      const next = hit.l.tariffs[hit.i + 1] as FiledTariff;
      hit.l.tariffs[hit.i] = next;
      hit.l.tariffs[hit.i + 1] = hit.t;
      return done(e, hit.t.row, 0);
    },
  },
  {
    name: "an exemption heading left out",
    kind: "missing-exemption-heading",
    make: (e) => {
      const hit = on(alone(e), (t) => relief.test(t.code));
      if (hit === undefined) return undefined;
      hit.l.tariffs.splice(hit.i, 1);
      return done(e, main(hit.l).row, 0);
    },
  },
  {
    name: "the merchandise fee line by line",
    kind: "wrong-fee",
    make: (e) => {
      const fee = e.fees.find((f) => f.name === "MPF");
      if (fee === undefined || e.type === "11" || e.lines.length < 2 || e.lines.some(abroad)) return undefined;
      const each = e.lines.reduce((n, l) => n + Math.min(most(e.entered), Math.max(least(e.entered), mpf(main(l).value ?? 0))), 0);
      if (each === fee.amount) return undefined;
      const difference = each - fee.amount;
      fee.amount = each;
      return done(e, first(e), difference);
    },
  },
  {
    name: "the harbor fee left out on ocean cargo",
    kind: "wrong-fee",
    make: (e) => {
      if (e.mode !== "ocean" || e.lines.some(abroad) || e.type === "06" || !e.fees.some((f) => f.name === "HMF")) return undefined;
      e.fees = e.fees.filter((f) => f.name !== "HMF");
      return done(e, first(e), -Math.floor((value(e) * 1250 + 500_000) / 1_000_000));
    },
  },
  {
    name: "an exclusion claimed for goods that have none",
    kind: "refused-claim",
    beside: "missing-heading",
    make: (e) => {
      // No exclusion in hand names a number of these chapters.
      const hit = on(alone(e), (t, l) => is301(t) && (t.duty ?? 0) > 0 && /^(52|55|57|64)/.test(main(l).code) && l.facts["claim"] === undefined);
      if (hit === undefined) return undefined;
      const was = hit.t.duty as number;
      hit.t.code = "99038869";
      hit.t.duty = 0;
      return done(e, hit.t.row, -was);
    },
  },
  {
    name: "metal content understated by a tenth",
    kind: "wrong-value-split",
    make: (e) => {
      const metal = e.lines.find((l) => l.tariffs.some((t) => /^9903(8191|8508|7801)$/.test(t.code)) && main(l).quantity.length === 0);
      const before = metal === undefined ? undefined : e.lines[e.lines.indexOf(metal) - 1];
      if (metal === undefined || before === undefined || main(before).code !== main(metal).code || e.lines.filter((l) => main(l).code === main(metal).code).length !== 2) return undefined;
      const was = main(metal).value as number;
      const moved = Math.floor(was / 1000) * 100;
      if (moved < 50_000) return undefined;
      const difference = revalue(metal, was - moved) + revalue(before, (main(before).value as number) + moved);
      return done(e, main(metal).row, difference);
    },
  },
  {
    name: "Section 301 on goods of Hong Kong",
    kind: "extra-heading",
    make: (e) => {
      const l = alone(e).find((x) => x.origin === "HK");
      if (l === undefined) return undefined;
      l.tariffs.unshift({ code: "99038803", value: undefined, duty: 2500, quantity: [], row: NEW_ROW });
      return done(e, NEW_ROW, 2500);
    },
  },
  {
    name: "list 4A at 15, its rate before 2020",
    kind: "wrong-rate",
    make: (e) => {
      const hit = on(alone(e), (t) => t.code === "99038815");
      if (hit === undefined) return undefined;
      const right = hit.t.duty as number;
      hit.t.duty = Math.floor(((main(hit.l).value as number) * 15 + 50) / 100);
      return done(e, hit.t.row, hit.t.duty - right);
    },
  },
  {
    name: "fentanyl at 10 while it was 20",
    kind: "wrong-rate",
    make: (e) => {
      const hit = on(alone(e), (t) => t.code === "99030124");
      if (hit === undefined || e.entered < "2025-03-05" || e.entered > "2025-11-09") return undefined;
      const right = hit.t.duty as number;
      hit.t.duty = half(right);
      return done(e, hit.t.row, hit.t.duty - right);
    },
  },
  {
    name: "a duty keyed one cent off",
    kind: "wrong-rate",
    make: (e) => {
      const hit = on(alone(e), (t) => t.code.startsWith("99") && (t.duty ?? 0) > 0);
      if (hit === undefined) return undefined;
      // Up: half a cent is rounded up, and may be rounded down.
      hit.t.duty = (hit.t.duty as number) + 1;
      return done(e, hit.t.row, 1);
    },
  },
  {
    name: "an ordinary duty keyed one cent off",
    kind: "wrong-base-rate",
    make: (e) => {
      const l = alone(e).find((x) => (main(x).duty ?? 0) > 0);
      if (l === undefined) return undefined;
      main(l).duty = (main(l).duty as number) + 1;
      return done(e, main(l).row, 1);
    },
  },
  {
    name: "a merchandise fee above its most",
    kind: "wrong-fee",
    make: (e) => {
      const fee = e.fees.find((f) => f.name === "MPF");
      const plain = mpf(value(e));
      if (fee === undefined || e.type === "11" || e.lines.some(abroad) || plain <= most(e.entered)) return undefined;
      fee.amount = plain;
      return done(e, first(e), plain - most(e.entered));
    },
  },
  {
    name: "a heading filed twice",
    kind: "extra-heading",
    make: (e) => {
      const hit = on(alone(e), (t) => t.code.startsWith("99") && (t.duty ?? 0) > 0);
      if (hit === undefined) return undefined;
      hit.l.tariffs.splice(hit.i, 0, { ...hit.t });
      (hit.l.tariffs[hit.i + 1] as Mutable<FiledTariff>).row = NEW_ROW;
      return done(e, NEW_ROW, hit.t.duty as number);
    },
  },
  {
    name: "a heading that no text names",
    kind: "unknown-code",
    make: (e) => {
      const l = alone(e)[0];
      if (l === undefined) return undefined;
      l.tariffs.splice(-1, 0, { code: "99039999", value: undefined, duty: 1000, quantity: [], row: NEW_ROW });
      return done(e, NEW_ROW, null);
    },
  },
];

/** Puts another value on a line, with each duty at the rate that it has, in tenths of a percent; says by how much the duty changes. */
function revalue(l: OpenLine, to: number): number {
  const from = main(l).value as number;
  let change = 0;
  for (const t of l.tariffs) {
    const tenths = Math.round(((t.duty ?? 0) * 1000) / from);
    const duty = Math.floor((to * tenths + 500) / 1000);
    change += duty - (t.duty ?? 0);
    t.duty = duty;
  }
  main(l).value = to;
  return change;
}

/** Customs' order by the beginnings of numbers, written again here. */
function slot(code: string): number {
  if (/^9903(88|91|92)/.test(code)) return 1;
  if (code.startsWith("990305")) return 2;
  if (/^9903(01|02|03)/.test(code)) return 3;
  return code.startsWith("99") ? 4 : 9;
}
