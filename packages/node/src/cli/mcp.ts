import { Grounds } from "@truce/engine/answers/grounds";
import { openLists } from "../parties/index.js";
import { openRegime } from "../grounds/open.js";

/** truce mcp: the tools over standard input and output. Nothing else is written there. */
export async function mcp(options: { readonly regime?: string }): Promise<void> {
  const [{ serveStdio }, { mcpServer }] = await Promise.all([import("@modelcontextprotocol/server/stdio"), import("../mcp/server.js")]);
  const regime = await openRegime(options.regime);
  const g = new Grounds(regime, () => openLists(regime));
  serveStdio(() => mcpServer(g));
}
