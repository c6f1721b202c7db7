import { Grounds } from "../answers/grounds.js";
import { openRegime } from "../grounds/open.js";

/** truce mcp: the tools over standard input and output. Nothing else is written there. */
export async function mcp(options: { readonly regime?: string }): Promise<void> {
  const [{ serveStdio }, { mcpServer }] = await Promise.all([import("@modelcontextprotocol/server/stdio"), import("../mcp/server.js")]);
  const g = new Grounds(await openRegime(options.regime));
  serveStdio(() => mcpServer(g));
}
