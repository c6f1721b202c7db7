import type { Kind, QuestionOf } from "../worker/protocol.js";
import { Pending } from "./pending.svelte.js";

/** The answer to a question that carries a file: asked anew when the file or anything of the question changes, and never shown for another. */
export class FileAnswer<K extends Kind> extends Pending<K> {
  constructor(kind: K, question: () => QuestionOf<K> | undefined) {
    super();
    $effect(() => {
      const q = question();
      this.stop();
      this.value = undefined;
      this.trouble = undefined;
      if (q !== undefined) this.start(kind, q);
    });
    $effect(() => () => this.stop());
  }
}
