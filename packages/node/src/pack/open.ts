import { inflateRawSync } from "node:zlib";
import type { ListCopy } from "@truce/engine/controls";
import * as packs from "@truce/engine/desk";
import type { Goods } from "@truce/engine/goods";

const inflate = (packed: Uint8Array): Uint8Array => inflateRawSync(packed);

/** Opens the packs with Node's inflater. */
export const openLaw = (bytes: Uint8Array): packs.Law => packs.openLaw(bytes, inflate);
export const openGoods = (bytes: Uint8Array): Goods => packs.openGoods(bytes, inflate);
export const openParties = (bytes: Uint8Array): ListCopy[] => packs.openParties(bytes, inflate);
