import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ListCopy } from "@truce/engine/controls";
import type { Goods } from "@truce/engine/goods";
import { type Instrument, nearestIds } from "@truce/engine/law";
import type { Instant } from "@truce/engine/time";
import type { Made } from "../outlook/series.js";
import { type Law, openGoods, openLaw, openParties } from "../pack/open.js";
import { root } from "../pack/root.js";

/** How many ids are named to one who names none. */
const SHOWN = 12;

/** The regime as a program holds it: the law read, the goods opened on first use. */
export interface Regime {
  readonly law: Law;
  readonly goods: Goods;
  readonly dir: string;
  /** The copies of lists of parties that it ships, read on first use. */
  readonly copies: readonly ListCopy[];
  /** The index of the names of these copies, made when the regime was packed; undefined for another regime folder. */
  readonly names?: Uint8Array | undefined;
  /** Average series of all that is known, made when the regime was packed; undefined for another regime folder. */
  readonly series?: Made | undefined;
}

/** Thrown where what a person gave cannot be read; the program ends with 1. */
export class InputError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly where: string,
  ) {
    super(message);
  }
}

/** Opens the packs made at build time, or another regime folder, which is then checked and packed in memory. */
export async function openRegime(dir?: string): Promise<Regime> {
  if (dir !== undefined) {
    const { packFolder } = await import("./from-folder.js");
    const packs = packFolder(dir);
    return { law: openLaw(packs.law), goods: openGoods(packs.goods), dir, copies: openParties(packs.parties) };
  }
  const read = (name: string) => readFileSync(join(root, "build", `${name}.pack`));
  let made: Made | undefined;
  let copies: ListCopy[] | undefined;
  return {
    law: openLaw(read("law")),
    goods: openGoods(read("goods")),
    dir: join(root, "regime"),
    get copies() {
      copies ??= openParties(read("parties"));
      return copies;
    },
    get names() {
      return read("names");
    },
    get series() {
      made ??= (JSON.parse(readFileSync(join(root, "build", "series.json"), "utf8")) as { made: Made }).made;
      return made;
    },
  };
}

/** Where suppositions are looked up: documents and scenarios. */
type Shelf = { readonly law: Pick<Law, "instruments" | "scenarios"> };

/**
 * The documents named by --suppose: a threat, a statement or a scenario by its id, or a YAML file of the user's.
 * @throws InputError for one that names nothing; of threats and statements it lists only those known by then, of scenarios, which are ours, all
 */
export async function suppositions(names: readonly string[], regime: Shelf, known?: Instant): Promise<Instrument[]> {
  const out: Instrument[] = [];
  for (const name of names) {
    const found = [...regime.law.scenarios, ...regime.law.instruments].find((i) => i.id === name || i.id === `scenarios/${name}`);
    if (found !== undefined) out.push(found);
    else if (/\.ya?ml$/.test(name)) out.push(await (await import("./from-folder.js")).readSupposition(name, out.length));
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
