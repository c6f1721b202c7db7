import type { Kind, QuestionOf } from "../worker/protocol.js";
import { Pending } from "./pending.svelte.js";

/** The answer to a question that changes: the last answer stays until the next is there, so that nothing jumps. */
export class Answer<K extends Kind> extends Pending<K> {
  /** @param question read anew whenever something in it changes; undefined where there is nothing to ask */
  constructor(kind: K, question: () => QuestionOf<K> | undefined) {
    super();
    let before = "";
    $effect(() => {
      const q = question();
      const text = JSON.stringify(q);
      if (text === before) return;
      before = text ?? "";
      if (q !== undefined) return this.start(kind, q);
      this.stop();
      this.value = undefined;
      this.trouble = undefined;
    });
    $effect(() => () => this.stop());
  }
}
