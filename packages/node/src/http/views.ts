import type { FastifyInstance } from "fastify";
import { calendar, cliff, feed } from "@truce/engine/outlook";
import { parseDay, parseKnown, toUtc } from "@truce/engine/time";
import { averageView } from "@truce/engine/answers/average";
import { commitmentsAnswer } from "@truce/engine/answers/commitments";
import { difference } from "@truce/engine/answers/diff";
import { filterOf, timelineAnswer } from "@truce/engine/answers/timeline";
import { findAnswer, zoneOfSide } from "@truce/engine/answers/find";
import { type Grounds, named } from "@truce/engine/answers/grounds";
import { outlookView } from "@truce/engine/answers/outlook";
import { showId } from "@truce/engine/answers/show-id";
import { showParty } from "@truce/engine/answers/show-party";
import { statusAnswer } from "@truce/engine/answers/status";
import { talksAnswer } from "@truce/engine/answers/talks";
import { InputError, type nowMinute, scenariosOf } from "@truce/engine/desk";
import { text, texts } from "./query.js";

type Query = Readonly<Record<string, unknown>>;
const clocks = {
  on: text("the moment asked about: YYYY-MM-DD or an instant; now if absent"),
  known: text("use only what had been announced by then; now if absent"),
  suppose: texts("threats, statements or scenarios laid on top, by id; repeatable"),
};
const query = (more: Readonly<Record<string, unknown>> = {}) => ({ type: "object", additionalProperties: false, properties: { ...clocks, ...more } });
const str = (q: Query, key: string): string | undefined => (q[key] === undefined ? undefined : String(q[key]));
const asked = (q: Query): { on: string | undefined; known: string | undefined; suppose: readonly string[] } => ({
  on: str(q, "on"),
  known: str(q, "known"),
  suppose: (q["suppose"] as string[] | undefined) ?? [],
});

/** What can be looked at: GET, with the clocks in the query. The same objects as the commands give. */
export function views(app: FastifyInstance, g: Grounds): void {
  const get = (url: string, summary: string, more: Readonly<Record<string, unknown>>, answer: (q: Query, params: Readonly<Record<string, string>>) => unknown, params?: object): void => {
    app.get(
      url,
      { schema: { summary, tags: ["views"], querystring: query(more), ...(params === undefined ? {} : { params }), response: { 200: { type: "object", additionalProperties: true } } } },
      async (r) => answer(r.query as Query, r.params as Record<string, string>),
    );
  };
  get("/status", "The state of the truce", {}, async (q) => statusAnswer(g.desks, await g.asking(asked(q))));
  const filter = {
    from: text("announced or effective from this day"),
    to: text("to this day"),
    issuer: text("issuer or side"),
    kind: text("kind of document"),
    measure: text("acts on this measure"),
    about: text("words"),
  };
  get("/timeline", "Documents in the order in which they were announced", filter, async (q) => timelineAnswer(g.desks, await g.asking(asked(q)), filterOf(q as Record<string, string>)));
  get("/talks", "Meetings of both sides", { from: text("from this day"), to: text("to this day") }, async (q) =>
    talksAnswer(g.desks, await g.asking(asked(q)), { from: str(q, "from"), to: str(q, "to") }),
  );
  get("/commitments", "Pledges to buy, and how far they are", { about: text("words") }, async (q) => commitmentsAnswer(g.desks, await g.asking(asked(q), { ahead: true }), str(q, "about")));
  get("/find", "Tariff codes by words", { words: text("words, or the beginning of a code"), side: text("us or cn; us if absent"), limit: text("how many; 20 if absent") }, async (q) => {
    const side = str(q, "side") ?? "us";
    return findAnswer(g.desks, await g.asking(asked(q), { zone: zoneOfSide(side) }), str(q, "words") ?? "", side, str(q, "limit") ?? "20");
  });
  get(
    "/show/*",
    "One document, measure, meeting, pledge, listed party or article, by its id",
    {},
    async (q, p) => {
      const id = (p["*"] ?? "").trim();
      const a = await g.asking(asked(q));
      return (/^[^/]*:/.test(id) ? showParty(g.desks, g.inUse(), id, a) : undefined) ?? showId(g.desks, id, a);
    },
    { type: "object", properties: { "*": { type: "string", maxLength: 300 } } },
  );
  get("/diff", "What was learned between two moments", { known: texts("two moments of knowledge") }, async (q) => {
    const two = (q["known"] as string[] | undefined) ?? [];
    if (two.length !== 2) throw new InputError("two-moments", `diff compares two moments of knowledge, ${two.length} given`, "give known twice", "known");
    const [a, b] = two.map((k) => parseKnown(k).at).sort((x, y) => x - y) as [ReturnType<typeof nowMinute>, ReturnType<typeof nowMinute>];
    const { now, supposed } = await g.asking({ suppose: asked(q).suppose, known: toUtc(b) });
    return difference(g.desks, { a, b, now, supposed, ...(str(q, "on") === undefined ? {} : { on: str(q, "on") as string }) });
  });
  get("/outlook", "What changes when, if nothing is done", { code: texts("tariff codes"), from: text("country of origin of the codes"), to: text("importing country") }, async (q) => {
    const a = await g.asking({ on: str(q, "on"), known: str(q, "known") }, { ahead: true });
    const scenarios = await scenariosOf([...named(asked(q).suppose)], g.regime, a.known);
    const codes = ((q["code"] as string[] | undefined) ?? []).slice(0, 100).map((code) => ({ code, from: str(q, "from"), to: str(q, "to"), facts: {} }));
    return outlookView(g.desks, { known: a.known, on: a.on, codes, portfolio: undefined }, scenarios);
  });
  get(
    "/average",
    "The average tariff of one side on the other's goods",
    { side: text("us or cn"), weights: text("which weights"), from: text("from this day"), to: text("to this day"), by: text("section") },
    async (q) => {
      const side = str(q, "side");
      if (side !== "us" && side !== "cn") throw new InputError("bad-side", "whose average is not said", "write side=us or side=cn", "side");
      const day = (key: string): string | undefined => (str(q, key) === undefined ? undefined : parseDay(str(q, key) as string));
      const a = await g.asking(asked(q), { ahead: true });
      return averageView(g.desks, { side, weights: str(q, "weights"), on: a.on, known: a.known, from: day("from"), to: day("to"), sections: str(q, "by") === "section", supposed: a.supposed });
    },
  );
  const written = (url: string, summary: string, type: string, make: (q: Query) => Promise<string>): void => {
    app.get(url, { schema: { summary, tags: ["views"], querystring: query(), produces: [type], response: { 200: { type: "string" } } } }, async (r, reply) =>
      reply.type(`${type}; charset=utf-8`).send(await make(r.query as Query)),
    );
  };
  written("/calendar.ics", "Dates of the law as a calendar to subscribe to", "text/calendar", async (q) => {
    const a = await g.asking(asked(q), { ahead: true });
    const regime = g.desks.regimeAt(a.known, a.supposed);
    return calendar(regime, a.on, g.regime.law.horizon, cliff(regime, a.on));
  });
  written("/feed.atom", "Documents as a feed to subscribe to", "application/atom+xml", async (q) => {
    const a = await g.asking(asked(q));
    return feed(g.desks.regimeAt(a.known, a.supposed), g.regime.law.horizon, undefined);
  });
}
