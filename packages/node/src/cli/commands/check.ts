import { command, run } from "../command.js";

/* The files of the regime, and the server. */
command("check", "every rule that the regime's files must keep", ["check", "check my-regime"])
  .argument("[dir]", "a regime folder")
  .action(run(async () => (await import("../check.js")).checkCommand));
command("serve", "the same answers over HTTP, described at /openapi.json and /docs", ["serve", "serve --port 8080", "TRUCE_API_KEYS=… HOST=0.0.0.0 truce serve"])
  .option("--host <address>", "where to listen (default: HOST, else 127.0.0.1)")
  .option("--port <n>", "at which port (default: PORT, else 4118)")
  .addHelpText(
    "after",
    "\nAn address that others can reach needs TRUCE_API_KEYS (long, with commas between), or TRUCE_OPEN=yes.\nTRUCE_RATE requests a minute and address, TRUCE_ORIGINS, TRUCE_BODY_MB, TRUCE_FILE_MB, TRUCE_TIMEOUT_S, TRUCE_CONCURRENCY and TRUCE_LOG=off set the rest.",
  )
  .action(run(async () => (await import("../serve.js")).serve));

command("mcp", "the same answers as tools of the Model Context Protocol, over standard input and output", ["mcp"]).action(run(async () => (await import("../mcp.js")).mcp));
