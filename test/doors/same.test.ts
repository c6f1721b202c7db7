import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { truce } from "../run.js";
import { server } from "./desk.js";

const main = fileURLToPath(new URL("../../packages/node/dist/cli/main.js", import.meta.url));
const then = ["--on", "2025-10-25", "--known", "2025-10-25"];
const clocks = { on: "2025-10-25", known: "2025-10-25" };
interface Same {
  readonly name: string;
  readonly cli: readonly string[];
  readonly get?: string;
  readonly post?: readonly [string, unknown];
  /** Takes the answer out of what the post gives. */
  readonly from?: (body: never) => unknown;
  readonly tool?: readonly [string, Record<string, unknown>];
}
const query = "on=2025-10-25&known=2025-10-25";
/** The same questions at every door. */
const SAME: readonly Same[] = [
  { name: "status", cli: ["status", ...then], get: `/status?${query}`, tool: ["status", clocks] },
  { name: "timeline", cli: ["timeline", "--about", "soybeans", ...then], get: `/timeline?about=soybeans&${query}`, tool: ["timeline", { about: "soybeans", ...clocks }] },
  { name: "show a document", cli: ["show", "us/eo-14298", ...then], get: `/show/us/eo-14298?${query}`, tool: ["show", { id: "us/eo-14298", ...clocks }] },
  { name: "show a party", cli: ["show", "MOFCOM-2025-22:3", ...then], get: `/show/MOFCOM-2025-22:3?${query}`, tool: ["show", { id: "MOFCOM-2025-22:3", ...clocks }] },
  { name: "show an article", cli: ["show", "article/2025-10-25", ...then], get: `/show/article/2025-10-25?${query}` },
  { name: "find", cli: ["find", "permanent magnets", "--limit", "5", ...then], get: `/find?words=permanent%20magnets&limit=5&${query}` },
  {
    name: "duty",
    cli: ["duty", "4202.92.31", "--value", "10000", ...then],
    post: ["/duty", { code: "4202.92.31", value: "10000", ...clocks }],
    tool: ["duty", { code: "4202.92.31", value: "10000", ...clocks }],
  },
  {
    name: "duty, supposing a threat",
    cli: ["duty", "4202.92.31", "--suppose", "us/threat-2025-10-10-100pct", "--on", "2025-11-20", "--known", "2025-10-25"],
    post: ["/duty", { code: "4202.92.31", suppose: ["us/threat-2025-10-10-100pct"], on: "2025-11-20", known: "2025-10-25" }],
  },
  { name: "duty of China", cli: ["duty", "1201.90.11", "--from", "US", "--to", "CN", ...then], post: ["/duty", { code: "1201.90.11", from: "US", to: "CN", ...clocks }] },
  { name: "control", cli: ["control", "gallium", ...then], post: ["/control", { goods: "gallium", ...clocks }], tool: ["control", { goods: "gallium", ...clocks }] },
  {
    name: "control with facts",
    cli: ["control", "rare-earth-magnets", "--from", "JP", "--fact", "cn-content=0.2", ...then],
    post: ["/control", { goods: "rare-earth-magnets", from: "JP", facts: { "cn-content": "0.2" }, ...clocks }],
    tool: ["control", { goods: "rare-earth-magnets", from: "JP", facts: { "cn-content": "0.2" }, ...clocks }],
  },
  {
    name: "screen",
    cli: ["screen", "Huawei Technologies", ...then],
    post: ["/screen", { parties: [{ name: "Huawei Technologies" }], ...clocks }],
    from: (b: { answers: unknown[] }) => b.answers[0],
    tool: ["screen", { name: "Huawei Technologies", ...clocks }],
  },
  { name: "talks", cli: ["talks", ...then], get: `/talks?${query}` },
  { name: "commitments", cli: ["commitments", "--about", "soybeans", ...then], get: `/commitments?about=soybeans&${query}` },
  { name: "diff", cli: ["diff", "--known", "2025-10-25", "--known", "2025-11-15", "--on", "2025-11-15"], get: "/diff?known=2025-10-25&known=2025-11-15&on=2025-11-15" },
  {
    name: "outlook",
    cli: ["outlook", "4202.92.31", "--suppose", "truce-lapses", ...then],
    get: `/outlook?code=4202.92.31&suppose=truce-lapses&${query}`,
    tool: ["compare_scenarios", { codes: ["4202.92.31"], suppose: ["truce-lapses"], ...clocks }],
  },
  { name: "average", cli: ["average", "--side", "us", ...then], get: `/average?side=us&${query}` },
];
const plain = (v: unknown): unknown => JSON.parse(JSON.stringify(v));

describe("the same question gives the same answer at every door", () => {
  let app: Awaited<ReturnType<typeof server>>;
  const stdio = new Client({ name: "test", version: "1" });
  const overHttp = new Client({ name: "test", version: "1" });
  beforeAll(async () => {
    app = await server();
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    await stdio.connect(new StdioClientTransport({ command: process.execPath, args: [main, "mcp"] }));
    await overHttp.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
  }, 60_000);
  afterAll(async () => {
    await stdio.close();
    await overHttp.close();
    await app.close();
  });

  for (const c of SAME)
    test(c.name, async () => {
      const run = truce([...c.cli, "--json"]);
      expect(run.stderr).toBe("");
      const own: unknown = JSON.parse(run.stdout);
      if (c.get !== undefined) {
        const r = await app.inject({ method: "GET", url: c.get });
        expect([r.statusCode, r.json()]).toEqual([200, own]);
      }
      if (c.post !== undefined) {
        const r = await app.inject({ method: "POST", url: c.post[0], payload: c.post[1] as object });
        expect(r.statusCode, r.body.slice(0, 300)).toBe(200);
        expect(c.from === undefined ? r.json() : c.from(r.json() as never)).toEqual(own);
      }
      if (c.tool !== undefined)
        for (const client of [stdio, overHttp]) {
          const r = await client.callTool({ name: c.tool[0], arguments: { ...c.tool[1], detail: true } });
          expect(r.isError ?? false).toBe(false);
          expect(plain(r.structuredContent)).toEqual(own);
        }
    }, 60_000);
  test("tools say when to use them, and errors what to do next", async () => {
    for (const client of [stdio, overHttp]) {
      const { tools } = await client.listTools();
      expect(tools.map((t) => t.name)).toEqual(["status", "find_code", "duty", "outlook", "compare_scenarios", "control", "screen", "timeline", "show"]);
      for (const t of tools) expect([(t.description ?? "").length > 60, t.annotations?.readOnlyHint]).toEqual([true, true]);
      const wrong = await client.callTool({ name: "duty", arguments: { code: "zz" } });
      expect([wrong.isError, JSON.stringify(wrong.content)]).toEqual([true, expect.stringContaining("truce find WORDS looks codes up by words")]);
      const file = await client.callTool({ name: "status", arguments: { suppose: ["/etc/passwd.yaml"] } });
      expect([file.isError, JSON.stringify(file.content)]).toEqual([true, expect.stringContaining("a server reads none")]);
      const short = await client.callTool({ name: "timeline", arguments: clocks });
      expect(JSON.stringify(short.structuredContent).length).toBeLessThan(20_000);
      const document = await client.readResource({ uri: "truce://us/eo-14298" });
      expect(JSON.parse((document.contents[0] as { text: string }).text)).toMatchObject({ id: "us/eo-14298" });
    }
  });
});
