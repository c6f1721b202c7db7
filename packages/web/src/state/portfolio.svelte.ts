import type { AnswerOf, Progress, QuestionOf, Trouble } from "../worker/protocol.js";
import { type Asked, ask, Unanswered } from "./worker.js";

const PATIENCE = 100;

/** The file of lines that the reader dropped and what it comes to. It stays while views change, so that no view reads the file again. */
class PortfolioFile {
  private file = $state.raw<{ readonly file: File; readonly name: string } | undefined>(undefined);
  value = $state.raw<AnswerOf<"portfolio"> | undefined>(undefined);
  trouble = $state.raw<Trouble | undefined>(undefined);
  progress = $state.raw<Progress | undefined>(undefined);
  slow = $state(false);
  /** Whether the reader ended the reading. */
  stopped = $state(false);
  /** The law and the columns by which `value` was made: another makes another answer. */
  priced = $state("");
  private dropped = 0;
  private asked: Asked<AnswerOf<"portfolio">> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private before = "";
  private last: Omit<QuestionOf<"portfolio">, "file" | "name"> | undefined;

  get held(): boolean {
    return this.file !== undefined;
  }
  take(file: File): void {
    this.stop();
    this.file = { file, name: `${++this.dropped} ${file.name}` };
    this.value = undefined;
    this.trouble = undefined;
  }
  forget(): void {
    this.stop();
    this.file = undefined;
    this.value = undefined;
    this.trouble = undefined;
    this.before = "";
  }

  /** Asks for the sums where the file, the law or the columns are others than before. */
  ensure(q: Omit<QuestionOf<"portfolio">, "file" | "name">): void {
    const { file } = this;
    if (file === undefined) return;
    const key = JSON.stringify([file.name, q]);
    if (key === this.before) return;
    this.before = key;
    this.last = q;
    this.stopped = false;
    this.asked?.stop();
    this.rest();
    const own = ask("portfolio", { ...q, ...file }, (p) => (this.progress = p));
    this.asked = own;
    this.timer = setTimeout(() => (this.slow = true), PATIENCE);
    const mine = (): boolean => this.asked === own;
    own.answer
      .then((a) => {
        if (!mine()) return;
        this.value = a;
        this.trouble = undefined;
        this.priced = key;
      })
      .catch((e) => {
        if (!mine()) return;
        this.value = undefined;
        this.trouble = e instanceof Unanswered ? e.trouble : { code: "internal", message: String(e), hint: "reload the page", where: "page" };
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
  /** Ends what is under way. What was there before stays. */
  stop(): void {
    this.stopped = this.asked !== undefined;
    this.asked?.stop();
    this.asked = undefined;
    this.rest();
  }
  /** Asks again for what was ended. */
  again(): void {
    this.before = "";
    if (this.last !== undefined) this.ensure(this.last);
  }
}
export const portfolio = new PortfolioFile();
