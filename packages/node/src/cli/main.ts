import { json, program } from "./command.js";
import { fail } from "./output.js";
import "./commands/law.js";
import "./commands/entries.js";
import "./commands/ahead.js";
import "./commands/talks.js";
import "./commands/parties.js";
import "./commands/check.js";

/* Each command is declared in commands/ and loads its code when it is asked for. Help names them in this order. */
program.parseAsync().catch((e: unknown) => fail(e, json));
