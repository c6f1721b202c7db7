import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Party } from "@truce/engine/controls";
import { dir, error, fixture, made, named, read, readAt, useLists } from "./lists-desk.js";

useLists();

describe("the Consolidated Screening List", () => {
  test("JSON and CSV of the same content give the same parties", () => {
    const [json, csv] = [read("csl.json"), read("csl.csv", { date: "2024-03-20" })];
    const plain = (p: Party) => ({ ...p, addresses: p.addresses.map((a) => a.replace(/\s+/g, " ")) });
    expect(json.format).toBe("csl-json");
    expect(csv.format).toBe("csl-csv");
    expect(csv.copy.parties.map(plain)).toEqual(json.copy.parties.map(plain));
    expect(json.copy).toMatchObject({ id: "csl", asOf: "2024-03-20", imported: true });
  });
  test("an entry keeps its names, country, words and day", () => {
    expect(named(read("csl.json"), "Example Optics Co., Ltd.")).toEqual({
      id: "csl:a1",
      names: [
        { text: "Example Optics Co., Ltd.", kind: "name" },
        { text: "Example Opto", kind: "alias" },
        { text: "EXO", kind: "alias" },
        { text: "EO Works", kind: "alias" },
      ],
      type: "unknown",
      countries: ["CN"],
      addresses: ["5 Example Road, Beijing, 100000, CN"],
      identifiers: [],
      listing: { list: "EL", from: "2024-02-03", cites: ["91 FR 10001"], requirement: "For all items subject to the EAR", policy: "Presumption of denial", url: "https://example.org/el" },
    });
  });
  test("numbers that identify are kept, others are not; the last day of an order counts", () => {
    const r = read("csl.json");
    expect(named(r, "EXAMPLE, Ivan")).toMatchObject({ type: "person", countries: ["RU"], identifiers: [{ kind: "Passport", value: "P123456" }], listing: { programs: ["SDGT", "IRAN"] } });
    expect(named(r, "EXAMPLE DENIED").listing).toMatchObject({ from: "2020-01-01", until: "2030-01-01" });
  });
  test("its names of columns may be written with spaces and capitals", () => {
    const [head, ...rows] = fixture("csl.csv").split("\n");
    const spaced = [(head as string).replace(/_/g, " ").replace(/\b[a-z]/g, (c) => c.toUpperCase()), ...rows].join("\r\n");
    expect(made(`\uFEFF${spaced}`, { date: "2024-03-20" }).copy.parties).toEqual(read("csl.csv", { date: "2024-03-20" }).copy.parties);
  });
  test("it may be packed with gzip", () => {
    expect(made(gzipSync(fixture("csl.json"))).copy.parties).toHaveLength(5);
  });
  test("entries of a list that is not known are left out, and that is said", () => {
    const r = made(fixture("csl.json").replace("Military End User (MEU) List - Bureau of Industry and Security", "New List (NL) - Somebody"));
    expect(r.copy.parties).toHaveLength(4);
    expect(r.copy.missing).toEqual(['1 entry of "New List (NL) - Somebody": no list of that name is known to this version']);
  });
  test("one id with two contents keeps both, one entry that stands twice is one", () => {
    const lines = fixture("csl.csv").trimEnd().split("\n");
    const r = made([...lines, lines[1], (lines[1] as string).replace("Example Opto", "Other")].join("\n"), { date: "2024-03-20" });
    expect(r.copy.parties.map((p) => p.id)).toEqual(["csl:a1", "csl:36", "csl:37", "csl:d1", "csl:m1", "csl:a1-2"]);
    expect(r.notes).toEqual(["1 entry stands twice in every part and is taken once", "1 id stands more than once with different content: each entry is kept, with a number after its id"]);
  });
  test.each<[string, () => string, { date?: string; as?: string }, string]>([
    ["JSON cut in half", () => fixture("csl.json").slice(0, 1500), {}, "cut-in-half: it is not whole JSON: "],
    ["JSON with a comma too many", () => fixture("csl.json").replace('"total": 5,', '"total": 5,,'), {}, "bad-json: it is not whole JSON: "],
    [
      "one page of an answer",
      () => fixture("csl.json").replace('"total": 5', '"total": 24000'),
      {},
      "cut-in-half: it states 24000 results and holds 5: it is one page of an answer; load consolidated.json, which holds all of them",
    ],
    ["no results", () => '{"total": 0, "results": []}', {}, "empty-list: it holds no result; load the file again"],
    ["something else in JSON", () => '{"features": []}', {}, "wrong-form: there is no array results in it; load consolidated.json from trade.gov"],
    ["a result without a name", () => fixture("csl.json").replace('"name": "EXAMPLE STAR", ', ""), {}, "missing-field: results[2] has no name; load the file again"],
    ["a result that is no object", () => '{"results": [5]}', {}, "wrong-form: results[0] is not an object; load the file again"],
    [
      "only lists that are not known",
      () => '{"results": [{"id":"1","source":"X","name":"Y"}]}',
      {},
      "unknown-list: none of 1 entry is of a list that is known; it is not the Consolidated Screening List",
    ],
    [
      "CSV without a column",
      () => fixture("csl.csv").replace("license_policy", "policy"),
      { date: "2024-03-20" },
      "missing-column: line 1: there is no column license_policy; the columns are id, source, entity_number",
    ],
    [
      "CSV cut within quotes",
      () => fixture("csl.csv").slice(0, fixture("csl.csv").indexOf('EXAMPLE, I."')),
      { date: "2024-03-20" },
      "cut-in-half: line 3: a quote is never closed: the file is cut in half; load the file again and import it whole",
    ],
    ["CSV cut within a row", () => fixture("csl.csv").slice(0, fixture("csl.csv").indexOf("IMO 9999999") - 12), { date: "2024-03-20" }, "bad-csv: line 4: Invalid Record Length: "],
    ["CSV without rows", () => `${fixture("csl.csv").split("\n")[0]}\n`, { date: "2024-03-20" }, "empty-list: the file holds no row; load the file again"],
    ["CSV of no day", () => fixture("csl.csv"), {}, "no-date: the file does not say of what day it is; give --date YYYY-MM-DD: the day on which you loaded it from the publisher"],
    ["a day that lies ahead", () => fixture("csl.csv"), { date: "2026-12-24" }, "wrong-date: 2026-12-24 lies ahead: today is 2024-03-25; give the day on which you loaded it"],
    ["a day that does not exist", () => fixture("csl.csv"), { date: "2024-02-30" }, "bad-date: --date 2024-02-30 is not a day; write YYYY-MM-DD"],
    ["a day that the file contradicts", () => fixture("csl.json"), { date: "2024-03-19" }, "wrong-date: the file says that it is of 2024-03-20, and --date says 2024-03-19; leave --date out"],
    ["a list that is another", () => fixture("csl.json"), { as: "sdn" }, "wrong-list: it is not OFAC's sdn.xml, but Consolidated Screening List, JSON or CSV; leave --as out, or write --as csl"],
  ])("%s is refused", (_, text, said, message) => {
    expect(error(() => made(text(), said))).toContain(message);
  });
});

describe("OFAC's sdn.xml", () => {
  test("gives names, weak and former ones, programmes, numbers and countries", () => {
    const r = read("sdn.xml");
    expect(r.copy).toMatchObject({ id: "sdn", lists: ["SDN"], asOf: "2024-03-20" });
    expect(named(r, "EXAMPLE, Ivan")).toMatchObject({
      id: "sdn:36",
      type: "person",
      names: [
        { text: "EXAMPLE, Ivan", kind: "name" },
        { text: "EXAMPLE, I.", kind: "alias" },
        { text: "THE BEAR", kind: "weak-alias" },
      ],
      countries: ["RU"],
      addresses: ["Moscow, RU"],
      identifiers: [{ kind: "Passport", value: "P123456" }],
      listing: { list: "SDN", programs: ["SDGT", "IRAN"] },
    });
    expect(named(r, "EXAMPLE STAR")).toMatchObject({ type: "vessel", countries: ["PA"], identifiers: [{ value: "IMO 9999999" }, { kind: "Call sign", value: "ABCD1" }] });
    expect(named(r, "EXAMPLE & SONS TRADING")).toMatchObject({
      countries: ["MM"],
      addresses: ["Room 5, 10/F, Example House, Rangoon, 11181, MM"],
      names: [{}, { text: "OLD EXAMPLE TRADING", kind: "former" }],
    });
  });
  const bomb = `<?xml version="1.0"?><!DOCTYPE sdnList [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sdnList><sdnEntry><uid>1</uid><lastName>&b;</lastName></sdnEntry></sdnList>`;
  const other = (program: string) => fixture("sdn.xml").replace(/<program>[A-Z]+<\/program>/g, `<program>${program}</program>`);
  test.each<[string, () => string, string]>([
    ["a document type that could grow", () => bomb, "xml-doctype: line 1: it has a document type, which OFAC's files do not have"],
    ["an entity of its own", () => fixture("sdn.xml").replace("&amp;", "&boom;"), "bad-xml: line 32: undefined entity; load"],
    ["a file cut in half", () => fixture("sdn.xml").slice(0, 1200), "cut-in-half: line "],
    [
      "a file cut between two entries",
      () => `${fixture("sdn.xml").slice(0, fixture("sdn.xml").lastIndexOf("<sdnEntry>"))}</sdnList>`,
      "cut-in-half: it states 3 records and holds 2; load sdn.xml again and import it whole",
    ],
    ["tags that cross", () => fixture("sdn.xml").replace("</programList>", "</wrong>"), "bad-xml: line 13: unexpected close tag"],
    ["a uid twice", () => fixture("sdn.xml").replace("<uid>37</uid>", "<uid>36</uid>"), "id-twice: line 22: the uid 36 stands twice"],
    ["an entry without a name", () => fixture("sdn.xml").replace("<lastName>EXAMPLE STAR</lastName>", ""), "missing-field: line 22: an entry has no name"],
    ["no entry", () => "<sdnList></sdnList>", "empty-list: it holds no sdnEntry"],
    [
      "the advanced form",
      () => '<Sanctions xmlns="x"></Sanctions>',
      "wrong-form: line 1: it is OFAC's advanced form (SDN_ADVANCED.XML), which is not read; load sdn.xml, which holds the same parties",
    ],
    ["the enhanced form", () => "<sanctionsData></sanctionsData>", "wrong-form: line 1: it is OFAC's enhanced form"],
    ["another XML", () => "<rss></rss>", "wrong-form: line 1: its root is <rss> and not <sdnList>"],
    ["elements nested too deep", () => `<sdnList>${"<a>".repeat(40)}`, "too-deep: line 1: elements are nested more than 12 deep"],
    ["a text without end", () => `<sdnList><sdnEntry><uid>1</uid><lastName>${"x".repeat(60_000)}</lastName></sdnEntry></sdnList>`, "too-long: line 1: a text is longer than 50,000 characters"],
    ["OFAC's other lists in the same form", () => other("CMIC-EO13959"), "wrong-list: 3 of its 3 entries have programmes of OFAC's other lists (CMIC-EO13959)"],
  ])("%s is refused", (_, text, message) => {
    expect(error(() => made(text()))).toContain(message);
  });
});

describe("a file that is no text", () => {
  test.each<[string, () => Buffer, string]>([
    ["UTF-16", () => Buffer.from(`\uFEFF${fixture("csl.csv")}`, "utf16le"), "bad-encoding: it is UTF-16; save it as UTF-8"],
    ["Latin 1", () => Buffer.concat([Buffer.from("_id,source\n1,Caf"), Buffer.from([0xe9, 0x2c, 0x0a])]), "bad-encoding: it is not UTF-8: the first byte that is none is byte 17"],
    ["GB 18030", () => Buffer.from([0xca, 0xbe, 0xc0, 0xfd, 0x0a]), "bad-encoding: it is not UTF-8"],
    ["a ZIP or workbook", () => Buffer.from("PK\u0003\u0004"), "packed: it is a ZIP archive or a workbook"],
    ["a PDF", () => Buffer.from("%PDF-1.7"), "not-text: it is a PDF"],
    ["NUL bytes", () => Buffer.from("a,b\0\n"), "not-text: it holds a NUL byte at byte 4"],
    ["nothing", () => Buffer.alloc(0), "empty-list: it is empty"],
    ["a gzip cut in half", () => gzipSync(fixture("csl.json")).subarray(0, 300), "cut-in-half: its gzip archive is broken or cut in half"],
    ["a gzip that grows past the limit", () => gzipSync(Buffer.alloc(210_000_000, 0x20)), "file-too-large: it unpacks to more than 200 MB"],
  ])("%s is refused", (_, bytes, message) => {
    expect(error(() => made(bytes()))).toContain(message);
  });
  test("a folder or nothing at all is refused", () => {
    expect(error(() => readAt(dir))).toContain("no-file: it is not a file");
    expect(error(() => readAt(join(dir, "none")))).toContain("no-file");
  });
});
