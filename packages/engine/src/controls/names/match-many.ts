import { NameError } from "./fold.js";
import type { NameIndex } from "./index-of-names.js";
import { type Matches, type MatchOptions, matchNames, type NameQuery } from "./match-names.js";

/** What became of one query of many: its matches, or why its name cannot be compared. */
export type ManyAnswer = Matches | { readonly error: { readonly code: NameError["code"]; readonly message: string; readonly hint: string } };
const STEP = 50;

/**
 * Many names, one after the other, in the order given. Equal queries are answered once; one that cannot be compared stands as its error and stops none.
 * @param onProgress called every 50 names and at the end; `false` from it ends the run, and what is done so far is returned
 * @example matchMany(index, [{ name: "Huawei" }, { name: "" }]).map((a) => "error" in a) //=> [false, true]
 */
export function matchMany(index: NameIndex, queries: readonly NameQuery[], options: MatchOptions = {}, onProgress?: (done: number, total: number) => boolean | void): ManyAnswer[] {
  const known = new Map<string, ManyAnswer>();
  const out: ManyAnswer[] = [];
  for (const q of queries) {
    const key = [q.name, q.type, q.country, q.address, q.identifier, q.born].join("\n");
    let a = known.get(key);
    if (a === undefined) {
      a = one(index, q, options);
      known.set(key, a);
    }
    out.push(a);
    if ((out.length % STEP === 0 || out.length === queries.length) && onProgress?.(out.length, queries.length) === false) break;
  }
  return out;
}

function one(index: NameIndex, q: NameQuery, options: MatchOptions): ManyAnswer {
  try {
    return matchNames(index, q, options);
  } catch (e) {
    if (!(e instanceof NameError)) throw e;
    return { error: { code: e.code, message: e.message, hint: e.hint } };
  }
}
