import type { QuestionOf } from "../worker/protocol.js";
import { Pending } from "./pending.svelte.js";

/** How a file of lines is priced: everything of the question but the file. */
type Terms = Omit<QuestionOf<"portfolio">, "file" | "name">;

/** The file of lines that the reader dropped and what it comes to. It stays while views change, so that no view reads the file again. */
class PortfolioFile extends Pending<"portfolio"> {
  private file = $state.raw<{ readonly file: File; readonly name: string } | undefined>(undefined);
  /** Whether the reader ended the reading. */
  stopped = $state(false);
  /** The file and the terms by which `value` was made: others make another answer. */
  priced = $state("");
  private dropped = 0;
  private before = "";
  private terms: Terms | undefined;

  get held(): boolean {
    return this.file !== undefined;
  }
  take(file: File): void {
    this.forget();
    this.file = { file, name: `${++this.dropped} ${file.name}` };
  }
  forget(): void {
    this.stop();
    this.file = undefined;
    this.value = undefined;
    this.trouble = undefined;
    this.stopped = false;
    this.before = "";
  }

  /** Asks for the sums where the file or the terms are others than before. */
  ensure(terms: Terms): void {
    const { file } = this;
    if (file === undefined) return;
    const key = JSON.stringify([file.name, terms]);
    if (key === this.before) return;
    this.before = key;
    this.terms = terms;
    this.stopped = false;
    this.trouble = undefined;
    this.start("portfolio", { ...terms, ...file }, () => (this.priced = key));
  }
  override stop(): void {
    this.stopped = this.waiting;
    super.stop();
  }
  /** Asks again for what was ended. */
  again(): void {
    this.before = "";
    if (this.terms !== undefined) this.ensure(this.terms);
  }
}
export const portfolio = new PortfolioFile();
