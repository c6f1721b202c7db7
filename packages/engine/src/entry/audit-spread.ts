import type { FiledLine, FiledTariff } from "./filed.js";
import type { FiledPart } from "./good.js";
import type { Expected } from "./price-good.js";

/** A line whose duty the report gives as one sum. */
export interface Spread {
  /** The line with that sum laid out over its numbers, each by its own rate. */
  readonly line: FiledLine;
  /** The row that holds the sum, and what it was, in cents. */
  readonly row: FiledTariff;
  /** What of the sum none of the expected numbers explains, in cents. */
  readonly rest: number;
}

/**
 * Some reports put the duty of a whole line on one of its rows, or repeat it on all of them. Undefined where the rows have duties of their own:
 * the sum is taken for one only where it lies nearer to what the line owes than to what its own number does.
 */
export function spreadDuty(part: FiledPart, expected: readonly Expected[]): Spread | undefined {
  const { tariffs } = part.line;
  const paid = tariffs.filter((t) => (t.duty ?? 0) > 0);
  const row = paid[0];
  const repeated = tariffs.length > 1 && paid.length === tariffs.length && paid.every((t) => t.duty === row?.duty);
  if (row?.duty === undefined || tariffs.length < 2 || (paid.length > 1 && !repeated)) return undefined;
  const own = (t: FiledTariff): Expected | undefined => expected.find((e) => e.code === t.code);
  const known = tariffs.map((t) => own(t)?.duty ?? 0);
  if (tariffs.some((t) => own(t) !== undefined && own(t)?.duty === undefined) || known.filter((d) => d > 0).length < (own(row)?.duty === 0 ? 1 : 2)) return undefined;
  const sum = known.reduce((n, d) => n + d, 0);
  const alone = Math.min(...tariffs.flatMap((t) => ((t.duty ?? 0) > 0 ? [Math.abs((t.duty as number) - (own(t)?.duty ?? 0))] : [])));
  if (Math.abs(row.duty - sum) >= alone) return undefined;
  const rest = row.duty - sum;
  const extra = tariffs.filter((t) => own(t) === undefined && t.code.startsWith("99"));
  const [odd] = extra;
  // A sum above what is due beside one heading too many is what was paid under that heading.
  const under = extra.length === 1 && rest > 0 ? odd : undefined;
  return {
    line: { ...part.line, tariffs: tariffs.map((t, i) => ({ ...t, duty: (known[i] as number) + (t === under ? rest : 0) })) },
    row,
    rest: under === undefined ? rest : 0,
  };
}
