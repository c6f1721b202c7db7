import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Place } from "@truce/engine/law";
import { type Problem, problem } from "./problem.js";

/** YAML as plain values whose scalars are their source text, with the place of each. */
export interface Read {
  readonly value: unknown;
  /** Where a value stands; the nearest thing around it where it does not. */
  readonly place: (path: readonly PropertyKey[]) => Place;
  /** Where the key of a value stands. */
  readonly key: (path: readonly PropertyKey[]) => Place;
}

const MAX_BYTES = 1_000_000;
const MAX_DEPTH = 12;

/** Reads one YAML text. Aliases are refused, so that a small file cannot grow. */
export function readYaml(text: string, file: string, problems: Problem[]): Read | undefined {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    problems.push(problem("R24", file, 1, 1, "the file is larger than 1 MB; move long lists to regime/goods"));
    return undefined;
  }
  if (isBinary(text)) {
    problems.push(problem("R01", file, 1, 1, "the file holds binary data, not YAML"));
    return undefined;
  }
  const counter = new LineCounter();
  const at = (offset: number): Place => {
    const p = counter.linePos(offset);
    return { line: p.line, column: p.col };
  };
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true, keepSourceTokens: false });
  const deep = doc.errors.find((e) => e.code === "RESOURCE_EXHAUSTION");
  for (const e of deep === undefined ? doc.errors : [deep]) {
    const p = at(e.pos[0]);
    const twice = e.code === "DUPLICATE_KEY";
    // Where the parser gives up depends on the stack of the machine, so only the file is named.
    if (e === deep) problems.push(problem("R24", file, 1, 1, `the file is nested more than ${MAX_DEPTH} deep`));
    else problems.push(problem(twice ? "R02" : "R01", file, p.line, p.column, twice ? "this key stands twice" : (e.message.split("\n")[0]?.replace(/ at line.*$/, "") ?? "unreadable")));
  }
  if (doc.errors.length > 0) return undefined;
  const place = (path: readonly PropertyKey[]): Place => {
    for (let n = path.length; n >= 0; n--) {
      const range = (n === 0 ? doc.contents : (doc.getIn(path.slice(0, n), true) as Node | undefined))?.range;
      if (range) return at(range[0]);
    }
    return { line: 1, column: 1 };
  };
  const key = (path: readonly PropertyKey[]): Place => {
    const map = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
    const pair = isMap(map) ? map.items.find((p) => isScalar(p.key) && String(p.key.value) === String(path.at(-1))) : undefined;
    const range = (pair?.key as Node | undefined)?.range;
    return range ? at(range[0]) : place(path);
  };
  try {
    return { value: plain(doc.contents, 0), place, key };
  } catch (e) {
    if (!(e instanceof TooMuch)) throw e;
    const p = at(e.offset);
    problems.push(problem("R24", file, p.line, p.column, e.message));
    return undefined;
  }
}

/** Text that is not UTF-8 text: it holds a zero byte, or bytes that no character has. */
export const isBinary = (text: string): boolean => text.includes("\0") || text.includes("\uFFFD");

class TooMuch extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

function plain(node: unknown, depth: number): unknown {
  const offset = (node as Node | null)?.range?.[0] ?? 0;
  if (depth > MAX_DEPTH) throw new TooMuch(`the file is nested more than ${MAX_DEPTH} deep`, offset);
  if (isAlias(node)) throw new TooMuch("YAML aliases are not used in the regime: write the value out", offset);
  if (isMap(node)) return Object.fromEntries(node.items.map((p) => (isPair(p) ? [String(isScalar(p.key) ? p.key.value : p.key), plain(p.value, depth + 1)] : ["", null])));
  if (isSeq(node)) return node.items.map((n) => plain(n, depth + 1));
  if (isScalar(node)) return node.value === null && (node.source ?? "") === "" ? null : typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  return null;
}
