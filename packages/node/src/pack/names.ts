import { deflateRawSync } from "node:zlib";
import { buildNameIndex, indexBytes } from "@truce/engine/controls/names";
import { openParties } from "./open.js";

/** The index of all names of the shipped lists, so that no program has to make it. */
export const makeNames = (parties: Uint8Array): Uint8Array => indexBytes(buildNameIndex(openParties(parties).flatMap((c) => c.parties)), (raw) => deflateRawSync(raw, { level: 9 }));
