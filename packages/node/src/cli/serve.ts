import { Grounds } from "@truce/engine/answers/grounds";
import { openLists } from "../parties/index.js";
import { openRegime } from "../grounds/open.js";
import { write } from "./output.js";

interface Options {
  readonly host?: string;
  readonly port?: string;
  readonly regime?: string;
  readonly json?: boolean;
}
/** Milliseconds that requests under way are given when the server is told to stop. */
const GRACE = 10_000;

/** truce serve */
export async function serve(options: Options): Promise<void> {
  const [{ readConfig }, { makeServer }, { mcpOverHttp }] = await Promise.all([import("../http/config.js"), import("../http/server.js"), import("../mcp/http.js")]);
  const config = readConfig(process.env, options);
  const regime = await openRegime(options.regime);
  const g = new Grounds(regime, () => openLists(regime));
  const app = await makeServer(g, config, mcpOverHttp(g));
  const stop = (): void => {
    setTimeout(() => process.exit(0), GRACE).unref();
    void app.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  const address = await app.listen({ host: config.host, port: config.port });
  await write(options.json ? `${JSON.stringify({ address })}\n` : `Truce answers on ${address} (${address}/docs); Ctrl+C stops it\n`);
}
