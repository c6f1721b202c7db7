import { controlAnswer, type ControlAnswer, type ControlGrounds, type ControlQuestion } from "../controls/index.js";
import type { Instrument } from "../law/index.js";
import type { Instant } from "../time/index.js";
import type { Desks } from "./desks.js";
import { InputError } from "./input-error.js";

/** Answers questions about goods, folding the law once for each knowledge and supposition. */
export class ControlDesk {
  private readonly kept = new Map<string, ControlGrounds>();

  constructor(readonly desks: Desks) {}

  /** @throws InputError where the regime has no table of controlled goods */
  grounds(known: Instant, supposed: readonly Instrument[]): ControlGrounds {
    const key = `${known} ${supposed.map((s) => `${s.id} ${s.file}`).join(" ")}`;
    let g = this.kept.get(key);
    if (g === undefined) {
      const { items, horizon } = this.desks.regime.law;
      if (items === null) throw new InputError("no-items", "this regime folder has no table of controlled goods", "add items.yaml, or leave --regime out", "--regime");
      if (this.kept.size > 64) this.kept.clear();
      let said: ReturnType<ControlGrounds["said"]> | undefined;
      g = { regime: this.desks.regimeAt(known, supposed), items, horizon, said: () => (said ??= this.desks.said(known, supposed)) };
      this.kept.set(key, g);
    }
    return g;
  }

  /** One answer, with the warnings that belong to the question rather than to the law. */
  answer(q: ControlQuestion, on: Instant, known: Instant, supposed: readonly Instrument[]): ControlAnswer {
    const answer = controlAnswer(q, on, this.grounds(known, supposed));
    const mark = (a: ControlAnswer): unknown => [a.verdict, a.by, a.missing, a.next, a.branches];
    const warnings = [...this.desks.soon(known), ...this.desks.idle(known, supposed, (rest) => mark(rest === supposed ? answer : controlAnswer(q, on, this.grounds(known, rest))))];
    return warnings.length === 0 ? answer : { ...answer, warnings: [...answer.warnings, ...warnings] };
  }
}
