import type { Learned } from "@truce/engine/outlook";
import { columns, paint, section } from "./layout.js";

interface Answer {
  readonly outcome: string;
  readonly additionalPercent: string | null;
  readonly totalPercent: string | null;
}
export interface DiffView extends Learned {
  readonly on: string;
  readonly known: readonly string[];
  readonly answers: readonly { readonly code: string; readonly what: string; readonly on: string; readonly before: Answer; readonly after: Answer }[];
}

const day = (utc: string | null): string => (utc === null ? "open" : utc < "1950" ? "always" : utc.replace(":00Z", "Z"));
const points = (a: Answer): string => (a.additionalPercent === null ? a.outcome : `+${a.additionalPercent}`);

/** The page of what was learned between two moments. */
export function diffPage(d: DiffView): string {
  const head = `${paint.bold("Learned")} between ${d.known[0]} and ${d.known[1]}\n`;
  const documents = columns(["announced", "document", "standing", "title"], d.instruments.map((i) => [i.announced.slice(0, 10), i.id, i.standing, i.title.slice(0, 70)]));
  const measures = d.measures.map((m) => `  ${m.measure}\n${columns(["", "", "", "", ""], m.changes.map((c) => [day(c.from), `to ${day(c.until)}`, c.before, "→", c.after]), "    ")}`).join("\n");
  const answers = d.answers.length === 0 ? "" : columns(["code", "goods", "on", ">before", ">after"], d.answers.map((a) => [a.code, a.what, a.on, points(a.before), points(a.after)]));
  return `${head}${section("Documents", d.instruments.length === 0 ? "  none" : documents)}${section("Measures that are now known to stand otherwise", measures)}${section("Answers that changed", answers)}\n`;
}
