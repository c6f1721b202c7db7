import type { Instrument } from "../law/index.js";
import type { Instant } from "../time/index.js";
import { InputError } from "./input-error.js";
import type { Regime } from "./regime.js";
import { suppositions } from "./suppositions.js";

/** One state of the law under which lines are priced: as it stands, or with suppositions on top. */
export interface Scenario {
  /** Short, for the names of columns: letters, digits and underscores. */
  readonly id: string;
  readonly title: string;
  readonly supposed: readonly Instrument[];
  /** The knowledge of this column, where columns differ in it. */
  readonly known?: Instant;
}
const MOST = 8;

/**
 * The law as it stands, then one scenario for each --suppose. Names joined with + lie on top of each other in one scenario.
 * @throws InputError where one names nothing, or there are too many
 * @example (await scenariosOf(["truce-lapses"], regime, known)).map((s) => s.id) //=> ["law", "truce_lapses"]
 */
export async function scenariosOf(names: readonly string[], regime: Regime, known: Instant): Promise<Scenario[]> {
  if (names.length >= MOST) throw new InputError("too-many", `${names.length} suppositions are given`, `at most ${MOST - 1} can stand side by side`, "--suppose");
  const out: Scenario[] = [{ id: "law", title: "the law as it stands", supposed: [] }];
  for (const given of names) {
    const supposed = await suppositions(given.split("+"), regime, known);
    const base = given
      .split("+")
      .map((n) => (n.split("/").at(-1) as string).replace(/\.ya?ml$/, ""))
      .join("_and_")
      .replace(/[^A-Za-z0-9]+/g, "_")
      .slice(0, 40);
    let id = base;
    for (let n = 2; out.some((s) => s.id === id); n++) id = `${base}_${n}`;
    out.push({ id, title: supposed.map((s) => s.title).join(" and "), supposed });
  }
  return out;
}
