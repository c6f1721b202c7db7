import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** A question as a case gives it. Every scalar is its source text. */
export interface Given {
  readonly code: string;
  readonly from?: string;
  readonly to?: string;
  readonly on?: string;
  readonly known?: string;
  readonly value?: string;
  readonly quantity?: readonly { readonly amount: string; readonly unit: string }[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly suppose?: readonly string[];
  readonly form?: boolean;
  readonly rounding?: string;
}
/** What a case says of the answer; only the keys that are given are compared. See `compare.ts`. */
export type Expected = Readonly<Record<string, unknown>>;
export interface DutyCase {
  readonly file: string;
  readonly ask: string;
  readonly given: Given;
  readonly expect: Expected;
  readonly because: string;
}
/** A command whose JSON is looked into by path: `truce.expires.us`, `items.0.id`, `items[].id`, `items.length`. */
export interface CommandCase {
  readonly file: string;
  readonly ask: string;
  readonly command: readonly string[];
  readonly expectJson: Readonly<Record<string, unknown>>;
  readonly because: string;
}

const here = dirname(fileURLToPath(import.meta.url));
export const root = dirname(dirname(here));

/**
 * Every case of the golden files, in the order of their names. Scalars stay text, so no code or rate passes through a number.
 * @throws Error for a case without a question, an expectation or a citation
 */
export function readCases(folder: string = here): { duty: DutyCase[]; commands: CommandCase[] } {
  const duty: DutyCase[] = [];
  const commands: CommandCase[] = [];
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".yaml"))
    .sort()) {
    const cases = parse(readFileSync(join(folder, file), "utf8"), { schema: "failsafe" }) as Record<string, unknown>[];
    for (const c of cases) {
      const bad = c["ask"] === undefined || c["because"] === undefined || (c["given"] === undefined) === (c["command"] === undefined) || (c["expect"] ?? c["expectJson"]) === undefined;
      const odd = Object.keys(c).filter((k) => !["ask", "given", "expect", "command", "expectJson", "because"].includes(k));
      if (odd.length > 0) throw new Error(`${file}: a case has no key ${odd.join(", ")}: ${String(c["ask"])}`);
      if (bad) throw new Error(`${file}: a case needs ask, because, and given with expect or command with expectJson: ${JSON.stringify(c).slice(0, 120)}`);
      if (c["given"] !== undefined) {
        const { form, ...given } = c["given"] as Omit<Given, "form"> & { readonly form?: string };
        duty.push({ ...(c as unknown as DutyCase), given: { ...given, ...(form === undefined ? {} : { form: form === "true" }) }, file: file.replace(".yaml", "") });
      }
      if (c["command"] !== undefined) commands.push({ ...(c as unknown as CommandCase), file: file.replace(".yaml", "") });
    }
  }
  return { duty, commands };
}
