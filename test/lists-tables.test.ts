import { describe, expect, test } from "vitest";
import { entityText } from "../packages/node/dist/parties/entity-text.js";
import { countryNamed } from "../packages/node/dist/parties/taken.js";
import { error, fixture, made, read, useLists } from "./lists-desk.js";

useLists();

describe("the tables of BIS", () => {
  test("the Entity List: names, aliases and addresses out of one cell; the country of the row above", () => {
    const r = read("el.csv", { date: "2024-03-20" });
    expect(r.format).toBe("bis-el");
    expect(r.copy.parties.map((p) => [p.names.map((n) => n.text), p.countries, p.addresses])).toEqual([
      [["Example Optics Co., Ltd.", "Example Opto", "EXO"], ["CN"], ["5 Example Road, Haidian District, Beijing, China; and Room 3, Building 7, Shanghai, China"]],
      [["Example Lasers Inc."], ["CN"], ["12 Long Street, Wuhan, China"]],
      [["Ivan Example", "Vanya"], ["RU"], ["1 Main St., Moscow, Russia"]],
    ]);
    expect(r.copy.parties[0]?.listing).toEqual({
      list: "EL",
      cites: ["91 FR 10001, 2/3/26."],
      requirement: "For all items subject to the EAR. (See §744.11 of the EAR)",
      policy: "Presumption of denial",
    });
    expect(r.copy.parties[0]?.remarks).toContain("a.k.a., the following two aliases");
  });
  test("an id stays the same from one reading to the next", () => {
    const ids = () => read("el.csv", { date: "2024-03-20" }).copy.parties.map((p) => p.id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(3);
  });
  test("the Military End-User List and the Unverified List", () => {
    expect(read("meu.csv", { date: "2024-03-20" }).copy).toMatchObject({ id: "meu", lists: ["MEU"], parties: [{ names: [{ text: "Example Aviation Works" }] }, { countries: ["MM"] }] });
    expect(read("uvl.csv", { date: "2024-03-20" }).copy).toMatchObject({
      id: "uvl",
      lists: ["UVL"],
      parties: [{ names: [{ text: "Example Trading Co., Ltd." }], addresses: ["Room 5, 10/F, Example Tower, Shenzhen, China"] }],
    });
  });
  test("the same tables between tabs", () => {
    const tabs = "Country\tEntity\tFederal Register Citation\nChina\tExample Aviation Works, 1 Hangar Road\t85 FR 83799\n";
    expect(made(tabs, { date: "2024-03-20" }).copy.parties[0]?.names[0]?.text).toBe("Example Aviation Works");
  });
  test("a country that is not known is said, and none is kept", () => {
    const r = made(fixture("meu.csv").replace("Burma,", "Atlantis,"), { date: "2024-03-20" });
    expect(r.copy.parties[1]?.countries).toEqual([]);
    expect(r.notes).toContain('1 entry of "Atlantis": no country of that name is known, and none is kept');
  });
  test("the Denied Persons List in both forms", () => {
    const txt = read("dpl.txt", { date: "2024-03-20" });
    expect(txt.copy.parties.map((p) => [p.names[0]?.text, p.countries, p.listing.from, p.listing.until])).toEqual([
      ["EXAMPLE DENIED", ["US"], "2020-01-01", "2030-01-01"],
      ['EXAMPLE "QUOTED" AIR', ["IR"], "2011-05-05", undefined],
    ]);
    expect(txt.copy.parties[1]?.remarks).toContain("not a standard order");
    const table = read("dpl-table.csv", { date: "2024-03-20" });
    expect(table.copy.parties.map((p) => [p.names[0]?.text, p.addresses[0], p.listing.until])).toEqual([
      ["Example Denied", "Inmate Number: 1, P.O. Box 2, Miami, FL 33101", "2030-01-01"],
      ["Example Freight Co., Ltd.", "4 Dock Road, Karachi, Pakistan", undefined],
    ]);
  });
  test("a day that no order can have is left out, and that is said", () => {
    const r = made(fixture("dpl.txt").replace("12/31/2029", "12/31/3029"), { date: "2024-03-20" });
    expect(r.copy.parties[0]?.listing.until).toBeUndefined();
    expect(r.notes[0]).toBe('1 days cannot be read and are left out, the first is "12/31/3029"');
  });
  test.each<[string, () => string, { as?: string }, string]>([
    ["an Entity List without the column of review", () => fixture("el.csv").replace("License Review Policy", "Policy"), {}, "missing-column: line 1: there is no column license_review_policy"],
    ["a table whose first row has no country", () => fixture("el.csv").replace(`"CHINA, PEOPLE'S REPUBLIC OF"`, ""), {}, "no-country: line 5: no country stands here or above"],
    ["a table without a row", () => "Country,Entity,Federal Register Citation\nChina,[Reserved],\n", {}, "empty-list: no row names a party"],
    ["a Denied Persons List without a column", () => fixture("dpl.txt").replace("Expiration_Date", "Ends"), { as: "dpl" }, "missing-column: line 1: there is no column expiration_date"],
    ["a Denied Persons List cut within a row", () => fixture("dpl.txt").slice(0, fixture("dpl.txt").indexOf("TEHRAN")), {}, "bad-csv: line 3: Invalid Record Length"],
    ["a table that nothing tells", () => "a,b\n1,2\n", {}, 'unknown-format: nothing in it tells what list it is; it begins with "a,b"; name it with --as: csl, sdn, el, meu, uvl, dpl, 1260h, mofcom'],
    ["a kind that there is not", () => fixture("el.csv"), { as: "eu" }, 'unknown-kind: there is no kind of list "eu"'],
    ["a table that is not what was said", () => "a,b\n1,2\n", { as: "Entity List" }, "unknown-format: it is not Entity List, a table of Supp. No. 4"],
  ])("%s is refused", (_, text, said, message) => {
    expect(error(() => made(text(), { date: "2024-03-20", ...said }))).toContain(message);
  });
  test.each([
    [
      "Example Works, a.k.a., the following three aliases:\n-EW;\n-Works of Example Co., Ltd.; and\n-E Works.\n12 Long Street, Minsk",
      ["Example Works", "EW", "Works of Example Co., Ltd.", "E Works"],
      "12 Long Street, Minsk",
    ],
    ["Example University, f.k.a., Example College. 10 Campus Road, Harbin, China", ["Example University", "Example College"], "10 Campus Road, Harbin, China"],
    ["Foo (Bar) Inc., a.k.a. FB Inc., 12 Road, Karachi, Pakistan", ["Foo (Bar) Inc.", "FB Inc."], "12 Road, Karachi, Pakistan"],
    ["Example Holdings, Inc.", ["Example Holdings, Inc."], ""],
    ["Only A Name", ["Only A Name"], ""],
  ])("a cell %j is told apart", (cell, names, address) => {
    const t = entityText(cell);
    expect([t.name, ...t.aliases, ...t.former]).toEqual(names);
    expect(t.address).toBe(address);
  });
  test.each([
    ["Korea, South", "KR"],
    ["CHINA, PEOPLE'S REPUBLIC OF", "CN"],
    ["Burma", "MM"],
    ["Hong Kong", "HK"],
    ["Turkey", "TR"],
    ["nowhere", undefined],
  ])("the country %s is %s", (text, code) => expect(countryNamed(text)).toBe(code));
});

describe("lists that a person wrote down", () => {
  test("1260H needs its name, and a parent is a remark", () => {
    const r = read("1260h.csv", { as: "Section 1260H", date: "2024-03-20" });
    expect(r.copy).toMatchObject({ id: "1260h", lists: ["1260H"] });
    expect(r.copy.parties[0]?.names.map((n) => n.text)).toEqual(["Example Shipyards Group", "ESG", "Example Ship Group"]);
    expect(r.copy.parties[1]).toMatchObject({ countries: ["CN"], remarks: "parent named in the list: Example Shipyards Group", listing: { from: "2024-01-31" } });
    expect(error(() => read("1260h.csv", { date: "2024-03-20" }))).toContain("unknown-format");
  });
  test("a notice of China adds to its list", () => {
    const r = read("notice.yaml");
    expect(r.copy).toMatchObject({ id: "cn-mofcom-2026-99", adds: true, lists: ["CONTROL"], asOf: "2024-03-18" });
    expect(r.copy.parties[0]).toMatchObject({
      id: "MOFCOM-2026-99:1",
      names: [{ text: "示例光学公司" }, { text: "Example Optics Inc." }],
      listing: { list: "CONTROL", notice: "MOFCOM-2026-99", from: "2024-03-18" },
    });
  });
  test("several that are complete are the whole list", () => {
    const { copy } = read("notices-complete.yaml");
    expect(copy).toMatchObject({ id: "cn-lists", lists: ["WATCH"], asOf: "2024-03-19" });
    expect(copy.adds).toBeUndefined();
  });
  test.each<[string, () => string, string]>([
    [
      "a list that is not China's",
      () => fixture("notice.yaml").replace("cn/control-list", "EL"),
      'unknown-list: line 1, column 7: "EL" is no list of China; lists are CONTROL, WATCH, UEL, COUNTERMEASURE',
    ],
    ["a day that does not exist", () => fixture("notice.yaml").replace("2024-03-18", "2024-03-32"), 'bad-date: line 3, column 7: date "2024-03-32" is not a day'],
    ["no page of the notice", () => fixture("notice.yaml").replace("https://www", "www"), "no-url: line 4, column 6: url does not name the page of the notice"],
    ["a party without a name", () => fixture("notice.yaml").replace("name_en: Example Radar LLC, ", ""), "no-name: line 7, column 5: a party has neither name_zh nor name_en"],
    ["a field that there is not", () => fixture("notice.yaml").replace("aliases", "alias"), 'unknown-field: line 7, column 41: there is no field "alias" here'],
    ["a country that there is not", () => fixture("notice.yaml").replace("ERL], country: US", "ERL], country: Atlantis"), 'bad-country: line 7, column 59: "Atlantis" names no country'],
    ["no parties", () => fixture("notice.yaml").replace(/parties:[\s\S]*/, "parties: []\n"), "empty-list: line 5, column 10: the notice names no party"],
    ["YAML that is broken", () => fixture("notice.yaml").replace("parties:", "parties: ["), "bad-yaml: line "],
    ["one notice twice", () => fixture("notices-complete.yaml").replace("MOFCOM-2026-98", "MOFCOM-2026-12"), "id-twice: the notice MOFCOM-2026-12 stands twice"],
    ["a complete list of no day", () => fixture("notices-complete.yaml").replace("as-of: 2024-03-19\n", ""), "no-date: line 1, column 1: a complete list needs as-of"],
  ])("%s is refused", (_, text, message) => {
    expect(error(() => made(text(), { as: "mofcom" }))).toContain(message);
  });
});
