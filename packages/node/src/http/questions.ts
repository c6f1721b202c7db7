import { once } from "node:events";
import type { FastifyInstance, FastifyReply } from "fastify";
import { matchResponse, type Person, type Stake } from "@truce/engine/controls";
import * as doors from "@truce/engine/controls/door-schema";
import { matchGrounds, type Owners, type ScreenQuery } from "@truce/engine/controls/screen";
import { NameError } from "@truce/engine/controls/names";
import { z } from "zod";
import { nowMinute } from "@truce/engine/desk";
import { controlQuestion } from "@truce/engine/answers/control-question";
import { DutyQuestions } from "@truce/engine/answers/duty-question";
import { type Grounds, named } from "@truce/engine/answers/grounds";
import { screenAnswer } from "@truce/engine/answers/screen";
import { queryOf } from "../screen/queries.js";
import { stakesOf } from "@truce/engine/owners";
import { httpError } from "./errors.js";

const json = (s: z.ZodType): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(s, { io: "input", target: "draft-2020-12" }) as Record<string, unknown>;
  return schema;
};
/** Questions at once in one body. */
const MOST = 10_000;
const ANY = { type: "object", additionalProperties: true };

type Raw = Record<string, unknown>;
/** One answer for one question, a list for a list; a question that cannot be answered becomes an error in its place. */
async function each(body: unknown, id: string, answer: (q: Raw) => unknown): Promise<unknown> {
  if (!Array.isArray(body)) return answer(body as Raw);
  const out: unknown[] = [];
  for (const q of body as Raw[]) out.push(await tried(q, id, answer));
  return out;
}
async function tried(q: Raw, id: string, answer: (q: Raw) => unknown): Promise<unknown> {
  try {
    return await answer(q);
  } catch (e) {
    const { status, error } = httpError(e, id);
    if (status === 500) throw e;
    return { ref: q?.["ref"] ?? null, error };
  }
}

/** What is asked with a body: duty, control, screen, ownership, match. The same objects as the commands give. */
export function questions(app: FastifyInstance, g: Grounds): void {
  const question = { type: "object", additionalProperties: true, description: "a question as `truce duty --batch` takes it: code, from, to, on, known, value, quantity, facts, suppose, form, ref" };
  const oneOrMany = (one: object): object => ({ anyOf: [one, { type: "array", minItems: 1, maxItems: MOST, items: ANY }] });
  const duty = (): DutyQuestions => {
    const now = nowMinute();
    return new DutyQuestions(g.desks, { known: now, now });
  };
  const asked = (q: Raw): Raw => {
    if (Array.isArray(q?.["suppose"])) named((q["suppose"] as unknown[]).map(String));
    return q;
  };
  app.post(
    "/duty",
    { schema: { summary: "What lines of goods owe: one question, up to 10,000, or NDJSON of any length", tags: ["questions"], body: oneOrMany(question), response: { 200: {} } } },
    async (r, reply) => {
      const own = duty();
      if (isLines(r.headers["content-type"])) return streamed(reply, r.body as AsyncIterable<Buffer>, r.id, (q) => own.answer(asked(q)));
      return each(r.body, r.id, (q) => own.answer(asked(q)));
    },
  );
  app.post(
    "/control",
    {
      schema: {
        summary: "Whether goods may go from here to there under China's export controls",
        tags: ["questions"],
        body: oneOrMany({ ...json(doors.controlRequest), additionalProperties: true }),
        response: { 200: {} },
      },
    },
    async (r) => {
      const now = nowMinute();
      return each(r.body, r.id, (q) => controlQuestion(asked(q), g.controls, { known: now, now, supposed: [] }));
    },
  );
  app.post(
    "/screen",
    {
      schema: {
        summary: "Who parties are on the lists of both sides, and who owns them",
        tags: ["questions"],
        body: json(doors.screenRequest),
        response: { 200: { type: "object", properties: { answers: { type: "array", items: json(doors.screenAnswer) } }, additionalProperties: true } },
      },
    },
    async (r) => {
      const body = r.body as z.infer<typeof doors.screenRequest>;
      const a = await g.asking(body);
      const read = body.parties.map((p): ScreenQuery | { error: unknown; ref: unknown } => {
        try {
          return queryOf(p);
        } catch (e) {
          return { ref: p.ref ?? null, error: httpError(e, r.id).error };
        }
      });
      const queries = read.filter((q): q is ScreenQuery => !("error" in q));
      const owners = body.owners === undefined ? undefined : stakesOf(body.owners, "owners");
      const screen = g.screen(a.known, a.supposed, queries, owners);
      const options = { horizon: g.regime.law.horizon, ...(body.limit === undefined ? {} : { limit: body.limit }), ...(body.threshold === undefined ? {} : { threshold: body.threshold }) };
      const answers = read.map((q) => {
        if ("error" in q) return q;
        try {
          return screenAnswer(g.desks, screen, q, a.on, options, owners?.problems ?? []);
        } catch (e) {
          if (!(e instanceof NameError)) throw e;
          return { ref: q.ref ?? null, error: httpError(e, r.id).error };
        }
      });
      return { answers, problems: owners?.problems ?? [] };
    },
  );
  app.post(
    "/ownership",
    { schema: { summary: "Who of the stakes is reached by which rule, with the witness", tags: ["questions"], body: json(doors.ownershipRequest), response: { 200: ANY } } },
    async (r) => {
      const body = r.body as z.infer<typeof doors.ownershipRequest>;
      const a = await g.asking(body);
      const owners = stakesOf(body.owners, "owners");
      const ids = body.of ?? owners.persons.map((p: Person) => p.id);
      const queries = ids.map((id): ScreenQuery => ({ id, name: id, ref: id }));
      const screen = g.screen(a.known, a.supposed, queries, owners as Owners);
      const answers = queries.map((q) => {
        const { name, verdict, why, regimes, ownership, next, on, known, horizon, warnings } = screen.answer(q, a.on, { horizon: g.regime.law.horizon, limit: 1 });
        return { ref: q.ref, name, verdict, why, regimes, ownership, next, on, known, horizon, warnings };
      });
      return { answers, problems: owners.problems, stakes: owners.stakes.length satisfies Stake["low"] };
    },
  );
  const parameters = {
    type: "object",
    properties: {
      threshold: { type: "number" },
      cutoff: { type: "number" },
      limit: { type: "integer", minimum: 1, maximum: 500 },
      algorithm: { type: "string", maxLength: 60 },
      changed_since: { type: "string", maxLength: 60 },
      ...Object.fromEntries(
        ["topics", "include_dataset", "exclude_dataset", "exclude_schema", "exclude_entity_ids"].map((k) => [k, { type: "array", maxItems: 1000, items: { type: "string", maxLength: 200 } }]),
      ),
    },
  };
  app.post(
    "/match/:dataset",
    {
      schema: {
        summary: "Listed parties by name, in the shape of yente",
        tags: ["questions"],
        querystring: parameters,
        params: { type: "object", properties: { dataset: { type: "string", maxLength: 100 } } },
        body: json(doors.matchRequest),
        response: { 200: json(doors.matchAnswer) },
      },
    },
    async (r) => {
      const a = await g.asking({});
      const { dataset } = r.params as { dataset: string };
      const q = r.query as Parameters<typeof matchResponse>[1];
      const only = dataset === "default" || dataset === "sanctions" ? {} : { include_dataset: [dataset] };
      return matchResponse(r.body, { ...only, ...q }, matchGrounds(g.screen(a.known, [], []).at(a.on)));
    },
  );
}

const isLines = (type: string | undefined): boolean => /^application\/(x-)?(ndjson|jsonlines)/.test(type ?? "");

/** Answers lines as they come, in order, waiting where the reader is slow. */
async function streamed(reply: FastifyReply, body: AsyncIterable<Buffer>, id: string, answer: (q: Raw) => unknown): Promise<FastifyReply> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { "content-type": "application/x-ndjson; charset=utf-8", "x-request-id": id });
  const decoder = new TextDecoder();
  let held = "";
  let line = 0;
  const put = async (text: string): Promise<void> => {
    line++;
    if (text.trim() === "") return;
    let q: unknown;
    try {
      q = JSON.parse(text);
    } catch {
      q = undefined;
    }
    const out =
      typeof q === "object" && q !== null && !Array.isArray(q)
        ? await tried(q as Raw, id, answer)
        : { ref: null, error: { code: "bad-json", message: `line ${line} is not a JSON object`, hint: "write one JSON object per line", where: `line ${line}` } };
    if (!raw.write(`${JSON.stringify(out)}\n`)) await once(raw, "drain");
  };
  try {
    for await (const part of body) {
      held += decoder.decode(part, { stream: true });
      if (held.length > MOST_LINE && !held.includes("\n")) throw new Error("a line is longer than 1 MB");
      const lines = held.split("\n");
      held = lines.pop() ?? "";
      for (const l of lines) await put(l);
    }
    if (held !== "") await put(held);
  } catch (e) {
    raw.write(`${JSON.stringify({ ref: null, error: { code: "broken-off", message: (e as Error).message, hint: "send the rest again", where: `line ${line + 1}` } })}\n`);
  }
  raw.end();
  return reply;
}
const MOST_LINE = 1_000_000;
