// Shared by the goods converters: CSV in and out, sidecars, and the read-back check.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parseCsv } from "./goods-csv.mjs";
import { closeGaps } from "./goods-gaps.mjs";

const COLUMNS = ["code", "in", "heading", "relieves", "percent", "sublist", "metal", "from", "until", "fact", "is"];
COLUMNS.push("whole", "inferred", "trust", "id", "text");
const regime = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "regime");

/**
 * The facts folder named on the command line. Without one the script says how to run it and ends with 2.
 * @example factsFolder() //=> "facts"
 */
export function factsFolder() {
  if (!process.argv[2]) {
    console.error("usage: node tools/facts/<script>.mjs FACTS_FOLDER");
    process.exit(2);
  }
  return process.argv[2];
}

/**
 * Read a facts table (gzip by its name). A column the caller needs and the table lacks throws.
 * @example readFacts("us/s232_auto_parts.csv", "hts") //=> [{ hts: "4009120020", … }, …]
 */
export function readFacts(path, ...needed) {
  const raw = readFileSync(join(factsFolder(), path));
  const rows = parseCsv((path.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8"));
  for (const c of needed) if (!(c in rows[0])) throw new Error(`${path} has no column ${c}`);
  return rows;
}

const cellText = (v) => (/[",\n\r]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v);
const keyOf = (r) => [r.code, r.id, r.from, r.until].map((v) => v ?? "").join("|");
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Write rows under regime/, sorted by code and day, and read them back.
 * A cell that differs, a bad code or day, or a doubled key ends the script with 1.
 * @example writeTable("goods/us/x.csv", ["code"], [{ code: "0101" }]) //=> 1
 */
export function writeTable(path, columns, rows) {
  const clean = rows.map((r) => Object.fromEntries(columns.map((c) => [c, String(r[c] ?? "")])));
  clean.sort((a, b) => order(a.code, b.code) || order(a.from ?? "", b.from ?? "") || order(a.id ?? "", b.id ?? ""));
  const file = join(regime, path);
  mkdirSync(dirname(file), { recursive: true });
  const lines = clean.map((r) => columns.map((c) => cellText(r[c])).join(","));
  writeFileSync(file, `${[columns.join(","), ...lines].join("\n")}\n`);
  const back = parseCsv(readFileSync(file, "utf8"));
  const seen = new Set();
  const fail = (why) => {
    console.error(`${path}: ${why}`);
    process.exit(1);
  };
  if (back.length !== rows.length) fail(`${back.length} rows read back, ${rows.length} written`);
  back.forEach((r, i) => {
    for (const c of columns) if (r[c] !== clean[i][c]) fail(`row ${i + 1}, ${c}: "${r[c]}" is not "${clean[i][c]}"`);
    if (!/^\d{2}(\d\d){0,4}$/.test(r.code)) fail(`bad code "${r.code}"`);
    for (const d of [r.from, r.until]) if (d && !/^\d{4}-\d\d-\d\d$/.test(d)) fail(`bad day "${d}" at ${r.code}`);
    if (r.from && r.until && r.from >= r.until) fail(`empty span at ${r.code}`);
    if (seen.has(keyOf(r))) fail(`doubled key ${keyOf(r)}`);
    seen.add(keyOf(r));
  });
  return back.length;
}

/**
 * Write a sidecar: a schema line (none if no schema is named), then the fields; a field that is undefined is left out.
 * @example writeSidecar("goods/us/x.yaml", "list", { title: "X", rows: 1 })
 */
export function writeSidecar(path, schema, fields) {
  const up = "../".repeat(path.split("/").length);
  const lines = [`# yaml-language-server: $schema=${up}schemas/${schema}.schema.json`];
  if (!schema) lines.shift();
  const plain = (v) => (typeof v === "number" || /^[a-z]+$/.test(v) ? v : JSON.stringify(v));
  for (const [k, v] of Object.entries(fields)) {
    if (v === undefined) continue;
    if (!Array.isArray(v)) lines.push(`${k}: ${plain(v)}`);
    else
      lines.push(
        `${k}:`,
        ...v.map(
          (o) =>
            `  - { ${Object.entries(o)
              .map(([a, b]) => `${a}: ${plain(b)}`)
              .join(", ")} }`,
        ),
      );
  }
  writeFileSync(join(regime, path), `${lines.join("\n")}\n`);
}

/**
 * Write one goods list and its sidecar. Columns that no row uses are left out; an unknown column throws.
 * @example writeList("us/x", [{ code: "0101" }], { title: "X", issuer: "Y", … })
 */
export function writeList(id, given, meta) {
  const rows = closeGaps(given);
  const columns = COLUMNS.filter((c) => rows.some((r) => (r[c] ?? "") !== ""));
  const odd = rows.flatMap((r) => Object.keys(r)).find((k) => !COLUMNS.includes(k));
  if (odd) throw new Error(`${id}: unknown column ${odd}`);
  const count = writeTable(`goods/${id}.csv`, columns, rows);
  const { title, issuer, completeness, confidence, trust, sources, note } = meta;
  writeSidecar(`goods/${id}.yaml`, "list", {
    title,
    issuer,
    completeness,
    confidence,
    trust,
    sources,
    note,
    rows: count,
  });
  const filled = rows.length - given.length;
  console.log(`${id}: ${count} rows${filled ? `, ${filled} of them fill days of a longer code` : ""} (${columns.join(",")})`);
}

/**
 * First word of a trust remark, whatever follows.
 * @example trustWord("high (two parses agree)") //=> "high"
 */
export const trustWord = (text) => text.split(" ")[0];
