import { type Instrument, nearestIds } from "../law/index.js";
import type { Instant } from "../time/index.js";
import { InputError } from "./input-error.js";
import type { Law, Regime } from "./regime.js";

/** How many ids are named to one who names none. */
const SHOWN = 12;

/** Where suppositions are looked up: documents and scenarios, and the user's files where the program reads them. */
type Shelf = { readonly law: Pick<Law, "instruments" | "scenarios"> } & Pick<Regime, "readSupposition">;

/**
 * The documents that are supposed: a threat, a statement or a scenario by its id, or a YAML file of the user's.
 * @throws InputError for one that names nothing; of threats and statements it lists only those known by then, of scenarios, which are ours, all
 */
export async function suppositions(names: readonly string[], regime: Shelf, known?: Instant): Promise<Instrument[]> {
  const out: Instrument[] = [];
  for (const name of names) {
    const found = [...regime.law.scenarios, ...regime.law.instruments].find((i) => i.id === name || i.id === `scenarios/${name}`);
    if (found !== undefined) out.push(found);
    else if (/\.ya?ml$/.test(name) && regime.readSupposition !== undefined) out.push(await regime.readSupposition(name, out.length));
    else {
      const heard = (standing: string) => regime.law.instruments.filter((i) => i.standing === standing && known !== undefined && i.announced <= known);
      const nearest = (list: readonly Instrument[]) =>
        nearestIds(
          name,
          list.map((i) => i.id),
          SHOWN,
        );
      const ids = [...nearest([...regime.law.scenarios, ...heard("threat")]), ...nearest(heard("statement"))].slice(0, SHOWN);
      throw new InputError("unknown-supposition", `there is no threat, scenario or document "${name.slice(0, 80)}"`, `name a YAML file, or one of: ${ids.join(", ")}`, "--suppose");
    }
  }
  return out;
}
