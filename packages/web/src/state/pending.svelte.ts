import type { AnswerOf, Kind, Progress, QuestionOf, Trouble } from "../worker/protocol.js";
import { type Asked, ask, Unanswered } from "./worker.js";

/** Milliseconds after which waiting is said. */
const PATIENCE = 100;

/** A question of which the newest alone counts: its answer or its trouble, how far it is, and a way to end it. */
export class Pending<K extends Kind> {
  value = $state.raw<AnswerOf<K> | undefined>(undefined);
  trouble = $state.raw<Trouble | undefined>(undefined);
  progress = $state.raw<Progress | undefined>(undefined);
  /** Whether an answer is waited for longer than a moment. */
  slow = $state(false);
  private asked: Asked<AnswerOf<K>> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  get waiting(): boolean {
    return this.asked !== undefined;
  }

  /** Asks in place of what was asked before. @param done called with the answer, before it is shown */
  protected start(kind: K, question: QuestionOf<K>, done?: () => void): void {
    this.end();
    const own = ask(kind, question, (p) => (this.progress = p));
    this.asked = own;
    this.timer = setTimeout(() => (this.slow = true), PATIENCE);
    const mine = (): boolean => this.asked === own;
    own.answer
      .then((a) => {
        if (!mine()) return;
        done?.();
        this.value = a;
        this.trouble = undefined;
      })
      .catch((e) => {
        if (mine()) this.trouble = e instanceof Unanswered ? e.trouble : { code: "internal", message: String(e), hint: "reload the page", where: "page" };
      })
      .finally(() => {
        if (!mine()) return;
        this.asked = undefined;
        this.rest();
      });
  }
  private rest(): void {
    clearTimeout(this.timer);
    this.slow = false;
    this.progress = undefined;
  }
  private end(): void {
    this.asked?.stop();
    this.asked = undefined;
    this.rest();
  }
  /** Ends what is under way. What was there before stays. */
  stop(): void {
    this.end();
  }
}
