import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Goods } from "@truce/engine/goods";
import type { Instrument } from "@truce/engine/law";
import { type Law, openGoods, openLaw } from "../pack/open.js";
import { root } from "../pack/root.js";

/** The regime as a program holds it: the law read, the goods opened on first use. */
export interface Regime {
  readonly law: Law;
  readonly goods: Goods;
  readonly dir: string;
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
    return { law: openLaw(packs.law), goods: openGoods(packs.goods), dir };
  }
  const read = (name: string) => readFileSync(join(root, "build", `${name}.pack`));
  return { law: openLaw(read("law")), goods: openGoods(read("goods")), dir: join(root, "regime") };
}

/**
 * The documents named by --suppose: a threat, a statement or a scenario by its id, or a YAML file of the user's.
 * @throws InputError for one that names nothing
 */
export async function suppositions(names: readonly string[], regime: Regime): Promise<Instrument[]> {
  const out: Instrument[] = [];
  for (const name of names) {
    const known = [...regime.law.scenarios, ...regime.law.instruments].find((i) => i.id === name || i.id === `scenarios/${name}`);
    if (known !== undefined) out.push(known);
    else if (/\.ya?ml$/.test(name)) out.push(await (await import("./from-folder.js")).readSupposition(name, out.length));
    else {
      const ids = [...regime.law.scenarios, ...regime.law.instruments.filter((i) => i.standing === "threat" || i.standing === "statement")].map((i) => i.id);
      throw new InputError("unknown-supposition", `there is no threat, scenario or document "${name.slice(0, 80)}"`, `name a YAML file, or one of: ${ids.slice(0, 12).join(", ")}`, "--suppose");
    }
  }
  return out;
}
