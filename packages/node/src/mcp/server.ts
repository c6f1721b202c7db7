import { McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { NameError } from "@truce/engine/controls/names";
import type { ScreenQuery } from "@truce/engine/controls/screen";
import { parseKnown } from "@truce/engine/time";
import { z } from "zod";
import { nowMinute, scenariosOf } from "@truce/engine/desk";
import { controlQuestion } from "@truce/engine/answers/control-question";
import { DutyQuestions } from "@truce/engine/answers/duty-question";
import { errorView } from "@truce/engine/answers/error-view";
import { filterOf, timelineAnswer } from "@truce/engine/answers/timeline";
import { findAnswer, zoneOfSide } from "@truce/engine/answers/find";
import { type Grounds, named } from "@truce/engine/answers/grounds";
import { outlookView } from "@truce/engine/answers/outlook";
import { screenAnswer } from "@truce/engine/answers/screen";
import { showId } from "@truce/engine/answers/show-id";
import { showParty } from "@truce/engine/answers/show-party";
import { statusAnswer } from "@truce/engine/answers/status";
import { queryOf } from "../screen/queries.js";
import { stakesOf } from "@truce/engine/owners";
import { short } from "./short.js";

const when = z.string().max(60);
const clocks = {
  on: when.optional().describe("the moment asked about: YYYY-MM-DD or an instant with offset; now if absent"),
  known: when.optional().describe("use only what had been announced by then; now if absent. Give the same day as `on` to answer as it was seen then"),
  suppose: z.array(z.string().max(200)).max(10).optional().describe("threats, statements or scenarios laid on top, by id, such as truce-lapses or us/threat-2025-10-10-100pct"),
};
const detail = { detail: z.boolean().optional().describe("true for the whole answer; short by default") };
const country = z.string().max(60);
const facts = z.record(z.string(), z.string().max(200)).optional();
const INSTRUCTIONS =
  "The US-China trade regime as code: what applies to these goods, between these parties, on this date, as it was known on that date. Start with status for the state of the truce, find_code for tariff codes, duty for what goods owe, control for whether goods may leave China, screen for parties and who owns them. Every answer carries the ids of its documents: show opens them. Answers never clear anybody, and say what was not looked at. A date past the horizon has branches instead of a number.";

/** The MCP server: the answers of the commands as tools, and documents as resources. */
export function mcpServer(g: Grounds): McpServer {
  const server = new McpServer({ name: "truce", version: "0.1.0" }, { instructions: INSTRUCTIONS });
  const tool = <S extends z.ZodObject>(name: string, title: string, description: string, inputSchema: S, answer: (q: z.infer<S>) => unknown): void => {
    server.registerTool(name, { title, description, inputSchema: inputSchema as z.ZodObject<z.ZodRawShape>, annotations: { readOnlyHint: true, openWorldHint: false } }, async (q: unknown) => {
      try {
        const whole = await answer(q as z.infer<S>);
        const told = (q as { detail?: boolean }).detail === true ? whole : short(whole);
        return { content: [{ type: "text" as const, text: JSON.stringify(told) }], structuredContent: told as Record<string, unknown> };
      } catch (e) {
        return failed(e);
      }
    });
  };
  const asked = (q: { on?: string | undefined; known?: string | undefined; suppose?: string[] | undefined }) => ({ on: q.on, known: q.known, suppose: q.suppose });

  tool(
    "status",
    "State of the truce",
    "The state of the US-China truce on a date: what is in force, suspended until when, threatened, pending; both sides' average tariffs; last and next talks. Use it first for any question about the truce as a whole.",
    z.object({ ...clocks, ...detail }),
    async (q) => statusAnswer(g.desks, await g.asking(asked(q))),
  );
  tool(
    "find_code",
    "Find tariff codes",
    "Tariff codes by words or by the beginning of a code. Use it before duty when only a description of the goods is given.",
    z.object({ words: z.string().max(200), side: z.enum(["us", "cn"]).default("us"), limit: z.number().int().min(1).max(50).default(8), ...detail }),
    async (q) => findAnswer(g.desks, await g.asking({}, { zone: zoneOfSide(q.side) }), q.words, q.side, String(q.limit)),
  );
  tool(
    "duty",
    "What goods owe",
    "Duty on one line of goods on a date, part by part with heading, rate, reason and documents; what is not due and why; facts that are missing, each with the range that it decides; coming changes. If outcome is needs-facts, ask the user for the facts under missing and call again.",
    z.object({
      code: z.string().max(20).describe("6, 8 or 10 digits"),
      from: country.default("CN"),
      to: country.optional(),
      value: z.string().max(20).default("100"),
      facts,
      quantity: z.array(z.object({ amount: z.string(), unit: z.string() })).optional(),
      ...clocks,
      ...detail,
    }),
    async ({ detail: _, ...q }) => {
      named(q.suppose);
      const now = nowMinute();
      return new DutyQuestions(g.desks, { known: now, now }).answer(Object.fromEntries(Object.entries(q).filter(([, v]) => v !== undefined)));
    },
  );
  tool(
    "outlook",
    "What changes when",
    "Dates that the law already holds from a day on, and what each does to the codes given, if nothing is done.",
    z.object({ codes: z.array(z.string().max(20)).max(20).default([]), from: country.optional(), to: country.optional(), ...clocks, ...detail }),
    (q) => outlookOf(g, q),
  );
  tool(
    "compare_scenarios",
    "Compare outcomes",
    "The same codes under the law as it stands and under several suppositions side by side: what each outcome of the talks would change.",
    z.object({
      codes: z.array(z.string().max(20)).min(1).max(20),
      suppose: z.array(z.string().max(200)).min(1).max(6),
      from: country.optional(),
      to: country.optional(),
      on: clocks.on,
      known: clocks.known,
      ...detail,
    }),
    (q) => outlookOf(g, q),
  );
  tool(
    "control",
    "Export controls of goods",
    "Whether goods may leave China, or move between other countries, under China's export controls on a date: a tariff code of China, a word such as gallium, or a control code. US goods to China are not covered.",
    z.object({ goods: z.string().max(200), from: country.default("CN"), to: country.default("US"), facts, ...clocks, ...detail }),
    async ({ detail: _, ...q }) => {
      named(q.suppose);
      const now = nowMinute();
      return controlQuestion(Object.fromEntries(Object.entries(q).filter(([, v]) => v !== undefined)), g.controls, { known: now, now, supposed: [] });
    },
  );
  const stake = z.object({
    owner: z.string(),
    owned: z.string(),
    percent: z.string().optional(),
    min: z.string().optional(),
    max: z.string().optional(),
    kind: z.string().optional(),
    owner_country: z.string().optional(),
    owned_country: z.string().optional(),
  });
  tool(
    "screen",
    "Screen a party",
    "Who a party is on the lists of both sides, who owns it where stakes are given, what each rule says of it and why. Verdicts never clear: list-too-old means that the list in hand cannot answer. Report the verdict of each rule apart.",
    z.object({
      name: z.string().max(1000),
      type: z.enum(["organisation", "person", "vessel", "aircraft"]).optional(),
      country: country.optional(),
      identifier: z.string().max(200).optional(),
      born: z.string().max(40).optional().describe("a person's birth date: 1960-05-02, 1960-05 or 1960"),
      owners: z.array(stake).max(10_000).optional(),
      ...clocks,
      ...detail,
    }),
    async (q) => {
      const a = await g.asking(asked(q));
      const query: ScreenQuery = queryOf(
        Object.fromEntries(Object.entries({ name: q.name, type: q.type, country: q.country, identifier: q.identifier, born: q.born }).filter(([, v]) => v !== undefined)),
      );
      const owners = q.owners === undefined ? undefined : stakesOf(q.owners, "owners");
      return screenAnswer(g.desks, g.screen(a.known, a.supposed, [query], owners), query, a.on, { horizon: g.regime.law.horizon }, owners?.problems ?? []);
    },
  );
  tool(
    "timeline",
    "Documents in order",
    "Orders, notices, rulings, announcements, statements and threats in the order in which they were announced, by day, issuer, measure or words.",
    z.object({
      from: when.optional(),
      to: when.optional(),
      issuer: z.string().max(60).optional(),
      kind: z.string().max(60).optional(),
      measure: z.string().max(100).optional(),
      about: z.string().max(200).optional(),
      ...clocks,
      ...detail,
    }),
    async (q) => timelineAnswer(g.desks, await g.asking(asked(q)), filterOf(q)),
  );
  tool(
    "show",
    "Open one thing",
    "One document, measure, meeting, pledge, listed party or article by its id, with its states over time, sources and conflicts. Ids stand in the answers of the other tools.",
    z.object({ id: z.string().max(200), ...clocks, ...detail }),
    async (q) => {
      const a = await g.asking(asked(q));
      const id = q.id.trim();
      return (/^[^/]*:/.test(id) ? showParty(g.desks, g.inUse(), id, a) : undefined) ?? showId(g.desks, id, a);
    },
  );
  server.registerResource(
    "instrument",
    new ResourceTemplate("truce://{+id}", { list: undefined }),
    { title: "A document of the regime", description: "truce://us/eo-14298 is the document of that id, whole", mimeType: "application/json" },
    async (uri) => {
      const a = await g.asking({});
      const id = decodeURIComponent(uri.href.replace(/^truce:\/\//, ""));
      return { contents: [{ uri: uri.href, mimeType: "application/json", text: JSON.stringify(showId(g.desks, id, a)) }] };
    },
  );
  return server;
}

async function outlookOf(
  g: Grounds,
  q: { codes: string[]; from?: string | undefined; to?: string | undefined; on?: string | undefined; known?: string | undefined; suppose?: string[] | undefined },
): Promise<unknown> {
  if (q.known !== undefined) parseKnown(q.known);
  const a = await g.asking({ on: q.on, known: q.known }, { ahead: true });
  const scenarios = await scenariosOf([...named(q.suppose)], g.regime, a.known);
  return outlookView(g.desks, { known: a.known, on: a.on, codes: q.codes.map((code) => ({ code, from: q.from, to: q.to, facts: {} })), portfolio: undefined }, scenarios);
}

/** An error as a model can use it: what is wrong, where, and what to do next. */
function failed(e: unknown) {
  const view =
    errorView(e) ??
    (e instanceof NameError ? { code: e.code, message: e.message, hint: e.hint, where: "name" } : { code: "internal", message: "this is a fault of truce", hint: "try another question", where: "" });
  return { isError: true, content: [{ type: "text" as const, text: JSON.stringify({ error: { ...view, hint: view.hint.replace(/--([a-z-]+)/g, "$1") } }) }] };
}
