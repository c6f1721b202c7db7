/** How a claim of an article compares with the record. */
export const VERDICTS = ["correct", "imprecise", "wrong", "self-contradiction", "opinion-or-forecast", "not-verifiable", "out-of-scope"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One claim of an article, in our words. */
export interface Claim {
  readonly id: string;
  readonly says: string;
  readonly verdict: Verdict;
  /** What the record says that was known on the article's day. */
  readonly record: string;
  /** What became known afterwards, from which day on. */
  readonly later?: readonly { readonly from: string; readonly says: string }[];
  /** Instruments on which the verdict rests. */
  readonly cites?: readonly string[];
  /** The truce commands that answer it. */
  readonly ask?: readonly string[];
  /** A claim of the same article that it contradicts. */
  readonly against?: string;
}
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly note?: string;
  readonly claims: readonly Claim[];
}

/** How many claims have each verdict, in the order of VERDICTS; verdicts that no claim has are left out. */
export function countVerdicts(claims: readonly Claim[]): { readonly verdict: Verdict; readonly claims: number }[] {
  return VERDICTS.map((verdict) => ({ verdict, claims: claims.filter((c) => c.verdict === verdict).length })).filter((v) => v.claims > 0);
}

/**
 * An article as someone sees it who knows what was known by a day: nothing is told, and no document named, that came later.
 * @example articleOn(article, "2025-10-25", ids).claims[12].later //=> undefined
 */
export function articleOn(a: Article, day: string, documents: ReadonlySet<string>): Article {
  return {
    ...a,
    claims: a.claims.map(({ later, cites, ...c }) => {
      const heard = (later ?? []).filter((l) => l.from <= day);
      const known = (cites ?? []).filter((id) => documents.has(id));
      return { ...c, ...(heard.length === 0 ? {} : { later: heard }), ...(known.length === 0 ? {} : { cites: known }) };
    }),
  };
}
