/*
 * The layers of goods of China, Hong Kong and Macau by day, written again by hand from the texts, for goods outside Section 232:
 * EO 14195, 14228, 14257, 14259, 14266, 14298, 14357; CSMS 67834313; Proclamation 11012; 91 FR 47318. Rates in tenths of a percent.
 */
export interface Goods {
  readonly code: string;
  readonly base: number;
  /** Heading and rate of Section 301, for goods of China. */
  readonly list?: readonly [heading: string, rate: number];
  /** Outside the reciprocal duty by Annex II, outside Section 122 and outside the forced-labor action. */
  readonly exempt?: boolean;
}
export const GOODS: Readonly<Record<string, Goods>> = {
  "hand drills": { code: "8467.11.10.40", base: 45, list: ["9903.88.01", 250] },
  "plastic film": { code: "3921.12.19.10", base: 53, list: ["9903.88.02", 250] },
  "travel bags": { code: "4202.92.31.31", base: 176, list: ["9903.88.03", 250] },
  "cotton denim": { code: "5209.49.00.20", base: 84, list: ["9903.88.03", 250] },
  shoes: { code: "6403.99.40.80", base: 50, list: ["9903.88.15", 75] },
  gloves: { code: "6116.92.64.30", base: 235, list: ["9903.88.15", 75] },
  brushes: { code: "9603.40.40.40", base: 40 },
  toys: { code: "9503.00.00.73", base: 0 },
  laptops: { code: "8471.30.01.00", base: 0, exempt: true },
};
export type Origin = "CN" | "HK" | "MO";
export type Layer = readonly [heading: string, rate: number];

const within = (day: string, from: string, until: string): boolean => day >= from && day < until;

/** What is filed above the number of the goods, in customs' order. */
export function layers(g: Goods, origin: Origin, day: string): Layer[] {
  const out: Layer[] = [];
  if (g.list !== undefined && origin === "CN") out.push(g.list);
  if (day >= "2026-07-24" && origin !== "MO") out.push(g.exempt === true ? ["9903.05.86", 0] : [origin === "CN" ? "9903.05.31" : "9903.05.43", 125]);
  if (within(day, "2025-02-04", "2025-03-04") && origin !== "MO") out.push(["9903.01.20", 100]);
  if (within(day, "2025-03-04", "2026-02-24") && origin !== "MO") out.push(["9903.01.24", day < "2025-11-10" ? 200 : 100]);
  if (within(day, "2025-04-05", "2026-02-24")) out.push(reciprocal(g, day));
  if (within(day, "2026-02-24", "2026-07-24")) out.push(g.exempt === true ? ["9903.03.03", 0] : ["9903.03.01", 100]);
  return out;
}

function reciprocal(g: Goods, day: string): Layer {
  if (g.exempt === true) return ["9903.01.32", 0];
  if (within(day, "2025-04-09", "2025-04-10")) return ["9903.01.63", 840];
  return within(day, "2025-04-10", "2025-05-14") ? ["9903.01.63", 1250] : ["9903.01.25", 100];
}

/** Duty in cents at a rate in tenths of a percent on whole dollars, half a cent up. */
export const dutyOf = (dollars: number, rate: number): number => Math.floor((dollars * rate * 2 + 10) / 20);
const cents = (n: number): string => (n / 100).toFixed(2);

/** The rows of a line as the helper of tests reads them. */
export function lineOf(g: Goods, above: readonly Layer[], dollars: number): string[] {
  return [...above.map(([h, rate]) => `${h} - ${cents(dutyOf(dollars, rate))}`), `${g.code} ${dollars} ${cents(dutyOf(dollars, g.base))}`];
}

/** The first and the last day of each layer, and a day between. */
export const DAYS = [
  ..."2025-01-15 2025-02-03 2025-02-04 2025-03-03 2025-03-04 2025-04-04 2025-04-05 2025-04-08 2025-04-09 2025-04-10 2025-05-13 2025-05-14 2025-08-12".split(" "),
  ..."2025-11-09 2025-11-10 2026-02-23 2026-02-24 2026-04-06 2026-07-23 2026-07-24 2026-10-01 2026-10-10".split(" "),
];
