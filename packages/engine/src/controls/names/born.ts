/** How two birth dates stand to each other: the same day, possibly the same, nearly (a year apart, or day and month the other way round), or not. */
export type Birth = "same" | "fits" | "near" | "differs";
interface Span {
  readonly from: string;
  readonly to: string;
}
/** "Circa" is taken as so many years to either side. */
const CIRCA = 2;
const ORDER: readonly Birth[] = ["same", "fits", "near", "differs"];

/** A birth date as lists write it: 1960-05-02, 1960-05, 1960, circa 1960, 1958 to 1962; undefined for other text. */
export function bornSpan(text: string): Span | undefined {
  const m = /^(circa )?(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?: to (\d{4}))?$/.exec(text.trim().toLowerCase());
  if (m === null) return undefined;
  const [, circa, year = "", month, day, last] = m;
  if (circa !== undefined) return { from: `${Number(year) - CIRCA}-01-01`, to: `${Number(last ?? year) + CIRCA}-12-31` };
  if (last !== undefined) return { from: `${year}-01-01`, to: `${last}-12-31` };
  return { from: `${year}-${month ?? "01"}-${day ?? "01"}`, to: `${year}-${month ?? "12"}-${day ?? "31"}` };
}

/**
 * The best of the listed birth dates beside the one asked for; undefined where none can be compared.
 * @example birth("1960", ["1960-05-02"])?.how //=> "fits"
 */
export function birth(asked: string, listed: readonly string[]): { readonly how: Birth; readonly of: string } | undefined {
  const a = bornSpan(asked);
  if (a === undefined) return undefined;
  let best: { how: Birth; of: string } | undefined;
  for (const of of listed) {
    const b = bornSpan(of);
    if (b === undefined) continue;
    const how = compared(a, b);
    if (best === undefined || ORDER.indexOf(how) < ORDER.indexOf(best.how)) best = { how, of };
  }
  return best;
}

function compared(a: Span, b: Span): Birth {
  const exact = a.from === a.to && b.from === b.to;
  if (a.from <= b.to && b.from <= a.to) return exact ? "same" : "fits";
  const year = (day: string): number => Number(day.slice(0, 4));
  if (exact && a.from === `${b.from.slice(0, 4)}-${b.from.slice(8)}-${b.from.slice(5, 7)}`) return "near";
  return Math.min(Math.abs(year(a.from) - year(b.to)), Math.abs(year(b.from) - year(a.to))) <= 1 ? "near" : "differs";
}
