import { type Instrument, show, type ShowResult, UnknownId } from "../law/index.js";
import { type TruceLife, truceLife } from "../outlook/index.js";
import { type Instant, toUtc } from "../time/index.js";
import { type ArticleResult, showArticle } from "./article.js";
import { type Asking, type Desks, InputError } from "../desk/index.js";

/**
 * One thing by its id, with the warnings that belong to the question.
 * @throws InputError `unknown-id` naming the nearest ids, or saying that it was not known by then
 */
export function showId(desks: Desks, id: string, q: Asking): (ShowResult & { readonly truce?: TruceLife }) | ArticleResult {
  if (id.startsWith("article/")) return showArticle(desks, id, q);
  const { horizon, scenarios } = desks.regime.law;
  const scenario = scenarios.find((s) => s.id === id && !q.supposed.includes(s));
  const supposed = scenario === undefined ? q.supposed : [...q.supposed, scenario];
  const ask = (rest: readonly Instrument[]): ShowResult => show(desks.regimeAt(q.known, rest), { on: q.on, known: q.known, horizon }, id);
  try {
    const result = ask(supposed);
    const idle = scenario === undefined ? desks.idle(q.known, supposed, ask) : [`${id} is a scenario, not law: it is shown as if it were supposed`];
    const life = result.what === "measure" && result.members !== undefined ? truceLife(desks.regimeAt(q.known, supposed), q.on) : undefined;
    return { ...result, ...(life === undefined ? {} : { truce: life }), warnings: [...result.warnings, ...desks.soon(q.known), ...idle] };
  } catch (e) {
    if (!(e instanceof UnknownId)) throw e;
    throw unknown(e.id, e.later, [...e.nearest], q.known);
  }
}

/** The error for an id that names nothing, or nothing yet. */
export function unknown(id: string, later: boolean, nearest: readonly string[], known: Instant): InputError {
  const name = id.length > 80 ? `${id.slice(0, 80)}…` : id;
  return later
    ? new InputError("unknown-id", `${name} is not known by ${toUtc(known)}`, "ask with a later --known", "id")
    : new InputError("unknown-id", `nothing known by ${toUtc(known)} has the id "${name}"`, `the nearest ids are ${nearest.join(", ")}; truce timeline --about WORDS finds documents by words`, "id");
}
