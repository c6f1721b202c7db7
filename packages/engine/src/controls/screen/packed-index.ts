import type { Inflate } from "../../goods/pack.js";
import { openNameIndex } from "../names/index-bytes.js";
import type { NameIndex } from "../names/index-of-names.js";
import type { ListCopy } from "../types.js";

/** An index of names as bytes, and how its pieces are unpacked. */
export interface PackedNames {
  readonly bytes: Uint8Array;
  readonly inflate: Inflate;
}

/** The index made at build time, where these copies are the shipped ones; undefined where the user's stand among them, and one has to be made. */
export const packedIndex = (packed: PackedNames | undefined, copies: readonly ListCopy[]): NameIndex | undefined =>
  packed === undefined
    ? undefined
    : openNameIndex(
        packed.bytes,
        copies.flatMap((c) => c.parties),
        packed.inflate,
      );
