import type { Act, Change, Condition, ControlClause, Goods, GoodsStep, Terms, Transit } from "@truce/engine/law";
import { BEIJING, EVER, fromWall, type Instant, OPEN, parseDay, parseInstant, WASHINGTON } from "@truce/engine/time";

type Raw = Record<string, unknown>;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The zone of the side on which a document stands. */
export const zoneOf = (side: string): string => (side === "cn" ? BEIJING : WASHINGTON);

/** A percentage in points as parts per million: "7.5" is 75000. */
export function ppm(text: unknown): number {
  const [whole = "0", fraction = ""] = String(text).split(".");
  return Number(whole) * 10_000 + Number(fraction.padEnd(4, "0"));
}
const many = <T>(v: unknown): T[] => (v === undefined ? [] : Array.isArray(v) ? (v as T[]) : [v as T]);

/** Turns one checked act of a YAML file into the engine's form. Throws WhenError for impossible dates. */
export function toAct(verb: string, raw: Raw, side: string, head: { announced: Instant; announcedDay?: string }, line: number): Act {
  const inferred = [...many<string>(raw["inferred"])];
  const moment = (key: string, fallback?: Instant): Instant => {
    const text = raw[key] as string | undefined;
    if (text === undefined) return fallback as Instant;
    if (!DAY.test(text)) return parseInstant(text);
    if (!inferred.includes(key)) inferred.push(key);
    return fromWall(`${parseDay(text)}T00:01`, zoneOf(side));
  };
  const own = raw["announced"] as string | undefined;
  const announced = own === undefined ? head.announced : announcedAt(own);
  const day = own === undefined ? head.announcedDay : DAY.test(own) ? own : undefined;
  const names = many<string>(raw[verb]);
  const from = moment("from", EVER);
  const until = moment("until", OPEN);
  const ruled = moment("ruled", EVER);
  const base = {
    announced,
    line,
    ...(day === undefined ? {} : { announcedDay: day }),
    ...(raw["by"] === undefined ? {} : { by: raw["by"] as string }),
    ...(raw["cites"] === undefined ? {} : { cites: raw["cites"] as string[] }),
    ...(raw["note"] === undefined ? {} : { note: raw["note"] as string }),
    ...(inferred.length === 0 ? {} : { inferred }),
  };
  const first = names[0] as string;
  const told = { ...(raw["from"] === undefined ? {} : { from }), ...(raw["until"] === undefined ? {} : { until }) };
  const opt = <K extends string>(key: K, as: K | string = key) => (raw[key] === undefined ? {} : { [as]: raw[key] });
  const act = ((): object => {
    switch (verb) {
      case "impose":
        return {
          do: verb,
          measure: first,
          sort: raw["sort"] ?? "duty",
          terms: { ...terms(raw), ...(raw["controls"] === undefined ? {} : { controls: many<Raw>(raw["controls"]).map(clause) }) },
          from,
          until,
          ...opt("members"),
        };
      case "except":
        return { do: verb, measure: raw["as"], of: names, terms: terms(raw), from, until };
      case "set":
        return { do: verb, measure: first, change: change(raw), from, until, ...(raw["add"] === undefined ? {} : { add: many<unknown>(raw["add"]).map(step) }) };
      case "displace":
        return { do: verb, measures: names, byMeasures: many(raw["with"]), extent: raw["extent"], from, until, ...opt("heading") };
      case "suspend":
        return {
          do: verb,
          measures: names,
          from,
          until,
          ...(raw["percent"] === undefined ? {} : { percent: ppm(raw["percent"]) }),
          ...(raw["goods"] === undefined ? {} : { goods: goods(raw["goods"]) }),
        };
      case "extend":
        return { do: verb, measures: names, ...told, until, ...opt("of") };
      case "end":
        return { do: verb, measures: names, from };
      case "void":
        return { do: verb, measures: names, from, until, ruled, ...opt("parties") };
      case "collect":
        return { do: verb, measures: names, from, until, whether: raw["whether"] ?? "yes" };
      case "refund":
        return { do: verb, measures: names, refundable: raw["refundable"], route: raw["route"] };
      case "drawback":
        return { do: verb, measures: names, eligible: raw["eligible"], because: raw["because"] };
      case "stay":
        return { do: verb, instrument: first, from, until };
      case "withdraw":
        return { do: verb, instrument: first, from, why: raw["why"] };
      case "meet":
        return {
          do: verb,
          meeting: first,
          status: raw["status"],
          days: many<string>(raw["days"]).map(parseDay),
          ...opt("place"),
          ...opt("frame"),
          ...opt("participants"),
          ...opt("outcome"),
          ...(raw["round"] === undefined ? {} : { round: Number(raw["round"]) }),
        };
      case "pledge":
        return { do: verb, pledge: first, product: raw["product"], ...opt("target"), ...opt("unit"), ...opt("period"), ...opt("begins"), ...opt("ends"), ...opt("weekly") };
      case "report":
        return { do: verb, pledge: first, says: raw["says"], ...opt("amount"), ...opt("unit"), ...opt("as-of", "asOf") };
      case "investigate":
        return {
          do: verb,
          investigation: first,
          against: raw["against"],
          dates: many<Raw>(raw["dates"]).map((d) => ({ what: d["what"], at: dated(d["at"] as string, side), ...(DAY.test(d["at"] as string) ? { day: d["at"] } : {}) })),
        };
      case "list":
      case "delist":
        return { do: verb, list: first, notice: raw["notice"], from, until, ...opt("what"), ...(raw["parties"] === undefined ? {} : { parties: Number(raw["parties"]) }) };
      default:
        return { do: "say", says: first, ...told, ...opt("about") };
    }
  })();
  return { ...base, ...act, ...(inferred.length === 0 ? {} : { inferred }) } as unknown as Act;
}

/** When a document counts as known: a bare day from 23:59Z of that day. */
export function announcedAt(text: string): Instant {
  return DAY.test(text) ? parseInstant(`${parseDay(text)}T23:59Z`) : parseInstant(text);
}
const dated = (text: string, side: string): Instant => (DAY.test(text) ? fromWall(`${parseDay(text)}T00:01`, zoneOf(side)) : parseInstant(text));

function condition(raw: unknown): Condition {
  const r = raw as Raw;
  const also = (key: "or" | "and") => (r[key] === undefined ? {} : { [key]: condition(r[key]) });
  return { fact: r["fact"] as string, is: many(r["is"]), ...(r["not"] === undefined ? {} : { not: many<string>(r["not"]) }), ...also("or"), ...also("and") };
}
function clause(r: Raw): ControlClause {
  const content = r["content"] as Raw | undefined;
  return {
    items: r["items"] as ControlClause["items"],
    demand: r["demand"] as ControlClause["demand"],
    route: (r["route"] ?? "from-china") as ControlClause["route"],
    ...(r["to"] === undefined ? {} : { to: many<string>(r["to"]) }),
    ...(r["when"] === undefined ? {} : { when: condition(r["when"]) }),
    ...(r["unless"] === undefined ? {} : { unless: condition(r["unless"]) }),
    ...(content === undefined ? {} : { content: { fact: content["fact"] as string, least: ppm(content["least"]) } }),
    ...(r["among"] === undefined ? {} : { among: r["among"] as string[] }),
    ...(r["note"] === undefined ? {} : { note: r["note"] as string }),
  };
}
function part(raw: Raw): NonNullable<Terms["part"]> {
  return { fact: raw["fact"] as string, least: raw["least"] === undefined ? 0 : ppm(raw["least"]), ...(raw["pays"] === undefined ? {} : { pays: true as const }) };
}
function step(raw: unknown): GoodsStep {
  if (typeof raw === "string") return { list: raw };
  const r = raw as Raw;
  const keep = (key: string) => (r[key] === undefined ? {} : { [key]: r[key] });
  return {
    ...keep("list"),
    ...keep("reach"),
    ...keep("unknown"),
    ...keep("heading"),
    ...keep("kind"),
    ...keep("above"),
    ...keep("basis"),
    ...(r["points"] === undefined ? {} : { points: many<unknown>(r["points"]).map(String) }),
    ...(r["out"] === undefined ? {} : { out: true }),
    ...(r["when"] === undefined ? {} : { when: condition(r["when"]) }),
    ...(r["percent"] === undefined ? {} : { percent: ppm(r["percent"]) }),
    ...(r["weight"] === undefined ? {} : { weight: ppm(r["weight"]) }),
    ...(r["times"] === undefined ? {} : { times: Number(r["times"]) }),
  } as GoodsStep;
}
const goods = (raw: unknown): Goods => (raw === undefined || raw === "all" ? "all" : { steps: many<unknown>(raw).map(step) });

function change(raw: Raw): Change {
  return {
    ...(raw["heading"] === undefined ? {} : { heading: raw["heading"] as string }),
    ...(raw["headings"] === undefined ? {} : { headings: raw["headings"] as Record<string, string> }),
    ...(raw["percent"] === undefined ? {} : { percent: ppm(raw["percent"]) }),
    ...(raw["origin"] === undefined ? {} : { origin: raw["origin"] === "any" ? ("any" as const) : many<string>(raw["origin"]) }),
    ...(raw["goods"] === undefined ? {} : { goods: goods(raw["goods"]) }),
    ...(raw["when"] === undefined ? {} : { when: condition(raw["when"]) }),
    ...(raw["basis"] === undefined ? {} : { basis: raw["basis"] as Terms["basis"] }),
    ...(raw["kind"] === undefined ? {} : { kind: raw["kind"] as Terms["kind"] }),
    ...(raw["claim"] === undefined ? {} : { claim: true }),
    ...(raw["part"] === undefined ? {} : { part: part(raw["part"] as Raw) }),
    ...(raw["relieves"] === undefined ? {} : { relieves: many<string>(raw["relieves"]) }),
    ...(raw["metal"] === undefined ? {} : { metal: many<string>(raw["metal"]) }),
    ...(raw["whole"] === undefined ? {} : { whole: true }),
    ...(raw["above"] === undefined ? {} : { above: raw["above"] as string }),
    ...(raw["caution"] === undefined ? {} : { caution: raw["caution"] as string }),
    ...(raw["zone"] === undefined ? {} : { zone: raw["zone"] as Record<string, string> }),
    ...(raw["doubt"] === undefined ? {} : { doubt: raw["doubt"] as NonNullable<Terms["doubt"]> }),
    ...(raw["what"] === undefined ? {} : { what: raw["what"] as string }),
    ...(raw["transit"] === undefined ? {} : { transit: transit(raw["transit"] as Raw) }),
  };
}
const terms = (raw: Raw): Terms => ({ origin: "any", goods: "all", basis: "value", kind: "adds", ...change(raw) });

function transit(raw: Raw): Transit {
  return {
    before: parseInstant(raw["before"] as string),
    ...(raw["join"] === undefined ? {} : { join: raw["join"] as "and" | "or" }),
    ...(raw["entered"] === undefined ? {} : { entered: parseInstant(raw["entered"] as string) }),
    ...(raw["test"] === undefined ? {} : { test: raw["test"] as "loaded" | "exported" | "contract" }),
  };
}
