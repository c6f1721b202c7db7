import type { ListCode, Party } from "../types.js";
import { isSchema, properties, type Said, said, TYPES } from "./ftm.js";

/** The body of `POST /match/{dataset}`, in the shape that clients of yente send. */
export interface MatchRequest {
  readonly weights?: Readonly<Record<string, number>>;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly queries: Readonly<Record<string, MatchExample>>;
}
export interface MatchExample {
  readonly id?: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}
/** Its query parameters. */
export interface MatchParameters {
  readonly threshold?: number;
  readonly cutoff?: number;
  readonly limit?: number;
  readonly algorithm?: string;
  readonly topics?: readonly string[];
  readonly include_dataset?: readonly string[];
  readonly exclude_dataset?: readonly string[];
  readonly exclude_schema?: readonly string[];
  readonly exclude_entity_ids?: readonly string[];
  readonly changed_since?: string;
}
/** One line of why: what was compared, its score and its weight. */
export interface Line {
  readonly feature: string;
  readonly score: number;
  readonly query: string;
  readonly candidate: string;
  readonly detail: string;
}
/** One party found, best first. */
export interface Found {
  readonly party: Party;
  readonly score: number;
  readonly because: readonly Line[];
}
/** What the doors give the pure function: how names are looked up, and what each list is called outside. */
export interface MatchGrounds {
  readonly search: (query: Said, limit: number, keep: (party: Party) => boolean) => { readonly found: readonly Found[]; readonly total: number };
  /** The dataset name and topics of a list. */
  readonly dataset: (list: ListCode) => { readonly name: string; readonly topics: readonly string[] };
  readonly lists: readonly { readonly id: string; readonly lists: readonly ListCode[]; readonly asOf: string; readonly tooOld: boolean }[];
  readonly asOf: string;
  readonly known: string;
}
/** Thrown for a body that is not a match request. `field` says where. */
export class MatchError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}
export const MOST_QUERIES = 100;
const MOST_RESULTS = 500;
/** yente's own default. */
const THRESHOLD = 0.7;

/**
 * Answers a match request in yente's shape, with the days of the lists beside it.
 * @throws MatchError with the field, for a body of another shape
 * @example matchResponse({ queries: { q1: { schema: "Company", properties: { name: ["Huawei"] } } } }, { limit: 5 }, grounds)
 */
export function matchResponse(body: unknown, parameters: MatchParameters, grounds: MatchGrounds): unknown {
  const request = checked(body);
  const limit = Math.min(MOST_RESULTS, Math.max(1, Math.floor(parameters.limit ?? 5)));
  const threshold = between("threshold", parameters.threshold ?? THRESHOLD);
  const cutoff = between("cutoff", parameters.cutoff ?? Math.min(0.5, threshold));
  const keep = kept(parameters, grounds);
  const responses = Object.fromEntries(Object.entries(request.queries).map(([key, q]) => [key, answer(key, q, limit, threshold, cutoff, keep, grounds)]));
  const ignored = [
    ...(Object.keys(request.weights ?? {}).length > 0 ? ["weights are not used: each score says what it is made of"] : []),
    ...(parameters.algorithm === undefined || parameters.algorithm === "truce" ? [] : [`the algorithm is truce's own, not ${parameters.algorithm.slice(0, 40)}`]),
    ...(parameters.changed_since === undefined ? [] : ["changed_since is not used: lists are read whole"]),
    ...grounds.lists.filter((l) => l.tooOld).map((l) => `the copy ${l.id} is of ${l.asOf}: nothing found in it is no answer about today`),
  ];
  return { responses, limit, asOf: grounds.asOf, known: grounds.known, lists: grounds.lists, warnings: ignored };
}

function answer(key: string, q: MatchExample, limit: number, threshold: number, cutoff: number, keep: (p: Party) => boolean, grounds: MatchGrounds): unknown {
  const query = Object.fromEntries(Object.entries(q.properties).map(([k, v]) => [k, typeof v === "string" ? [v] : v]));
  const read = said(q.schema, query);
  if (read.names.length === 0 && read.identifiers.length === 0) throw new MatchError(`queries.${key.slice(0, 40)}.properties.name`, "a query needs a name or a number that identifies the party");
  const { found, total } = grounds.search(read, limit, keep);
  const results = found.filter((f) => f.score >= cutoff).slice(0, limit);
  return {
    status: 200,
    query: { ...(q.id === undefined ? {} : { id: q.id }), schema: q.schema, properties: query },
    total: { value: total, relation: "eq" },
    results: results.map((f) => result(f, threshold, grounds)),
    ...(read.unread.length === 0 ? {} : { warnings: read.unread }),
  };
}

function result(f: Found, threshold: number, grounds: MatchGrounds): unknown {
  const { name, topics } = grounds.dataset(f.party.listing.list);
  return {
    id: f.party.id,
    caption: f.party.names[0]?.text ?? f.party.id,
    schema: TYPES[f.party.type],
    properties: { ...properties(f.party), topics },
    datasets: [name],
    referents: [],
    target: true,
    first_seen: f.party.listing.from ?? null,
    score: f.score,
    match: f.score >= threshold,
    features: Object.fromEntries(f.because.map((b) => [b.feature, b.score])),
    explanations: Object.fromEntries(f.because.map(({ feature, ...rest }) => [feature, rest])),
  };
}

/** Which parties the parameters leave in. */
function kept(p: MatchParameters, grounds: MatchGrounds): (party: Party) => boolean {
  const [include, without, schemas, ids, topics] = [p.include_dataset, p.exclude_dataset, p.exclude_schema, p.exclude_entity_ids, p.topics].map((x) =>
    x === undefined || x.length === 0 ? undefined : new Set(x),
  );
  return (party) => {
    const dataset = grounds.dataset(party.listing.list);
    const is = (names: Set<string>): boolean => names.has(dataset.name) || names.has(party.listing.list);
    return (
      (include === undefined || is(include)) &&
      (without === undefined || !is(without)) &&
      !(schemas?.has(TYPES[party.type]) ?? false) &&
      !(ids?.has(party.id) ?? false) &&
      (topics === undefined || dataset.topics.some((t) => topics.has(t)))
    );
  };
}

function between(field: string, n: number): number {
  if (!(n >= 0 && n <= 1)) throw new MatchError(field, `${field} lies between 0 and 1`);
  return n;
}

function checked(body: unknown): MatchRequest {
  const isMap = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);
  if (!isMap(body)) throw new MatchError("body", "the body is a JSON object with queries");
  const { queries } = body;
  if (!isMap(queries)) throw new MatchError("queries", 'queries are an object of names and queries, such as {"q1":{"schema":"Company","properties":{"name":["…"]}}}');
  const keys = Object.keys(queries);
  if (keys.length > MOST_QUERIES) throw new MatchError("queries", `${keys.length} queries: at most ${MOST_QUERIES} at once`);
  for (const key of keys) {
    const at = `queries.${key.slice(0, 40)}`;
    const q = queries[key];
    if (!isMap(q)) throw new MatchError(at, "a query is an object with schema and properties");
    if (typeof q["schema"] !== "string" || !isSchema(q["schema"]))
      throw new MatchError(`${at}.schema`, "the schema is one of Company, Organization, PublicBody, LegalEntity, Person, Vessel, Airplane, Address, Thing");
    if (q["id"] !== undefined && typeof q["id"] !== "string") throw new MatchError(`${at}.id`, "the id is text");
    if (!isMap(q["properties"])) throw new MatchError(`${at}.properties`, "properties are an object of names and lists of text");
    for (const [name, v] of Object.entries(q["properties"]))
      if (typeof v !== "string" && !(Array.isArray(v) && v.every((x) => typeof x === "string"))) throw new MatchError(`${at}.properties.${name.slice(0, 40)}`, "a property is text, or a list of text");
  }
  return body as unknown as MatchRequest;
}
