#!/usr/bin/env node
// node tools/facts/instruments.mjs FACTS [--check]
// Writes the head of each document of FACTS/law/instruments.yaml that has no file in regime/ yet; never touches one that is there.
// --check reads every file back and names each difference from the facts.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";
import { HEADS } from "./heads.mjs";
import { readInstrument, writeInstrument } from "./yaml-file.mjs";

const REGIME = join(dirname(fileURLToPath(import.meta.url)), "../../regime");
const DAY = /^\d{4}-\d{2}-\d{2}/;
const NOT_READ = "not read; cited through the others";
const dateOf = (t) => (/^\d{4}(-\d{2}){0,2}$/.test(t ?? "") ? t : undefined);
const clean = (o) => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined && v !== ""));
const [facts, ...flags] = process.argv.slice(2);
if (facts === undefined) {
  console.error("usage: node tools/facts/instruments.mjs FACTS [--check]");
  process.exit(2);
}

const docs = parseAllDocuments(readFileSync(join(facts, "law/instruments.yaml"), "utf8"), { schema: "failsafe" })
  .map((d) => d.toJS())
  .filter((d) => d?.id !== undefined);
const heads = docs.map((d) => ({ id: d.id, head: headOf(d) }));
if (flags.includes("--check")) check();
else write();

function write() {
  let made = 0;
  for (const { id, head } of heads) {
    if (fileOf(id) !== undefined) continue;
    const [side, name] = split(id);
    mkdirSync(join(REGIME, side), { recursive: true });
    writeFileSync(join(REGIME, side, `${head.announced.slice(0, 10)}-${name}.yaml`), writeInstrument(head));
    made++;
  }
  console.log(`${made} files written, ${heads.length - made} were there`);
}

function check() {
  const wrong = [];
  for (const { id, head } of heads) {
    const file = fileOf(id);
    if (file === undefined) {
      wrong.push(`${id}: no file`);
      continue;
    }
    const own = readInstrument(readFileSync(file, "utf8"));
    const differ = (field, is, should) => {
      if (is !== should) wrong.push(`${id}: ${field} is ${is}, the facts say ${should}`);
    };
    differ("title", own.title, head.title);
    differ("announced", own.announced.slice(0, 10), head.announced.slice(0, 10));
    // A file that joins several documents cites the first in its head, and each later one at the act that it announces.
    const cited = new Set([...(own.cites ?? []), ...own.acts.flatMap((a) => a.cites ?? [])]);
    const should = new Set(head.cites ?? []);
    for (const c of should) if (!cited.has(c)) wrong.push(`${id}: the facts cite ${c}, neither the head nor an act does`);
    for (const c of own.cites ?? []) if (!should.has(c)) wrong.push(`${id}: the head cites ${c}, the facts do not`);
    differ("confidence", own.confidence, head.confidence);
    differ("number of sources", own.sources.length, head.sources.length);
  }
  for (const w of wrong) console.error(w);
  console.log(`${heads.length} documents compared, ${wrong.length} differences`);
  process.exit(wrong.length > 0 ? 1 : 0);
}

function split(id) {
  const at = id.indexOf("/");
  return [id.slice(0, at), id.slice(at + 1)];
}

/** The file of an instrument, whatever day its name carries. */
function fileOf(id) {
  const [side, name] = split(id);
  const dir = join(REGIME, side);
  if (!existsSync(dir)) return undefined;
  const found = readdirSync(dir).find((f) => f.slice(11) === `${name}.yaml`);
  return found === undefined ? undefined : join(dir, found);
}

function headOf(d) {
  const own = HEADS[d.id] ?? {};
  const kind = own.kind ?? { agreement: "arrangement", "joint-arrangement": "arrangement" }[d.kind] ?? d.kind;
  const { cites, doubts } = citesOf(d);
  return {
    title: own.title ?? d.title,
    issuer: own.issuer ?? issuerOf(d),
    kind,
    standing: own.standing ?? standingOf(d.id, kind),
    announced: own.announced ?? announcedOf(d),
    cites: unique([...cites, ...(own.cites ?? [])]),
    summary: own.summary,
    note: own.note,
    causes: own.causes,
    implements: implementsOf(d),
    acts: [],
    sources: [...(d.sources ?? []).map((s) => sourceOf(s, d)), ...(d.secondary_unlocated ?? []).map(noteOf), ...(own.sources ?? [])],
    confidence: own.confidence ?? d.confidence,
    unconfirmed: unique([...doubts, ...(own.unconfirmed ?? [])]),
    conflicts: own.conflicts,
  };
}

function issuerOf(d) {
  const by = [
    [/^USTR/, "us/ustr"],
    [/^President/, "us/president"],
    [/^BIS/, "us/bis"],
    [/Customs and Border/, "us/cbp"],
    [/Court/, "us/courts"],
    [/^Customs Tariff Commission/, "cn/ctc"],
    [/^MOFCOM and GACC/, "cn/mofcom-gacc"],
    [/^(MOFCOM|Unreliable Entity)/, "cn/mofcom"],
    [/^Ministry of Transport/, "cn/mot"],
    [/^Chinese buyers/, "cn/buyers"],
    [/Board of Trade/, "bi/board-of-trade"],
    [/^APEC/, "bi/apec"],
  ];
  if (d.id.startsWith("bi/") && /summit|call-2/.test(d.id) && !d.id.includes("videocall")) return "bi/summit";
  return by.find(([re]) => re.test(d.issuer) && !(d.id.startsWith("bi/") && /MOFCOM/.test(d.issuer)))?.[1] ?? "bi/talks";
}

function standingOf(id, kind) {
  if (kind === "threat") return "threat";
  if (kind === "guidance") return "notice";
  if (id.startsWith("bi/") || kind === "statement" || kind === "event") return "statement";
  return "law";
}

function announcedOf(d) {
  const timed = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?[+-]\d{2}:\d{2})/.exec(d.announced_at ?? "")?.[1];
  if (timed !== undefined) return timed;
  const day = [d.announced_at, d.announced, d.citation?.fr_published, d.signed, d.held].map((t) => DAY.exec(t ?? "")?.[0]).find((t) => t !== undefined);
  if (day === undefined) throw new Error(`${d.id}: the facts give no day; write it in heads.mjs`);
  return day;
}

function citesOf(d) {
  const c = d.citation ?? {};
  const doubts = [];
  const cites = [];
  if (c.eo) cites.push(`EO ${c.eo}`);
  for (const p of [c.proclamation, ...(c.proclamations ?? [])]) if (p) cites.push(`Proclamation ${p}`);
  for (const [key, value] of Object.entries(c)) {
    if (!/fr$|fr_chain|^investigation|^initiation$|^determination|^action|^memorandum|amended_by/.test(key)) continue;
    for (const text of [value].flat()) {
      // What a document with a file of its own did is cited there.
      if (key === "amended_by" && [...text.matchAll(/Proclamation (\d+)/g)].some((m) => fileOf(`us/proc-${m[1]}`) !== undefined)) continue;
      if (text === "null" || / vs /.test(text)) continue;
      const pages = [...text.matchAll(/\d+ FR \d+/g)].map((m) => m[0]);
      if (/unconfirmed page/.test(text)) doubts.push(...pages.map((p) => `the page ${p}`));
      else cites.push(...[...text.matchAll(/Proclamation \d+/g)].map((m) => m[0]), ...pages);
      cites.push(...[...text.matchAll(/doc (\d{4}-\d{5})/g)].map((m) => `FR Doc. ${m[1]}`));
    }
  }
  for (const [key, value] of Object.entries(c)) if (/_docs?$/.test(key)) for (const n of [value].flat()) cites.push(`FR Doc. ${n}`);
  if (c.announcement) cites.push(c.announcement);
  if (c.csms) cites.push(`CSMS ${c.csms}`);
  const docket = /^(USTR-\d{4}-)(\d{4})\/(\d{4})$/.exec(c.dockets ?? "");
  if (docket !== null) cites.push(`Docket ${docket[1]}${docket[2]}`, `Docket ${docket[1]}${docket[3]}`);
  return { cites, doubts };
}

/** What a document says it carries out, and what the other document says is carried out by it. */
function implementsOf(d) {
  const back = docs.filter((o) => o.implemented_by?.includes(d.id)).map((o) => o.id);
  return unique([...[d.implements ?? []].flat(), ...back]);
}

function sourceOf(s, d) {
  const alone = (d.sources ?? []).length + (d.secondary_unlocated ?? []).length + (HEADS[d.id]?.sources?.length ?? 0) === 1;
  const access = s.access === undefined ? undefined : alone ? "not read" : NOT_READ;
  return clean({ publisher: s.publisher, title: s.title, date: dateOf(s.date), url: s.url ?? repositoryOf(s.repository), access });
}
function noteOf(s) {
  const publisher = /^Axiom/.test(s.title) ? "The Axiom Foundation" : /^ETRX/.test(s.title) ? "ETRX" : "unnamed public note";
  return clean({ publisher, title: s.title, date: dateOf(s.date), access: "repository or path not recorded" });
}
function repositoryOf(t) {
  const name = /^([\w.-]+\/[\w.-]+)/.exec(t ?? "")?.[1];
  return name === undefined ? undefined : `https://github.com/${name}`;
}
function unique(list) {
  return [...new Set(list)];
}
