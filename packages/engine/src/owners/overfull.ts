import { BRANCH, INDIRECT, type Stake } from "../controls/index.js";

const WHOLE = 1_000_000;
const MOST = 100;

/**
 * Classes of which more than the whole is surely held at one time: the file contradicts itself there.
 * @param unnamed whether an owner is not named, and may be one of the others
 */
export function overfull(stakes: readonly Stake[], unnamed: (owner: string) => boolean): string[] {
  const counted = (s: Stake): boolean => s.kind !== BRANCH && s.kind !== INDIRECT && s.low > 0 && !unnamed(s.owner);
  const sums = new Map<string, number>();
  for (const s of stakes) if (counted(s)) sums.set(key(s), (sums.get(key(s)) ?? 0) + s.low);
  const over = new Map<string, Stake[]>();
  for (const s of stakes) {
    if (!counted(s) || (sums.get(key(s)) as number) <= WHOLE) continue;
    const list = over.get(key(s));
    if (list === undefined) over.set(key(s), [s]);
    else list.push(s);
  }
  const out: string[] = [];
  for (const list of over.values()) {
    const worst = most(list);
    if (worst === undefined) continue;
    const { sum, last } = worst;
    if (out.length < MOST) out.push(`${last.source}: the stakes in ${last.owned} (${last.kind}) add up to ${sum / 10_000} %, more than the whole: correct them`);
  }
  return out;
}
const key = (s: Stake): string => `${s.owned}\n${s.kind}`;

/** The most that is held at one time, where it is more than the whole, and the stake that went over. */
function most(list: readonly Stake[]): { sum: number; last: Stake } | undefined {
  const steps = list.flatMap((s) => [{ at: s.from ?? -Infinity, by: s.low, s }, ...(s.until === undefined ? [] : [{ at: s.until, by: -s.low, s }])]);
  steps.sort((a, b) => a.at - b.at || a.by - b.by);
  let [sum, worst] = [0, WHOLE];
  let last: Stake | undefined;
  for (const step of steps) {
    sum += step.by;
    if (sum > worst) [worst, last] = [sum, step.s];
  }
  return last === undefined ? undefined : { sum: worst, last };
}
