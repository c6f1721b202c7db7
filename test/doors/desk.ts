import type { FastifyInstance } from "fastify";
import { Grounds } from "@truce/engine/answers/grounds";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { readConfig } from "../../packages/node/dist/http/config.js";
import { openLists } from "../../packages/node/dist/parties/index.js";
import { makeServer } from "../../packages/node/dist/http/server.js";
import { mcpOverHttp } from "../../packages/node/dist/mcp/http.js";

const regime = await openRegime();
export const grounds = new Grounds(regime, () => openLists(regime));

/** A server as the settings say, quiet. */
export const server = (env: Record<string, string> = {}): Promise<FastifyInstance> => makeServer(grounds, readConfig({ TRUCE_LOG: "off", ...env }), mcpOverHttp(grounds));
