import { refunds as refundsOf } from "@truce/engine/entry";
import { parseOn, WASHINGTON } from "@truce/engine/time";
import { assume, readEntries, writeRefundFiles } from "../entries/index.js";
import { InputError } from "@truce/engine/desk";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { refundsPage } from "./pages/refunds.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly fact?: string[];
  readonly output?: string;
}

/** truce refunds FILE */
export async function refunds(file: string, options: Options): Promise<void> {
  const { desks, known, now, supposed } = await start(options);
  const on = options.on === undefined ? now : parseOn(options.on, WASHINGTON).at;
  const { law, goods, dir } = desks.regime;
  const { refunds: rules, interest } = law.refunds;
  if (rules === null || interest === null) throw new InputError("no-rules", `${dir} has no rules of refunds`, "it needs refunds.yaml and interest.yaml", "--regime");
  const facts = options.fact ?? [];
  assume([], facts);
  const read = await readEntries(file, goods.facts.values(), true);
  const ask = {
    entries: assume(read.entries, facts),
    problems: read.problems,
    incomplete: read.incomplete,
    warnings: facts.length === 0 ? [] : [`taken as you say for all entries of which the file says nothing: ${facts.join(", ")}`],
  };
  const clocks = { on, known, horizon: law.horizon };
  const answer = (rest: typeof supposed) => refundsOf(ask, desks.regimeAt(known, rest), rules, interest, clocks);
  const result = answer(supposed);
  const files = options.output === undefined ? undefined : writeRefundFiles(options.output, result, rules.file);
  const full = {
    ...result,
    warnings: [...result.warnings, ...desks.soon(known), ...desks.idle(known, supposed, (rest) => answer(rest).buckets)],
    read: { columns: read.columns, notes: read.notes },
    ...(files === undefined ? {} : { files }),
  };
  await write(options.json ? `${JSON.stringify(full)}\n` : refundsPage(full));
}
