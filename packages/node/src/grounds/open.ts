import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import type { ListCopy } from "@truce/engine/controls";
import type { Made, Regime } from "@truce/engine/desk";
import { openGoods, openLaw, openParties } from "../pack/open.js";
import { root } from "../pack/root.js";

const inflate = (packed: Uint8Array): Uint8Array => inflateRawSync(packed);
const readSupposition: Regime["readSupposition"] = async (file, n) => (await import("./from-folder.js")).readSupposition(file, n);

/** Opens the packs made at build time, or another regime folder, which is then checked and packed in memory. */
export async function openRegime(dir?: string): Promise<Regime> {
  if (dir !== undefined) {
    const { packFolder } = await import("./from-folder.js");
    const packs = packFolder(dir);
    return { law: openLaw(packs.law), goods: openGoods(packs.goods), dir, copies: openParties(packs.parties), readSupposition };
  }
  const read = (name: string) => readFileSync(join(root, "build", `${name}.pack`));
  let made: Made | undefined;
  let copies: ListCopy[] | undefined;
  return {
    law: openLaw(read("law")),
    goods: openGoods(read("goods")),
    dir: join(root, "regime"),
    readSupposition,
    get copies() {
      copies ??= openParties(read("parties"));
      return copies;
    },
    get names() {
      return { bytes: read("names"), inflate };
    },
    get series() {
      made ??= (JSON.parse(readFileSync(join(root, "build", "series.json"), "utf8")) as { made: Made }).made;
      return made;
    },
  };
}
