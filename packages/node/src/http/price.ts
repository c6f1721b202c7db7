import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { InputError, nowMinute } from "@truce/engine/desk";
import { type Grounds, named } from "@truce/engine/answers/grounds";
import { text, texts } from "./query.js";

/** Kinds of files, by what a request says that its body is. */
const KINDS: Readonly<Record<string, string>> = {
  "text/csv": "csv",
  "application/vnd.apache.parquet": "parquet",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/jsonl": "jsonl",
};
const OUT = { csv: "text/csv; charset=utf-8", parquet: "application/vnd.apache.parquet" } as const;

/** Files that wait for the one before. */
const WAITING = 30;

/** Files of lines, priced and sent back: `POST /price`. One at a time, for a file takes all threads; others wait their turn. @param most bytes of a file */
export function price(app: FastifyInstance, g: Grounds, most: number): void {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  for (const type of Object.keys(KINDS)) app.addContentTypeParser(type, { bodyLimit: most }, (_, payload, done) => done(null, payload));
  const query = {
    type: "object",
    additionalProperties: false,
    properties: {
      on: text("day of entry of lines that name none"),
      known: text("use only what had been announced by then"),
      suppose: texts("scenarios side by side, by id; a+b lays two together"),
      columns: texts("which column holds what: code=HTS"),
      from: text("origin of lines that name none"),
      to: text("importing country of lines that name none"),
      layout: { type: "string", enum: ["long", "wide", "rejects"] },
      as: { type: "string", enum: ["csv", "parquet"] },
    },
  };
  const consumes = Object.fromEntries(Object.keys(KINDS).map((t) => [t, { schema: { description: "the file itself" } }]));
  app.post(
    "/price",
    {
      schema: {
        summary: "A file of lines (CSV, Parquet, XLSX, JSON lines) priced, and sent back",
        tags: ["files"],
        querystring: query,
        body: { content: consumes },
        response: { 200: { type: "string", format: "binary" } },
      },
    },
    async (r, reply) => {
      const kind = KINDS[(r.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? ""];
      if (kind === undefined) throw new InputError("unknown-file", "what the body is was not said", `send it as one of ${Object.keys(KINDS).join(", ")}`, "content-type");
      if (waiting >= WAITING)
        return (reply as FastifyReply)
          .code(503)
          .header("retry-after", "5")
          .send({ error: { code: "busy", message: `${waiting} files wait to be priced`, hint: "try again in some seconds", where: "server", request: r.id } });
      const dir = mkdtempSync(join(tmpdir(), "truce-price-"));
      waiting++;
      const before = last;
      let leave: () => void = () => undefined;
      last = new Promise((done) => (leave = done));
      await before;
      let cleared = false;
      const clear = (): void => {
        if (cleared) return;
        cleared = true;
        waiting--;
        leave();
        rmSync(dir, { recursive: true, force: true });
      };
      try {
        const file = join(dir, `lines.${kind}`);
        await pipeline(r.body as NodeJS.ReadableStream, atMost(most), createWriteStream(file));
        const q = r.query as { on?: string; known?: string; suppose?: string[]; columns?: string[]; from?: string; to?: string; layout?: "long" | "wide" | "rejects"; as?: "csv" | "parquet" };
        const as = q.as ?? "csv";
        const out = join(dir, `priced.${as}`);
        const rejected = await run(g, file, out, q);
        if (reply.raw.destroyed) clear();
        else reply.raw.once("close", clear);
        return reply
          .type(OUT[as])
          .header("x-rejected-lines", String(rejected))
          .header("content-length", String(statSync(out).size))
          .send(createReadStream(out));
      } catch (e) {
        clear();
        throw e instanceof Error && e.message.includes(dir) ? Object.assign(e, { message: e.message.replaceAll(dir, "") }) : e;
      }
    },
  );
}

async function run(
  g: Grounds,
  file: string,
  out: string,
  q: { on?: string; known?: string; suppose?: string[]; columns?: string[]; from?: string; to?: string; layout?: "long" | "wide" | "rejects" },
): Promise<number> {
  const { PricedFile, scenariosOf, splitPairs } = await import("../price/index.js");
  const now = nowMinute();
  const known = q.known === undefined ? now : parseKnown(q.known).at;
  if (q.on !== undefined) parseOn(q.on, WASHINGTON);
  const country = (given: string | undefined, where: string): string | undefined => {
    const own = given?.toUpperCase();
    if (own !== undefined && !["CN", "HK", "MO", "US"].includes(own)) throw new InputError("bad-country", `"${given?.slice(0, 20)}" is no country of the regime`, "write CN, HK, MO or US", where);
    return own;
  };
  const scenarios = await scenariosOf([...named(q.suppose)], g.regime, known);
  const priced = await PricedFile.open(
    file,
    g.desks,
    {
      columns: (q.columns ?? []).flatMap(splitPairs),
      defaults: { on: q.on, from: country(q.from, "from"), to: country(q.to, "to"), now },
      known,
      scenarios,
      memory: "1GB",
      delimiter: undefined,
      encoding: undefined,
    },
    out,
    () => undefined,
  );
  try {
    await priced.write(q.layout ?? "long", out, () => undefined);
    return priced.rejected;
  } finally {
    priced.close();
  }
}

/** Lets through so many bytes, and no more. */
function atMost(most: number): Transform {
  let held = 0;
  return new Transform({
    transform(part: Buffer, _, done) {
      held += part.length;
      if (held > most) done(Object.assign(new Error(`the file has more than ${most / 1e6} MB`), { statusCode: 413, code: "body-too-large" }));
      else done(null, part);
    },
  });
}
