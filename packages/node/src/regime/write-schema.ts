import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as controls from "@truce/engine/controls/schema";
import * as law from "@truce/engine/law/schema";
import { root } from "../pack/root.js";

/** Writes the JSON Schema of each kind of file for editors; with --check only says which are stale, and exits 1. */
const check = process.argv.includes("--check");
const folder = join(root, "schemas");
if (!check) mkdirSync(folder, { recursive: true });
const stale: string[] = [];
const all: (readonly [string, unknown])[] = [
  ...(Object.keys(law.schemas) as (keyof typeof law.schemas)[]).map((name) => [name, law.jsonSchema(name)] as const),
  ...(Object.keys(controls.schemas) as (keyof typeof controls.schemas)[]).map((name) => [name, controls.jsonSchema(name)] as const),
];
for (const [name, schema] of all) {
  const path = join(folder, `${name}.schema.json`);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (written(path) === text) continue;
  if (check) stale.push(`schemas/${name}.schema.json`);
  else writeFileSync(path, text);
}
if (stale.length > 0) {
  process.stderr.write(`${stale.join(", ")} ${stale.length > 1 ? "are" : "is"} stale: run npm run schema\n`);
  process.exit(1);
}

function written(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
