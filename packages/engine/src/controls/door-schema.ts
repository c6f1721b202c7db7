import { z } from "zod";
import { CONTROL_VERDICTS } from "./goods/types.js";
import { SCREEN_VERDICTS } from "./types.js";

/* What the doors take and give for controls, lists and ownership, as schemas for HTTP and MCP. The commands give the same objects. */
const text = z.string().min(1).max(10_000);
const when = z.string().max(60).describe("YYYY-MM-DD, or an RFC 3339 instant");
const country = z.string().max(60).describe("a two-letter code or an English name");
const clocks = { on: when.optional(), known: when.optional(), suppose: z.array(z.string().max(200)).max(20).optional() };
const percent = z.string().describe("percent as a decimal string, such as 51");
const type = z.enum(["organisation", "person", "vessel", "aircraft", "address", "unknown"]);

/** `POST /control`. */
export const controlRequest = z.strictObject({
  goods: text.max(200).describe("China's tariff code (4 to 10 digits), a word such as dysprosium, or a control code such as 1C902"),
  from: country.default("CN"),
  to: country.default("US"),
  facts: z.record(z.string(), z.string().max(200)).optional(),
  ref: z.unknown().optional(),
  ...clocks,
});
const changes = z.array(z.looseObject({ at: z.string(), verdict: z.string(), because: z.array(z.string()) }));
export const controlAnswer = z.looseObject({
  verdict: z.enum(CONTROL_VERDICTS),
  why: z.string(),
  by: z.array(z.looseObject({ measure: z.string(), verdict: z.enum(CONTROL_VERDICTS), instruments: z.array(z.string()), cites: z.array(z.string()) })),
  next: changes,
  branches: z.array(z.looseObject({ if: z.string(), verdict: z.enum(CONTROL_VERDICTS) })),
  on: z.string(),
  known: z.string(),
  horizon: z.string(),
  warnings: z.array(z.string()),
});

const party = z.strictObject({
  name: text.max(1000),
  id: z.string().max(1000).optional().describe("the id by which the stakes name it"),
  type: type.optional(),
  country: country.optional(),
  address: z.string().max(1000).optional(),
  identifier: z.string().max(200).optional(),
  born: z.string().max(40).optional().describe("a person's birth date: 1960-05-02, 1960-05 or 1960"),
  ref: z.unknown().optional(),
});
const stake = z.strictObject({
  owner: text.max(1000),
  owned: text.max(1000),
  percent: percent.optional(),
  min: percent.optional(),
  max: percent.optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  kind: z.string().max(60).optional().describe("a class of shares, votes, or branch"),
  owner_country: country.optional(),
  owned_country: country.optional(),
});
/** `POST /screen`: one party or up to 10,000. */
export const screenRequest = z.strictObject({
  parties: z.array(party).min(1).max(10_000),
  owners: z.array(stake).max(500_000).optional(),
  limit: z.number().int().min(1).max(500).optional(),
  threshold: z.number().min(0).max(1).optional(),
  ...clocks,
});
const step = z.looseObject({ firm: z.string(), sum: percent, text: z.string(), stakes: z.array(z.looseObject({ owner: z.string(), owned: z.string(), min: percent, max: percent })) });
const ownership = z.looseObject({ known: z.boolean(), low: percent, high: percent, rule: z.string().nullable(), witness: z.array(step) });
export const screenAnswer = z.looseObject({
  name: z.string(),
  verdict: z.enum(SCREEN_VERDICTS),
  why: z.string(),
  regimes: z.array(z.looseObject({ regime: z.string(), verdict: z.enum(SCREEN_VERDICTS), section: z.string(), why: z.string() })),
  matches: z.array(
    z.looseObject({ party: z.string(), id: z.string(), list: z.string(), score: z.number(), because: z.array(z.looseObject({ feature: z.string(), score: z.number(), weight: z.number() })) }),
  ),
  ownership,
  next: changes,
  lists: z.array(z.looseObject({ list: z.string(), asOf: z.string(), ageDays: z.number(), limitDays: z.number(), tooOld: z.boolean() })),
  notLookedAt: z.array(z.string()),
  on: z.string(),
  known: z.string(),
  horizon: z.string(),
  warnings: z.array(z.string()),
});

/** `POST /ownership`: who of the stakes is reached, by which rule, with the witness. */
export const ownershipRequest = z.strictObject({ owners: z.array(stake).min(1).max(500_000), of: z.array(text.max(1000)).max(10_000).optional(), ...clocks });

/** `POST /match/{dataset}`, in the shape of yente. */
const example = z.looseObject({ id: z.string().optional(), schema: z.string(), properties: z.record(z.string(), z.union([z.string(), z.array(z.string())])) });
export const matchRequest = z.looseObject({ weights: z.record(z.string(), z.number()).optional(), config: z.record(z.string(), z.unknown()).optional(), queries: z.record(z.string(), example) });
export const matchAnswer = z.looseObject({
  limit: z.number().int(),
  responses: z.record(
    z.string(),
    z.looseObject({
      status: z.number().int(),
      query: example,
      total: z.strictObject({ value: z.number().int(), relation: z.literal("eq") }),
      results: z.array(
        z.looseObject({
          id: z.string(),
          caption: z.string(),
          schema: z.string(),
          properties: z.record(z.string(), z.array(z.string())),
          datasets: z.array(z.string()),
          score: z.number(),
          match: z.boolean(),
          explanations: z.record(z.string(), z.looseObject({ score: z.number(), query: z.string(), candidate: z.string(), detail: z.string() })),
        }),
      ),
    }),
  ),
  asOf: z.string(),
  known: z.string(),
  warnings: z.array(z.string()),
});
