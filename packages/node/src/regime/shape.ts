import { parseDay } from "@truce/engine/time";
import { type Problem, problem } from "./problem.js";
import type { Read } from "./read-yaml.js";

/** What a field may hold, in words; `need` where it must stand there. */
export interface Form {
  readonly need?: boolean;
  readonly is: "text" | "day" | "whole" | "flag" | "texts" | readonly string[];
}
export type Shape = Readonly<Record<string, Form>>;

/** Checks the fields of one map of a settings file against its shape, and says what is wrong at its place. */
export function checkShape(value: unknown, shape: Shape, path: readonly PropertyKey[], read: Read, file: string, problems: Problem[]): boolean {
  const before = problems.length;
  const say = (rule: string, at: { line: number; column: number }, message: string): void => void problems.push(problem(rule, file, at.line, at.column, message));
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    say("R05", read.place(path), `${path.join(".")} is a map of ${Object.keys(shape).join(", ")}`);
    return false;
  }
  for (const [key, held] of Object.entries(value)) {
    const form = shape[key];
    if (form === undefined) say("R03", read.key([...path, key]), `there is no field "${key}" here: ${Object.keys(shape).join(", ")}`);
    else {
      const wrong = fault(held, form.is);
      if (wrong !== undefined) say(wrong.rule, read.place([...path, key]), `${key}: ${wrong.what}`);
    }
  }
  for (const [key, form] of Object.entries(shape)) if (form.need === true && !Object.hasOwn(value, key)) say("R04", read.place(path), `"${key}" is missing`);
  return problems.length === before;
}

function fault(held: unknown, is: Form["is"]): { rule: string; what: string } | undefined {
  const form = (what: string) => ({ rule: "R05", what });
  if (typeof is === "object") return is.includes(String(held)) ? undefined : form(`one of ${is.join(", ")}`);
  switch (is) {
    case "text":
      return typeof held === "string" && held !== "" ? undefined : form("a text");
    case "flag":
      return held === "true" || held === "false" ? undefined : form("true or false");
    case "whole":
      return typeof held === "string" && /^\d{1,6}$/.test(held) ? undefined : form("a whole number");
    case "texts":
      return Array.isArray(held) && held.every((x) => typeof x === "string" && x !== "") ? undefined : form("a list of texts");
    case "day":
      try {
        parseDay(String(held));
        return undefined;
      } catch (e) {
        return { rule: "R06", what: (e as Error).message };
      }
    default:
      return is satisfies never;
  }
}
