import type { Answers } from "./answers.js";

/** What a page asks its worker. */
export type Kind = keyof Answers;
export type QuestionOf<K extends Kind> = Answers[K]["question"];
export type AnswerOf<K extends Kind> = Answers[K]["answer"];

/** A question on its way to the worker; `stop` ends one that is under way. */
export type ToWorker = { readonly id: number; readonly kind: Kind; readonly question: unknown } | { readonly id: number; readonly stop: true };

/** What a person can do about a question that was not answered. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly where: string;
}
/** How far a long question is. */
export interface Progress {
  readonly done: number;
  readonly of: number | null;
  readonly unit: string;
}
export type FromWorker = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly trouble: Trouble } | { readonly id: number; readonly progress: Progress };

/** What an answer may use while it is worked out. */
export interface Run {
  readonly progress: (p: Progress) => void;
  /** Throws where the reader no longer waits. */
  readonly check: () => void;
  /** Lets questions and stops through that came meanwhile. */
  readonly breathe: () => Promise<void>;
}
