import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Problem, problem } from "./problem.js";

/** YAML as plain values whose scalars are their source text, with the place of each. */
export interface Read {
  readonly value: unknown;
  readonly place: (path: readonly PropertyKey[]) => { line: number; column: number };
}

const MAX_BYTES = 1_000_000;
const MAX_DEPTH = 12;

/** Reads one YAML text. Aliases are refused, so that a small file cannot grow. */
export function readYaml(text: string, file: string, problems: Problem[]): Read | undefined {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    problems.push(problem("R24", file, 1, 1, "the file is larger than 1 MB; move long lists to regime/goods"));
    return undefined;
  }
  if (text.includes("\0")) {
    problems.push(problem("R01", file, 1, 1, "the file holds binary data, not YAML"));
    return undefined;
  }
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true, keepSourceTokens: false });
  for (const e of doc.errors) {
    const at = counter.linePos(e.pos[0]);
    const twice = e.code === "DUPLICATE_KEY";
    problems.push(problem(twice ? "R02" : "R01", file, at.line, at.col, twice ? "this key stands twice" : e.message.split("\n")[0]?.replace(/ at line.*$/, "") ?? "unreadable"));
  }
  if (doc.errors.length > 0) return undefined;
  const place = (path: readonly PropertyKey[]) => {
    for (let n = path.length; n >= 0; n--) {
      const node = n === 0 ? doc.contents : (doc.getIn(path.slice(0, n) as string[], true) as Node | undefined);
      const range = (node as Node | undefined)?.range;
      if (range) {
        const at = counter.linePos(range[0]);
        return { line: at.line, column: at.col };
      }
    }
    return { line: 1, column: 1 };
  };
  try {
    return { value: plain(doc.contents, 0), place };
  } catch (e) {
    problems.push(problem("R24", file, 1, 1, (e as Error).message));
    return undefined;
  }
}

function plain(node: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new Error(`the file is nested more than ${MAX_DEPTH} deep`);
  if (isAlias(node)) throw new Error("YAML aliases are not used in the regime: write the value out");
  if (isMap(node)) return Object.fromEntries(node.items.map((p) => (isPair(p) ? [String(isScalar(p.key) ? p.key.value : p.key), plain(p.value, depth + 1)] : ["", null])));
  if (isSeq(node)) return node.items.map((n) => plain(n, depth + 1));
  if (isScalar(node)) return node.value === null && (node.source ?? "") === "" ? null : typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  return null;
}
