import { command, run } from "../command.js";

/* The files of the regime. */
command("check", "every rule that the regime's files must keep", ["check", "check my-regime"])
  .argument("[dir]", "a regime folder")
  .action(run(async () => (await import("../check.js")).checkCommand));
