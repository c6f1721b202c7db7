import { learned } from "@truce/engine/outlook";
import { type Instant, parseKnown, toUtc } from "@truce/engine/time";
import { InputError } from "../grounds/open.js";
import type { Common } from "./main.js";
import { write } from "./output.js";
import { diffPage } from "./pages/diff.js";
import { start } from "./question.js";

/** Lines of goods whose answers show what a difference means: each side, each list. */
const PROBES = [
  { code: "4202.92.31.31", from: "CN", what: "a bag on list 3" },
  { code: "6110.20.20.79", from: "CN", what: "a sweater on list 4A" },
  { code: "9503.00.00.73", from: "CN", what: "a toy on no list in force" },
  { code: "8505.11.00.70", from: "CN", what: "a neodymium magnet" },
  { code: "1201.90.11", from: "US", what: "soybeans" },
  { code: "8542.31.00", from: "US", what: "processors" },
] as const;

interface Options extends Omit<Common, "known"> {
  readonly known?: string[];
}

/** truce diff: instruments learned between two moments, measures repainted, and answers that changed. */
export async function diff(options: Options): Promise<void> {
  const given = options.known ?? [];
  if (given.length !== 2) throw new InputError("two-moments", `diff compares two moments of knowledge, ${given.length} given`, "write --known A --known B", "--known");
  const { known: _, ...rest } = options;
  const { desks, now, supposed } = await start(rest);
  const [a, b] = given.map((k) => parseKnown(k).at).sort((x, y) => x - y) as [Instant, Instant];
  const on = options.on ?? toUtc(b).slice(0, 10);
  const seen = learned(desks.regimeAt(a, supposed), desks.regimeAt(b, supposed));
  const answers = PROBES.flatMap((p) => {
    const ask = (known: Instant) => {
      const r = desks.duty({ code: p.code, from: p.from, on }, known, now, supposed);
      return { outcome: r.outcome, additionalPercent: r.additionalPercent, totalPercent: r.totalPercent, owedPercent: r.owedPercent };
    };
    const [before, after] = [ask(a), ask(b)];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ code: p.code, from: p.from, what: p.what, on, before, after }];
  });
  const result = { on, known: [toUtc(a), toUtc(b)], horizon: desks.regime.law.horizon, ...seen, answers, warnings: [] };
  await write(options.json ? `${JSON.stringify(result)}\n` : diffPage(result));
}
