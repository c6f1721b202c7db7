import { readVarints, writeVarints } from "../../goods/bytes.js";
import { type Deflate, type Inflate, Pack, writePack } from "../../goods/pack.js";
import type { Party } from "../types.js";
import type { Token } from "./fold.js";
import { FoldedNames } from "./folded-names.js";
import { editionOf, indexOf, type NameIndex } from "./index-of-names.js";
import { Parts } from "./parts.js";
import { weighed } from "./postings.js";

const KINDS = ["word", "form", "number", "han"] as const;
const lines = (all: readonly string[]): Uint8Array => new TextEncoder().encode(all.join("\n"));

/**
 * An index as bytes, for opening it without making it again. The parties are not in it.
 * @param deflate packs each of its pieces
 * @example openNameIndex(indexBytes(index, deflateRawSync), index.parties, inflateRawSync)
 */
export function indexBytes(index: NameIndex, deflate: Deflate): Uint8Array {
  const { folded, postings, uses } = index;
  const counts = Array.from({ length: postings.start.length - 1 }, (_, p) => (postings.start[p + 1] as number) - (postings.start[p] as number));
  const steps = [...postings.names];
  for (let p = 0; p < counts.length; p++) for (let i = (postings.start[p + 1] as number) - 1; i > (postings.start[p] as number); i--) steps[i] = (steps[i] as number) - (steps[i - 1] as number);
  const words = [...uses.words];
  return writePack(
    new Map([
      ["about", lines([index.edition, String(uses.parties), JSON.stringify(index.unread)])],
      ["tokens", lines(folded.tokens.map((t) => [t.text, KINDS.indexOf(t.kind), t.initial, t.raw ?? ""].join("\t")))],
      ["stream", writeVarints([...folded.stream])],
      ["lengths", writeVarints(Array.from({ length: folded.size }, (_, n) => (folded.start[n + 1] as number) - (folded.start[n] as number)))],
      ["party", writeVarints([...index.party])],
      ["which", writeVarints([...index.which])],
      ["words", lines(words.map(([w]) => w))],
      ["uses", writeVarints(words.flatMap(([, n]) => n))],
      ["parts", lines(postings.parts.names)],
      ["counts", writeVarints(counts)],
      ["names", writeVarints(steps)],
    ]),
    deflate,
  );
}

/**
 * Opens an index made before, for the same parties in the same order. Takes about a sixth of the time of making one.
 * @returns undefined where it was made for other parties, or by another manner of reading names
 * @throws Error for bytes that are no pack
 */
export function openNameIndex(bytes: Uint8Array, parties: readonly Party[], inflate: Inflate): NameIndex | undefined {
  const pack = new Pack(bytes, inflate);
  const [edition, count, unread] = pack.text("about").split("\n");
  if (edition !== editionOf(parties)) return undefined;
  const all = (name: string): string[] => pack.text(name).split("\n");
  const tokens = all("tokens").map((line): Token => {
    const [text = "", kind, initial = "", raw = ""] = line.split("\t");
    return { text, kind: KINDS[Number(kind)] as Token["kind"], initial, ...(raw === "" ? {} : { raw }) };
  });
  const counts = readVarints(pack.bytesOf("counts"));
  const names = Int32Array.from(readVarints(pack.bytesOf("names")));
  const start = sums(counts);
  for (let p = 0; p < counts.length; p++) for (let i = (start[p] as number) + 1; i < (start[p + 1] as number); i++) names[i] = (names[i] as number) + (names[i - 1] as number);
  const uses = readVarints(pack.bytesOf("uses"));
  const folded = new FoldedNames(tokens, Int32Array.from(readVarints(pack.bytesOf("stream"))), sums(readVarints(pack.bytesOf("lengths"))));
  return indexOf({
    parties,
    party: Int32Array.from(readVarints(pack.bytesOf("party"))),
    which: Int32Array.from(readVarints(pack.bytesOf("which"))),
    folded,
    postings: weighed(new Parts(all("parts")), start, names, folded.size),
    uses: { parties: Number(count), words: new Map(all("words").map((w, i) => [w, [uses[2 * i] as number, uses[2 * i + 1] as number]])) },
    unread: JSON.parse(unread ?? "[]") as string[],
  });
}

function sums(counts: Float64Array): Int32Array {
  const out = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) out[i + 1] = (out[i] as number) + (counts[i] as number);
  return out;
}
