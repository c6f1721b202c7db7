import type { IncomingMessage, ServerResponse } from "node:http";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import type { Grounds } from "@truce/engine/answers/grounds";
import { mcpServer } from "./server.js";

/** MCP over streamable HTTP, as a handler of requests of Node. */
export function mcpOverHttp(g: Grounds): (request: IncomingMessage, response: ServerResponse, body?: unknown) => Promise<void> {
  const handle = toNodeHandler(createMcpHandler(() => mcpServer(g)));
  // Node's own types say that a request may have no method; one that a server receives has.
  return async (request, response, body) => void (await handle(request as Parameters<typeof handle>[0], response, body));
}
