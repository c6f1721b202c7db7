import { ControlError } from "../controls/index.js";
import { MoneyError, QuestionError } from "../duty/index.js";
import { CodeError } from "../goods/index.js";
import { LawError } from "../law/index.js";
import { WhenError } from "../time/index.js";
import { InputError } from "../desk/index.js";

/** What went wrong, in the form that other programs rely on. */
export interface ErrorView {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly where: string;
}

/** The error view of anything thrown; undefined for a fault of ours. */
export function errorView(e: unknown): ErrorView | undefined {
  if (e instanceof QuestionError) return { code: e.code, message: e.message, hint: e.hint, where: e.field };
  if (e instanceof ControlError) return { code: e.code, message: e.message, hint: e.hint, where: e.field };
  if (e instanceof InputError) return { code: e.code, message: e.message, hint: e.hint, where: e.where };
  if (e instanceof WhenError)
    return { code: "bad-date", message: e.message, hint: /write/.test(e.message) ? "" : "write YYYY-MM-DD, or an instant with its offset", where: String(e.text).slice(0, 60) };
  if (e instanceof MoneyError) return { code: "bad-amount", message: e.message, hint: "amounts are decimal, in the currency of the importing side", where: "value" };
  if (e instanceof CodeError) return { code: "bad-code", message: e.message, hint: "truce find WORDS looks codes up by words", where: "code" };
  if (e instanceof LawError) return { code: "contradiction", message: e.message, hint: "a supposition contradicts another: drop one of them", where: "--suppose" };
  return undefined;
}
