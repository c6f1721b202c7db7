import { z } from "zod";
import { source } from "../law/schema.js";

/* The written form of the files of regime/ that controls read. Every scalar reaches validation as its source text. */
const text = z.string().min(1);
const listCode = z.string().regex(/^[A-Z0-9-]{2,20}$/, "the code of a list, such as EL");
const percent = z.string().regex(/^(100|\d{1,2}(\.\d{1,4})?)$/, "a percentage, such as 50");
const confidence = z.enum(["confirmed", "partial", "unconfirmed"]);
const limb = z.enum(["yes", "unsettled", "no"]);
const id = z.string().regex(/^[a-z]+(\/[a-z0-9][a-z0-9.-]*)+$/, "an id such as us/affiliates");
const passage = z.strictObject({ section: text, text });
const rank = z.array(z.strictObject({ value: text, words: z.array(text).optional() })).min(2);

/** Rules by which firms are restricted for who owns them, and the order of what they lead to. */
export const ownershipFile = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        id,
        title: text,
        side: z.enum(["us", "cn"]),
        measure: id.optional(),
        word: text,
        threshold: percent,
        seeds: z.array(z.strictObject({ list: listCode, programs: z.array(text).min(1).optional() })).min(1),
        not: z.array(z.strictObject({ list: listCode, why: text })),
        sums: limb,
        repeats: limb,
        home: z
          .string()
          .regex(/^[A-Z]{2}$/, "a two-letter country code")
          .optional(),
        means: text,
        text: passage,
        "sums-text": passage.optional(),
        "repeats-text": passage.optional(),
        unknown: passage
          .extend({
            lists: z.array(listCode).min(1),
            elsewhere: z
              .array(passage.extend({ lists: z.array(listCode).min(1) }))
              .min(1)
              .optional(),
          })
          .optional(),
        before: z
          .array(z.strictObject({ list: listCode, over: listCode, section: text }))
          .min(1)
          .describe("a party on two lists: whose terms are looked at, and which list stands behind")
          .optional(),
        minority: passage.optional(),
        cites: z.array(text).min(1),
        sources: z.array(source).min(1),
        confidence,
        note: text.optional(),
      }),
    )
    .min(1),
  strictness: z.strictObject({ requirement: rank, exceptions: rank, review: rank }),
});
export type OwnershipFile = z.infer<typeof ownershipFile>;

/** The kinds of lists: what a listing means, where that stands, and how old a copy may be. */
export const listsFile = z.strictObject({
  lists: z
    .array(
      z.strictObject({
        code: listCode,
        title: text,
        side: z.enum(["us", "cn"]),
        publisher: text,
        also: z.array(text).describe("other spellings of its name or code").optional(),
        dataset: z.string().regex(/^[a-z0-9_]+$/, "a name such as us_bis_el"),
        topics: z.array(text).min(1),
        verdict: z.enum(["restricted", "caution"]),
        means: text,
        section: text,
        requirement: text.optional(),
        exceptions: text.optional(),
        review: text.optional(),
        "terms-for": z.array(text).min(1).describe("programmes for which requirement, exceptions and review hold; without it for all entries").optional(),
        follows: id.describe("the list of the regime whose list and delist acts carry its status").optional(),
        "limit-days": z.string().regex(/^[1-9]\d{0,3}$/, "a whole number of days"),
        url: z.string().url().optional(),
        sources: z.array(source).min(1),
        confidence,
      }),
    )
    .min(1),
});
export type ListsFile = z.infer<typeof listsFile>;

/** What stands beside a table of listed parties. */
export const copyFile = z.strictObject({
  title: text,
  "as-of": z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day, YYYY-MM-DD"),
  lists: z.array(listCode).min(1),
  missing: z.array(text).optional(),
  note: text.optional(),
  sources: z.array(source).min(1),
  confidence,
  rows: z.string().regex(/^\d+$/, "a whole number"),
});

/** Goods that export controls name, and the facts on which a control can turn. */
export const itemsFile = z.strictObject({
  facts: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z-]*$/, "a name such as end-use"),
        asks: text,
        choices: z.array(text).min(2).optional(),
        percent: z.literal("true").optional(),
        item: z.literal("true").optional(),
      }),
    )
    .min(1),
  items: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/, "an id such as samarium"),
        names: z.array(text).min(1),
        words: z.array(text).min(1),
        control: z.array(text).optional(),
        codes: z.array(z.strictObject({ code: z.string().regex(/^\d{8}(\d{2})?$/, "8 or 10 digits"), what: text, control: text.optional(), confidence, source: text })).optional(),
        complete: z.enum(["yes", "no"]),
        unread: z.literal("yes").describe("the announcement's list was not read: a word alone does not say whether goods are on it").optional(),
        reach: z.array(z.string().regex(/^\d{4,8}$/, "4 to 8 digits")).optional(),
        note: text.optional(),
      }),
    )
    .min(1),
  beside: z
    .array(
      z.strictObject({
        items: z.array(text).min(1),
        to: z.array(z.string().regex(/^[A-Z]{2}$/, "a two-letter country code")).optional(),
        document: id,
        known: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day, YYYY-MM-DD"),
        by: text,
        says: text,
        unsettled: z.literal("yes").describe("law that is known too little of to say whether it applies").optional(),
      }),
    )
    .optional(),
  sources: z.array(source).min(1),
  confidence,
});
export const schemas = { ownership: ownershipFile, lists: listsFile, parties: copyFile, items: itemsFile } as const;
export const jsonSchema = (name: keyof typeof schemas): unknown => z.toJSONSchema(schemas[name], { io: "input" });
