// Writes regime/parties from the facts: China's notices, and the Consolidated Screening List of April 2022.
// node tools/facts/parties.mjs FACTS
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { parse as yaml } from "yaml";
import { tableOf } from "../../packages/node/dist/parties/party-table.js";
import { codeNamed } from "../../packages/node/dist/parties/list-codes.js";
import { readCslCsv } from "../../packages/node/dist/parties/read-csl-csv.js";
import { Sorter } from "../../packages/node/dist/parties/taken.js";

const facts = process.argv[2];
if (facts === undefined) throw new Error("name the folder of the facts");
const kinds = yaml(readFileSync("regime/parties/lists.yaml", "utf8")).lists;

const csl = readCslCsv(gunzipSync(readFileSync(`${facts}/parties/us_csl_2022_04.csv.gz`)).toString("utf8"), new Sorter(kinds, codeNamed)).parties.map((p) => {
  // The links of the copy are shortened ones that lead to the list's page; lists.yaml names that page.
  const { url: _, ...listing } = p.listing;
  return { ...p, listing };
});
writeFileSync("regime/parties/us-csl-2022-04.csv.gz", gzipSync(tableOf(csl), { level: 9 }));

const cn = parse(readFileSync(`${facts}/cn/cn_entity_lists.csv`, "utf8"), { columns: true }).map((r) => ({
  id: r.entry_id,
  names: [...(r.name_zh === "" ? [] : [{ text: r.name_zh, kind: "name" }]), ...(r.name_en === "" ? [] : [{ text: r.name_en, kind: "name" }])],
  type: "organisation",
  countries: r.country === "" || r.country === "EU" ? [] : [r.country],
  addresses: [],
  identifiers: [],
  listing: { list: r.list, from: r.listed_on, notice: r.notice_id, url: r.official_notice_url },
  ...(r.country === "EU" ? { remarks: "a body of a member state of the European Union; the state is not given" } : {}),
}));
writeFileSync("regime/parties/cn.csv", tableOf(cn));
process.stdout.write(`${csl.length} of the US, ${cn.length} of China\n`);
