import type { FastifyInstance } from "fastify";
import { Grounds } from "../../packages/node/dist/answers/grounds.js";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { readConfig } from "../../packages/node/dist/http/config.js";
import { makeServer } from "../../packages/node/dist/http/server.js";
import { mcpOverHttp } from "../../packages/node/dist/mcp/http.js";

export const grounds = new Grounds(await openRegime());

/** A server as the settings say, quiet. */
export const server = (env: Record<string, string> = {}): Promise<FastifyInstance> => makeServer(grounds, readConfig({ TRUCE_LOG: "off", ...env }), mcpOverHttp(grounds));
