import { inflateRawSync } from "node:zlib";
import type { ListCopy } from "@truce/engine/controls";
import { type NameIndex, openNameIndex } from "@truce/engine/controls/names";
import type { Regime } from "../grounds/open.js";

/** The index made at build time, where these copies are the shipped ones; undefined where the user's stand among them, and one has to be made. */
export function packedIndex(regime: Pick<Regime, "names">, copies: readonly ListCopy[]): NameIndex | undefined {
  const { names } = regime;
  if (names === undefined) return undefined;
  return openNameIndex(
    names,
    copies.flatMap((c) => c.parties),
    (packed) => inflateRawSync(packed),
  );
}
