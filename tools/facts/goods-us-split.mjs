// Cuts lists that grew over time into one list for each document that made them grow, so that a row is not known before its document.
// Run after the other goods scripts. Rows that only said "until the next list" lose that end: the later list lies on top.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCsv } from "./goods-csv.mjs";
import { writeTable } from "./goods-lib.mjs";

const goods = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "regime", "goods", "us");
const read = (name) => parseCsv(readFileSync(join(goods, `${name}.csv`), "utf8"));
const sidecar = (name) => readFileSync(join(goods, `${name}.yaml`), "utf8");

/** Writes rows as a list of its own, with the sidecar of the list that they come from under another title. */
function write(name, from, rows, title) {
  const columns = ["code", "in", "heading", "metal", "from", "until", "inferred", "trust"].filter((c) => rows.some((r) => r[c]));
  writeTable(`goods/us/${name}.csv`, columns, rows);
  const text = sidecar(from)
    .replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`)
    .replace(/^rows: .*$/m, `rows: ${rows.length}`);
  writeFileSync(join(goods, `${name}.yaml`), text);
}

for (const metal of ["steel", "aluminum"]) {
  const name = `s232-${metal}-derivative`;
  const rows = read(name);
  if (!rows.some((r) => r.from >= "2025-08-18")) continue;
  const started = (r) => ({ ...r, from: "" });
  const early = rows.filter((r) => r.from < "2025-03-01").map((r) => ({ ...r, from: "", until: "" }));
  const main = rows.filter((r) => r.from >= "2025-03-01" && r.from < "2025-08-18").map((r) => ({ ...(r.from === "2025-03-12" ? started(r) : r), until: r.until === "2025-08-18" ? "" : r.until }));
  write(`${name}-2020`, name, early, `Derivative ${metal} articles of Proclamation 9980`);
  write(`${name}-2025-08`, name, rows.filter((r) => r.from >= "2025-08-18").map(started), `Derivative ${metal} articles included on 18 August 2025`);
  if (metal === "steel")
    write(
      "s232-steel-outside-73",
      name,
      rows.filter((r) => r.heading === "9903.81.91").map((r) => ({ code: r.code })),
      "Lines outside chapter 73 that may have been derivative steel articles before the day from which their list is in hand",
    );
  write(name, name, main, `Derivative ${metal} articles of March and April 2025`);
}

const june = "2026-06-08";
for (const [annex, title] of [
  ["1b", "Derivatives of Annex I-B of Proclamation 11021"],
  ["3", "Equipment of Annex III of Proclamation 11021"],
  ["out", "Goods that Proclamation 11021 took out of the metals duties (Annex II)"],
  ["1a", "Articles of metal of Annex I-A of Proclamation 11021"],
]) {
  const name = `s232-metals-${annex}`;
  const rows = read(name);
  const later = rows.filter((r) => r.from === june && r.in !== "0").map((r) => ({ ...r, from: "" }));
  const first = rows.filter((r) => r.from !== june).map((r) => ({ ...r, from: r.from === "2026-04-06" ? "" : r.from, until: r.until === june ? "" : r.until }));
  if (rows.some((r) => r.from === june)) {
    if (later.length > 0) write(`${name}-2026-06`, name, later, title.replace("11021", "11032"));
    write(name, name, first, title);
  }
}
