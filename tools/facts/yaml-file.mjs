import { isMap, isScalar, isSeq, parseDocument, Document, visit } from "yaml";

const SCHEMA = "# yaml-language-server: $schema=../../schemas/instrument.schema.json\n";
const ORDER = ["title", "issuer", "kind", "standing", "announced", "cites", "summary", "note", "causes", "implements", "acts", "sources", "confidence", "unconfirmed", "conflicts"];

/** An instrument as YAML text: fields in one order, short lists on one line. */
export function writeInstrument(head) {
  const fields = Object.fromEntries(ORDER.filter((k) => k === "acts" || has(head[k])).map((k) => [k, head[k] ?? []]));
  const doc = new Document(fields);
  visit(doc, {
    Seq(_key, node) {
      const plain = node.items.every((n) => isScalar(n));
      if (plain && node.items.reduce((n, i) => n + String(i.value).length + 2, 0) < 120) node.flow = true;
    },
    Map(_key, node, path) {
      const inList = isSeq(path.at(-1));
      const length = node.items.reduce((n, p) => n + String(p.key).length + String(isScalar(p.value) ? p.value.value : "x".repeat(99)).length + 4, 0);
      if (inList && length < 90 && node.items.every((p) => isScalar(p.value))) node.flow = true;
    },
  });
  return SCHEMA + doc.toString({ lineWidth: 0, flowCollectionPadding: false });
}
const has = (v) => v !== undefined && v !== null && !(Array.isArray(v) && v.length === 0);

/** YAML as plain values, each scalar as its source text. */
export function readInstrument(text) {
  const doc = parseDocument(text);
  if (doc.errors.length > 0) throw doc.errors[0];
  return plain(doc.contents);
}
function plain(n) {
  if (isMap(n)) return Object.fromEntries(n.items.map((p) => [String(p.key.value), plain(p.value)]));
  if (isSeq(n)) return n.items.map(plain);
  return isScalar(n) ? (typeof n.value === "string" ? n.value : (n.source ?? String(n.value))) : null;
}
