import { z } from "zod";
import { VERDICTS } from "./article.js";

/*
 * The written form of an instrument: one source for validation and for the editors' JSON Schema.
 * Every scalar reaches validation as its source text, so that 9903.88 and 01012100 stay what was written.
 */
const decimal = z.union([z.string().regex(/^\d+(\.\d{1,4})?$/, "a percentage in points, such as 25 or 7.5"), z.number()]);
const whole = z.union([z.string().regex(/^\d+$/, "a whole number"), z.number()]);
const yes = z.union([z.literal("true"), z.literal(true)]);
const id = z.string().regex(/^[a-z]+(\/[a-z0-9][a-z0-9.-]*)+$/, "an id such as us/eo-14298 or us/s301/list-1");
const ids = z.union([id, z.array(id).min(1)]);
const text = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day, YYYY-MM-DD");
const moment = z.string().min(10).describe("a day, an instant with offset, or a wall time with its zone: 2025-05-14T00:01[America/New_York]");
const heading = z.string().regex(/^99\d{2}\.\d{2}\.\d{2}$/, "a chapter 99 heading such as 9903.88.03");
const country = z.string().regex(/^[A-Z]{2}$/, "a two-letter country code");

const values = z.union([text, z.array(text).min(1)]);
const simple = z.strictObject({ fact: text, is: values });
const pair = z.strictObject({ fact: text, is: values, and: simple.optional() });
/** A fact and its values, joined with another by `or`, or with up to two others by `and`. */
export const condition = z.union([
  z.strictObject({ fact: text, is: values, or: simple.optional(), and: pair.optional() }),
  z.strictObject({ fact: text, not: z.array(text).describe("given, and none of these") }),
]);
const step = z.union([
  id,
  z.strictObject({
    list: id.optional(),
    reach: z
      .array(z.string().regex(/^\d{2,10}$/, "digits of a code"))
      .min(1)
      .optional(),
    unknown: text.describe("why the list alone does not settle it").optional(),
    points: z.array(decimal).optional(),
    out: yes.optional(),
    when: condition.optional(),
    percent: decimal.optional(),
    heading: heading.optional(),
    kind: z.enum(["adds", "replaces-base"]).optional(),
    above: heading.describe("where the ordinary rate is not below a rate that would replace it").optional(),
    basis: z.enum(["steel", "aluminum", "copper"]).optional(),
    weight: decimal.optional(),
    times: whole.optional(),
  }),
]);
const goods = z.union([z.literal("all"), step, z.array(step).min(1)]);
const transit = z.strictObject({
  before: moment,
  join: z.enum(["and", "or"]).optional(),
  entered: moment.optional(),
  test: z.enum(["loaded", "exported", "contract"]).optional(),
});
const terms = {
  heading: heading.optional(),
  headings: z.record(country, heading).optional(),
  percent: decimal.optional(),
  origin: z.union([z.literal("any"), country, z.array(country).min(1)]).optional(),
  goods: goods.optional(),
  when: condition.optional(),
  basis: z.enum(["value", "steel", "aluminum", "copper"]).optional(),
  kind: z.enum(["adds", "replaces-base"]).optional(),
  claim: yes.optional(),
  part: z
    .union([z.strictObject({ fact: text, least: decimal }), z.strictObject({ fact: text, pays: yes })])
    .describe("relieves only the part of the value that a fact gives; with pays, all but that part")
    .optional(),
  relieves: z.array(heading).min(1).describe("only goods under these headings").optional(),
  metal: z.array(text).min(1).describe("only goods of these metals").optional(),
  whole: yes.describe("on the whole value, whatever the basis of the duty").optional(),
  above: heading.optional(),
  caution: text.describe("said while the fact is not given").optional(),
  zone: z.record(heading, heading).describe("by the heading of the duty: that of goods admitted to a zone in privileged foreign status before").optional(),
  transit: transit.optional(),
  what: text.optional(),
  doubt: z.strictObject({ origin: z.array(country).min(1), why: text }).optional(),
};
const control = z.strictObject({
  items: z.union([z.literal("dual-use"), z.array(text).min(1)]),
  demand: z.enum(["licence", "case-by-case", "stricter-check", "refused-in-principle", "prohibited"]),
  to: z.array(country).min(1).optional(),
  route: z.enum(["from-china", "abroad"]).optional(),
  when: condition.optional(),
  content: z.strictObject({ fact: text, least: decimal }).optional(),
  unless: condition.optional(),
  among: z.array(id).min(1).describe("only goods for which one of these measures asks for a licence").optional(),
  note: text.optional(),
});
const common = {
  announced: moment.optional(),
  by: text.optional(),
  cites: z.array(text).optional(),
  note: text.optional(),
  inferred: z.array(text).optional(),
};
const span = { from: moment, until: moment.optional() };
const anyTime = { from: moment.optional(), until: moment.optional() };
const members = z.strictObject({ us: z.array(id), cn: z.array(id) });
const act = <K extends string, T extends z.ZodType, S extends z.ZodRawShape>(key: K, names: T, shape: S) =>
  z.strictObject({ [key]: names, ...common, ...shape } as unknown as { [P in K]: T } & typeof common & S);

/** One schema for each act, by its verb. */
export const acts = {
  impose: act("impose", id, {
    sort: z.enum(["duty", "control", "fee", "rule", "arrangement"]).optional(),
    controls: z.array(control).min(1).optional(),
    ...terms,
    ...span,
    members: members.optional(),
  }),
  set: act("set", id, { ...terms, add: z.union([step, z.array(step)]).optional(), ...span }),
  except: act("except", ids, { as: id, ...terms, ...span }),
  displace: act("displace", ids, {
    with: ids,
    extent: z.enum(["whole", "share", "goods"]).describe("whole or share: while the other is due; goods: wherever the other reaches the line, even if an exception relieves it"),
    heading: heading.optional(),
    ...anyTime,
  }),
  suspend: act("suspend", ids, { percent: decimal.optional(), goods: goods.optional(), ...span }),
  extend: act("extend", ids, { of: id.optional(), from: moment.describe("when it takes effect, as the document says; for showing only").optional(), until: moment }),
  end: act("end", ids, { from: moment }),
  void: act("void", ids, { ...anyTime, ruled: moment, parties: z.array(text).optional() }),
  collect: act("collect", ids, { from: moment.optional(), until: moment, whether: z.enum(["yes", "unknown"]).optional() }),
  refund: act("refund", ids, { refundable: z.enum(["yes", "contested"]), route: z.array(text).min(1) }),
  drawback: act("drawback", ids, { eligible: z.enum(["yes", "no", "unknown"]), because: text }),
  stay: act("stay", id, anyTime),
  withdraw: act("withdraw", id, { from: moment, why: text }),
  meet: act("meet", id, {
    status: z.enum(["planned", "held"]),
    round: whole.optional(),
    days: z.array(day).min(1),
    place: text.optional(),
    frame: text.optional(),
    participants: z.array(text).optional(),
    outcome: text.optional(),
  }),
  pledge: act("pledge", id, {
    product: text,
    target: text.optional(),
    unit: text.optional(),
    period: text.optional(),
    begins: day.describe("the first day of the period").optional(),
    ends: day.describe("its last day").optional(),
    weekly: text.describe("the commodity in regime/weekly that measures it").optional(),
  }),
  report: act("report", id, { says: text, amount: text.optional(), unit: text.optional(), "as-of": day.optional() }),
  investigate: act("investigate", id, { against: country, dates: z.array(z.strictObject({ at: moment, what: text })).optional() }),
  list: act("list", id, { notice: text, parties: whole.optional(), what: text.optional(), ...span }),
  delist: act("delist", id, { notice: text, what: text.optional(), ...span }),
  say: act("say", text, { about: id.optional(), ...anyTime }),
} as const;
export type Verb = keyof typeof acts;

export const source = z.strictObject({
  publisher: text,
  title: text,
  date: text.optional(),
  url: z.string().url().optional(),
  access: text.optional(),
});
const conflict = z.strictObject({
  about: text,
  accounts: z.array(z.strictObject({ says: text, by: text })).min(2),
  uses: text.optional(),
});

/** An instrument but for its acts, which are checked one by one by their verb. */
export const head = z.strictObject({
  title: text,
  issuer: text,
  kind: text,
  standing: z.enum(["law", "notice", "statement", "threat", "supposed", "proposed"]),
  announced: moment,
  published: day.describe("when it was printed in the official gazette, such as the Federal Register").optional(),
  cites: z.array(text).optional(),
  summary: text.optional(),
  note: text.optional(),
  causes: z.array(id).optional(),
  implements: z.array(id).optional(),
  lays: z.array(id).min(1).describe("documents that a scenario lays below itself, in this order").optional(),
  acts: z.array(z.unknown()),
  sources: z.array(source).min(1, "an instrument without a source is hearsay: name at least one"),
  confidence: z.enum(["confirmed", "partial", "unconfirmed"]),
  unconfirmed: z.array(text).optional(),
  conflicts: z.array(conflict).optional(),
});
export type RawHead = z.infer<typeof head>;

/** The whole written form, for editors. */
export const instrumentFile = head.extend({ acts: z.array(z.union(Object.values(acts) as unknown as [z.ZodType, z.ZodType])) });

/** The sidecar of a list of goods. */
export const listFile = z.strictObject({
  title: text,
  issuer: text,
  completeness: z.enum(["complete", "partial", "unknown"]),
  confidence: z.enum(["confirmed", "partial", "unconfirmed"]),
  trust: z.enum(["high", "medium", "low"]),
  sources: z.array(source).min(1),
  note: text.optional(),
  rows: whole,
});

/** The claims of an article, in our words, each with its verdict. */
export const articleFile = z.strictObject({
  title: text,
  publisher: text,
  date: day,
  standing: z.literal("proposed"),
  note: text.optional(),
  claims: z
    .array(
      z.strictObject({
        id: z.string().regex(/^c\d{2}$/, "c01, c02, …"),
        says: text,
        verdict: z.enum(VERDICTS),
        record: text,
        later: z
          .array(z.strictObject({ from: day, says: text }))
          .min(1)
          .optional(),
        cites: z.array(id).min(1).optional(),
        ask: z.array(text).min(1).optional(),
        against: z.string().optional(),
      }),
    )
    .min(1),
});

const money = z.union([z.string().regex(/^\d{1,9}\.\d{2}$/, "an amount in dollars and cents, such as 33.58"), z.number()]);

/** The fees of a US entry, each from a day on. An amount whose source is not in hand is left out. */
export const feesFile = z.strictObject({
  informal: z
    .array(
      z.strictObject({
        from: day,
        announced: day,
        above: money,
        "above-with-chapter-99": money.describe("the limit of articles filed with a heading of chapter 99, subchapters III and IV").optional(),
        source: text,
        confidence: z.enum(["confirmed", "partial", "unconfirmed"]),
      }),
    )
    .min(1),
  rows: z
    .array(
      z.strictObject({
        fee: z.enum(["MPF", "HMF"]),
        from: day,
        announced: day,
        percent: decimal,
        min: money.optional(),
        max: money.optional(),
        informal: money.optional(),
        mode: text.optional(),
        source: text,
        confidence: z.enum(["confirmed", "partial", "unconfirmed"]),
        inferred: yes.optional(),
      }),
    )
    .min(1),
});

export const schemas = { instrument: instrumentFile, list: listFile, article: articleFile, fees: feesFile } as const;
export const jsonSchema = (name: keyof typeof schemas): unknown => z.toJSONSchema(schemas[name], { io: "input" });
