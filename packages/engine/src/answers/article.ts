import { type Article, articleOn, type Claim, countVerdicts, nearestIds } from "../law/index.js";
import { parseKnown, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { answerInWords } from "./ask.js";
import type { Asking, Desks } from "../desk/index.js";
import { unknown } from "./show-id.js";

/** A question that a claim raises, and its answer as known on the article's day and as known now. */
export interface Answered {
  readonly ask: string;
  readonly then: string;
  readonly hindsight: string | null;
}
export interface ArticleResult extends Omit<Article, "claims"> {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly warnings: readonly string[];
  readonly what: "article";
  readonly counts: readonly { readonly verdict: string; readonly claims: number }[];
  readonly claims: readonly (Omit<Claim, "ask"> & { readonly answers: readonly Answered[] })[];
}

/**
 * An article claim by claim: the verdict, what the record says, and our own answer then and with hindsight.
 * Hindsight is what `known` knows; asked as of the article's own day there is none.
 * @throws InputError for an article that is not in hand, or that had not appeared by then
 */
export function showArticle(desks: Desks, id: string, q: Asking): ArticleResult {
  const { articles, horizon } = desks.regime.law;
  const article = articles.find((a) => a.id === id);
  const day = toUtc(q.known).slice(0, 10);
  if (article === undefined || article.date > day)
    throw unknown(
      id,
      article !== undefined,
      nearestIds(
        id,
        articles.filter((a) => a.date <= day).map((a) => a.id),
      ),
      q.known,
    );
  const documents = new Set(desks.regimeAt(q.known, q.supposed).instruments.map((i) => i.id));
  const then = parseKnown(article.date).at;
  const later = q.known > then;
  const { claims, ...head } = articleOn(article, day, documents);
  return {
    on: toZoned(q.on, WASHINGTON),
    known: toUtc(q.known),
    horizon,
    warnings: ["an article is a proposal to be read, not law: nothing in an answer rests on it", ...desks.soon(q.known)],
    what: "article",
    ...head,
    counts: countVerdicts(claims),
    claims: claims.map(({ ask, ...c }) => ({
      ...c,
      answers: (ask ?? []).map((command) => ({
        ask: `truce ${command}`,
        then: answerInWords(desks, command, q, undefined),
        hindsight: later ? answerInWords(desks, command, q, q.known) : null,
      })),
    })),
  };
}
