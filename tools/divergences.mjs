// Prints docs/divergences.md from test/expected-divergences.yaml: node tools/divergences.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const HEAD = `# Where others say something else

Printed from \`test/expected-divergences.yaml\` by \`npm run divergences\`; a test fails when this page is stale, when an answer of Truce changes, or when an entry comes to agree.
Each entry names who says what, what Truce answers and the text that decides. The question is one that anybody can repeat with \`truce duty\`. "Compared" is the day on which the other source was last read; it may have changed since.
`;

/** One question as a command line. */
const command = ({ code, from, on, known, value, facts = {} }) =>
  [
    `truce duty ${code}`,
    ...(from === "CN" ? [] : [`--from ${from}${from === "US" ? " --to CN" : ""}`]),
    ...(on === undefined ? [] : [`--on ${on}`]),
    ...(known === undefined ? [] : [`--known ${known}`]),
    ...(value === undefined ? [] : [`--value ${value}`]),
    ...Object.entries(facts).map(([k, v]) => `--fact ${k}=${v}`),
  ].join(" ");

/**
 * The page for a list of divergences.
 * @example printDivergences(readFileSync("test/expected-divergences.yaml", "utf8"))
 */
export function printDivergences(text) {
  const entries = parse(text, { schema: "failsafe" });
  const block = (e) =>
    [
      `## ${e.id} ${e.about}`,
      "",
      `- **${e.peer}:** ${e.theirs}`,
      `- **Truce:** ${e.ours}`,
      `- **Because:** ${e.because}.${e.see.length === 0 ? "" : ` See ${e.see.map((id) => `\`truce show ${id}\``).join(", ")}.`}`,
      ...(e.cases.length === 0 ? [`- Not asked by a test: ${e.untested}.`] : e.cases.map((c) => `- \`${command(c.given)}\``)),
      `- Compared ${e.compared}.`,
      "",
    ].join("\n");
  return `${HEAD}\n${entries.map(block).join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  writeFileSync(join(root, "docs/divergences.md"), printDivergences(readFileSync(join(root, "test/expected-divergences.yaml"), "utf8")));
}
