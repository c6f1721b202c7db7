import type { Party, PartyName } from "@truce/engine/controls";
import { bornSpan, buildNameIndex, matchNames, type NameQuery, POSSIBLE, STRONG } from "@truce/engine/controls/names";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSdnXml } from "../../packages/node/dist/parties/read-sdn-xml.js";
import { root } from "../golden/read.js";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { queryOf } from "../../packages/node/dist/screen/queries.js";
import { describe, expect, test } from "vitest";

const person = (id: string, name: string, more: Partial<Party> = {}): Party => ({
  id,
  names: [{ text: name, kind: "name" }],
  type: "person",
  countries: [],
  addresses: [],
  identifiers: [],
  listing: { list: "SDN" },
  ...more,
});
const score = (parties: Party[], query: NameQuery): number => matchNames(buildNameIndex(parties), query, { threshold: 0, limit: 1 }).matches[0]?.score ?? 0;

describe("names of persons", () => {
  test.each([
    ["Do Duc", "LE, Duc"],
    ["Sa Min", "AG, Min"],
    ["Wang Wei", "WEI, Sia-Kang"],
    ["Li Na", "LI, Do"],
  ])("words that are fillers or legal forms elsewhere are names here: %s is not %s", (asked, listed) => expect(score([person("a", listed)], { name: asked, type: "person" })).toBeLessThan(POSSIBLE));
  test.each([
    ["Le Duc", "LE, Duc"],
    ["Duc Do", "DO, Duc"],
    ["张伟明", "ZHANG, Weiming"],
    ["欧阳明华", "OUYANG, Minghua"],
    ["Ivan P. Kuznetsov", "KUZNETSOV, Ivan Petrovich"],
    ["Ahmad Hasan Mansour", "MANSOUR, Ahmed Hassan"],
    ["Hussein al Tikriti", "AL-TIKRITI, Husayn"],
  ])("%s is %s", (asked, listed) => expect(score([person("a", listed)], { name: asked, type: "person" })).toBeGreaterThanOrEqual(STRONG));
  test.each([
    ["Liu Guoqiang", "LIU, Guoqing"],
    ["Maria Santos", "SANTOS, Mario"],
    ["El Chapo", "EL CHATO"],
  ])("one letter makes another name: %s is at most possibly %s", (asked, listed) => expect(score([person("a", listed)], { name: asked, type: "person" })).toBeLessThan(STRONG));
  test("order of words makes no difference", () => {
    const parties = [person("a", "KUZNETSOV, Ivan Petrovich")];
    fc.assert(
      fc.property(fc.shuffledSubarray(["Ivan", "Petrovich", "Kuznetsov"], { minLength: 3 }), (words) => {
        expect(score(parties, { name: words.join(" "), type: "person" })).toBe(1);
      }),
      { numRuns: 6 },
    );
  });
});

describe("birth dates", () => {
  const listed = (...born: string[]): Party[] => [person("a", "KUZNETSOV, Ivan", { born })];
  const asked = (born: string, ...dates: string[]): { score: number | undefined; said: string | undefined } => {
    const m = matchNames(buildNameIndex(listed(...dates)), { name: "Ivan Kuznetsov", born }, { threshold: 0 }).matches[0];
    return { score: m?.score, said: m?.because.find((b) => b.feature === "birth")?.detail };
  };
  test.each([
    ["1960-05-02", ["1960-05-02"], 1, "the same day of birth"],
    ["1960", ["1960-05-02"], 1, "birth dates that may be the same"],
    ["1960-05", ["1960"], 1, "birth dates that may be the same"],
    ["1961", ["circa 1960"], 1, "birth dates that may be the same"],
    ["1959", ["1958 to 1962"], 1, "birth dates that may be the same"],
    ["1960-02-05", ["1960-05-02"], 0.9, "birth dates a year apart, or day and month the other way round"],
    ["1961-05-02", ["1960-05-02"], 0.9, "birth dates a year apart, or day and month the other way round"],
    ["1975-01-01", ["1960-05-02"], 0.7, "another birth date"],
    ["1975-01-01", ["1960-05-02", "1975-01-01"], 1, "the same day of birth"],
  ] as const)("%s beside %s", (born, dates, score, said) => expect(asked(born, ...dates)).toEqual({ score, said }));
  test("a list that gives none says nothing", () => expect(asked("1960")).toEqual({ score: 1, said: undefined }));
  test("a name that is the same is shown whatever the date: dates on lists are often wrong", () => expect(asked("1999", "1900").score).toBeGreaterThanOrEqual(POSSIBLE));
  test.each(["1960-13-01", "02/05/1960", "soon", "", "19600502"])("%s is no birth date", (text) => expect(bornSpan(text)).toBeUndefined());
});

describe("birth dates come with the lists and with the question", () => {
  test("the shipped copy of the Consolidated Screening List has those of over 5,000 persons", async () => {
    const all = (await openRegime()).copies.flatMap((c) => c.parties).filter((p) => p.born !== undefined);
    expect(all.length).toBeGreaterThan(5000);
    expect(all.filter((p) => p.type !== "person")).toEqual([]);
    expect(all.flatMap((p) => p.born ?? []).filter((b) => bornSpan(b) === undefined).length / all.length).toBeLessThan(0.01);
  });
  test("OFAC's own file writes them in words", () => {
    const dates = ["02 May 1960", "circa 1961", "1958 to 1962", "1960"].map(
      (d, i) => `<dateOfBirthItem><uid>${90 + i}</uid><dateOfBirth>${d}</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>`,
    );
    const xml = readFileSync(join(root, "test/fixtures/lists/sdn.xml"), "utf8").replace("<addressList>", `<dateOfBirthList>${dates.join("")}</dateOfBirthList><addressList>`);
    const { parties } = readSdnXml(new TextEncoder().encode(xml));
    expect(parties.map((p) => p.born)).toEqual([["1960-05-02", "circa 1961", "1958 to 1962", "1960"], undefined, undefined]);
  });
  test("a question with a date in another form is refused, with its field", () => {
    expect(queryOf({ name: "Ivan Kuznetsov", born: "1960-05" })).toEqual({ name: "Ivan Kuznetsov", born: "1960-05" });
    expect(() => queryOf({ name: "Ivan Kuznetsov", born: "02/05/1960" })).toThrow('"02/05/1960" is not a birth date');
  });
});

test("a name that the list itself calls a weak alias is never taken as the party's", () => {
  const names: PartyName[] = [
    { text: "GUERRERO SOLIS, Ramon", kind: "name" },
    { text: "EL LOBO GRIS", kind: "weak-alias" },
  ];
  const m = matchNames(buildNameIndex([person("a", "", { names })]), { name: "El Lobo Gris" }).matches[0];
  expect(m?.score).toBeLessThan(STRONG);
  expect(m?.because.at(-1)?.feature).toBe("weak-alias");
});

test("a number that identifies is enough without a name, and a party whose names cannot be read is found by it", () => {
  const index = buildNameIndex([person("a", "...", { identifiers: [{ kind: "Passport", value: "E 12345678" }] })]);
  expect(index.unread).toEqual(["a: the name holds no letter and no digit"]);
  const m = matchNames(index, { name: "", identifier: "E12345678" }).matches[0];
  expect([m?.party, m?.score, m?.because.map((b) => b.feature)]).toEqual([0, 1, ["identifier"]]);
});
