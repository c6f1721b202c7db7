import { Command, Option } from "commander";
import { fail } from "./output.js";

/** Flags that every command takes. */
export interface Common {
  readonly on?: string;
  readonly known?: string;
  readonly json?: boolean;
  readonly suppose?: string[];
  readonly regime?: string;
  readonly quiet?: boolean;
}

/** Takes a flag that may stand several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];
export const json = process.argv.includes("--json");
const usage = (text: string): string =>
  `${JSON.stringify({
    error: {
      code: "usage",
      message: text
        .replace(/^error: /, "")
        .trim()
        .split("\n")
        .join(" "),
      hint: "truce --help shows the commands",
      where: "command line",
    },
  })}\n`;
export const program = new Command("truce")
  .description("The US-China trade regime as code: duties, controls and deadlines on a date, as known on a date.")
  .version("0.1.0")
  .showHelpAfterError(json ? false : "(truce --help shows the commands)")
  .configureOutput({ outputError: (text, put) => put(json ? usage(text) : text) })
  .exitOverride((e) => process.exit(e.exitCode === 0 ? 0 : 2));

/** A command with the flags that all take. */
export function command(name: string, description: string, examples: readonly string[]): Command {
  return program
    .command(name)
    .description(description)
    .addOption(new Option("--on <when>", "the moment asked about: YYYY-MM-DD or an instant (default: now)"))
    .addOption(
      name === "diff"
        ? new Option("--known <when>", "two moments of knowledge (give it twice)").argParser(collect)
        : new Option("--known <when>", "use only what had been announced by then (default: now)"),
    )
    .option("--suppose <id|file>", "lay a threat, a scenario or a draft on top (repeatable)", collect)
    .option("--regime <dir>", "another regime folder")
    .option("--json", "one JSON object on stdout and nothing else")
    .option("--quiet", "no progress")
    .addHelpText("after", `\nExamples:\n${examples.map((e) => `  truce ${e}`).join("\n")}`)
    .exitOverride((e) => process.exit(e.exitCode === 0 ? 0 : 2));
}

/** Runs a command whose code is loaded only when it is asked for. */
export const run =
  (load: () => Promise<(...args: never[]) => Promise<void>>) =>
  async (...args: unknown[]): Promise<void> => {
    const options = args.find((a) => typeof a === "object" && a !== null && !Array.isArray(a) && !(a instanceof Command)) as Common | undefined;
    try {
      const act = await load();
      await act(...(args.filter((a) => !(a instanceof Command)) as never[]));
    } catch (e) {
      fail(e, options?.json === true);
    }
  };
