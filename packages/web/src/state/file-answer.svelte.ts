import type { AnswerOf, Kind, Progress, QuestionOf, Trouble } from "../worker/protocol.js";
import { type Asked, ask, Unanswered } from "./worker.js";

const PATIENCE = 100;

/** The answer to a question that carries a file: asked anew when the file or anything of the question changes. */
export class FileAnswer<K extends Kind> {
  value = $state.raw<AnswerOf<K> | undefined>(undefined);
  trouble = $state.raw<Trouble | undefined>(undefined);
  progress = $state.raw<Progress | undefined>(undefined);
  slow = $state(false);
  private asked: Asked<AnswerOf<K>> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(kind: K, question: () => QuestionOf<K> | undefined) {
    $effect(() => {
      const q = question();
      this.stop();
      this.value = undefined;
      this.trouble = undefined;
      if (q !== undefined) this.start(kind, q);
    });
    $effect(() => () => this.stop());
  }

  private start(kind: K, q: QuestionOf<K>): void {
    const own = ask(kind, q, (p) => (this.progress = p));
    this.asked = own;
    this.timer = setTimeout(() => (this.slow = true), PATIENCE);
    const mine = (): boolean => this.asked === own;
    own.answer
      .then((a) => mine() && (this.value = a))
      .catch((e) => mine() && (this.trouble = e instanceof Unanswered ? e.trouble : { code: "internal", message: String(e), hint: "reload the page", where: "page" }))
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
  /** Ends what is under way. */
  stop(): void {
    this.asked?.stop();
    this.asked = undefined;
    this.rest();
  }
}
