import { type Asked, type DutyResult, inDigits } from "../duty/index.js";
import type { Instrument } from "../law/index.js";
import { type Instant, parseKnown } from "../time/index.js";
import { type Desks, InputError, suppositions } from "../desk/index.js";

export const NAMES = new Set(["code", "from", "to", "on", "known", "value", "quantity", "facts", "rounding", "suppose", "form", "ref"]);
/** The error where a part that is text is none. */
const NOT_TEXT: Readonly<Record<string, string>> = { on: "bad-date", known: "bad-date", rounding: "bad-rounding" };
/** How many sets of suppositions are remembered. */
const REMEMBERED = 1000;

/** What a question takes where it does not say it. */
export interface DutyDefaults {
  readonly known: Instant;
  readonly now: Instant;
  readonly on?: string | undefined;
  readonly suppose?: readonly string[] | undefined;
}

/** Answers duty questions as programs write them: `{"code","from","to","on","known","value","quantity","facts","suppose","form","ref"}`. */
export class DutyQuestions {
  private readonly supposed = new Map<string, Promise<Instrument[]>>();

  constructor(
    readonly desks: Desks,
    readonly defaults: DutyDefaults,
  ) {}

  /** @throws InputError, QuestionError or WhenError for a question that cannot be answered */
  async answer(q: Record<string, unknown>): Promise<DutyResult | (DutyResult & { ref: unknown })> {
    const { defaults, desks } = this;
    const extra = Object.keys(q).find((k) => !NAMES.has(k));
    if (extra !== undefined) throw new InputError("unknown-field", `there is no field "${extra.slice(0, 40)}" in a question`, `fields are ${[...NAMES].join(", ")}`, extra.slice(0, 40));
    if (typeof q["code"] !== "string") throw new InputError("no-code", "a question needs a code, as text", 'for example {"code":"4202.92.31"}', "code");
    const read = checked(q);
    const known = read.known === undefined ? defaults.known : parseKnown(read.known).at;
    const names = Array.isArray(q["suppose"]) ? q["suppose"].map(String) : (defaults.suppose ?? []);
    const key = `${known} ${names.join("\n")}`;
    if (this.supposed.size > REMEMBERED) this.supposed.clear();
    let supposed = this.supposed.get(key);
    if (supposed === undefined) {
      supposed = suppositions(names, desks.regime, known);
      supposed.catch(() => undefined);
      this.supposed.set(key, supposed);
    }
    const question: Asked = { code: q["code"], ...(defaults.on === undefined ? {} : { on: defaults.on }), ...read.asked };
    const result = desks.duty(question, known, defaults.now, await supposed);
    return q["ref"] === undefined ? result : { ref: q["ref"], ...result };
  }
}

/** The parts of a question, each of its kind. A part that is null counts as left out. */
export function checked(q: Record<string, unknown>): { asked: Partial<Asked>; known: string | undefined } {
  const bad = (where: string, code: string, message: string, hint: string): never => {
    throw new InputError(code, message, hint, where);
  };
  const word = (key: string): Record<string, string> => {
    const v = q[key];
    if (v === undefined) return {};
    return typeof v === "string" ? { [key]: v } : bad(key, NOT_TEXT[key] ?? "bad-country", `"${key}" is not text`, `write "${key}" in quotes`);
  };
  const amount = (v: unknown, field: string, code: string): string =>
    typeof v === "string" || typeof v === "number" ? inDigits(v) : bad(field, code, `the ${field} is not a number`, "write digits, as a number or as text");
  const { facts, quantity, suppose, form } = q;
  if (form !== undefined && typeof form !== "boolean") bad("form", "bad-form", '"form" is neither true nor false', 'write "form":true for the lines of the entry summary');
  if (suppose !== undefined && !Array.isArray(suppose)) bad("suppose", "bad-suppose", "suppose is a list of ids", 'such as ["us/threat-2025-10-10-100pct"]');
  if (facts !== undefined && (typeof facts !== "object" || Array.isArray(facts))) bad("facts", "bad-facts", "facts are an object of names and values", 'such as {"steel":"40"}');
  if (quantity !== undefined && !Array.isArray(quantity)) bad("quantity", "bad-quantity", "quantity is a list", 'such as [{"amount":"120","unit":"kg"}]');
  const given = Object.entries((facts ?? {}) as Record<string, unknown>).filter(([, v]) => v !== null);
  for (const [name, v] of given)
    if (typeof v !== "string" && typeof v !== "number") bad(name.slice(0, 40), "bad-fact", `the fact ${name.slice(0, 40)} is neither text nor a number`, 'such as {"steel":"40"}');
  const asked = {
    ...word("from"),
    ...word("to"),
    ...word("on"),
    ...(form === true ? { form } : {}),
    ...word("rounding"),
    ...(facts === undefined ? {} : { facts: Object.fromEntries(given.map(([k, v]) => [k, String(v)])) }),
    ...(quantity === undefined
      ? {}
      : {
          quantity: (quantity as Record<string, unknown>[]).map((x) => ({
            amount: amount(x?.["amount"], "quantity", "bad-quantity"),
            unit: typeof x?.["unit"] === "string" ? x["unit"] : bad("unit", "bad-quantity", "a quantity has a unit, as text", "write the unit that the tariff prints, such as kg"),
          })),
        }),
    ...(q["value"] === undefined ? {} : { value: amount(q["value"], "value", "bad-amount") }),
  };
  return { asked, known: word("known")["known"] };
}
