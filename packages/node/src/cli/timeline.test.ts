import { type Filter, timeline } from "@truce/engine/law";
import { type Instant, parseKnown, toUtc } from "@truce/engine/time";
import { beforeAll, describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../grounds/open.js";

let desks: Desks;
beforeAll(async () => void (desks = new Desks(await openRegime())));
const at = (known: Instant, filter: Filter) => timeline(desks.regimeAt(known, []), { on: known, known, horizon: desks.regime.law.horizon }, filter);
const ask = (known: string, filter: Filter) => at(parseKnown(known).at, filter);

test("China's answer stands on 9 October, the port fees on the 10th", () => {
  const { items } = ask("2025-10-25", { from: "2025-10-08", to: "2025-10-11", issuer: "cn" });
  const on = (day: string) => items.filter((i) => i.day === day).map((i) => i.id);
  expect(on("2025-10-09")).toEqual([
    "cn/mofcom-2025-61",
    "cn/mofcom-2025-62",
    "cn/mofcom-gacc-2025-55",
    "cn/mofcom-gacc-2025-56",
    "cn/mofcom-gacc-2025-57",
    "cn/mofcom-gacc-2025-58",
    "cn/uel-2025-10-09",
  ]);
  expect(on("2025-10-10")).toContain("cn/mot-2025-54");
  expect(items.find((i) => i.id === "cn/uel-2025-10-09")?.acts[0]?.text).toContain("14 parties");
});

test("a document is in the window when it takes effect there, though announced before", () => {
  expect(ask("2025-10-25", { from: "2025-05-14", to: "2025-05-14" }).items.map((i) => i.id)).toContain("us/eo-14298");
  expect(ask("2025-10-25", { from: "2025-05-13", to: "2025-05-13" }).items.map((i) => i.id)).not.toContain("us/eo-14298");
});

test("documents come oldest first", () => {
  const days = ask("2026-10-10", {}).items.map((i) => i.announced);
  expect(days).toEqual([...days].sort());
});

describe("an end is the document's own", () => {
  test.each([
    ["2025-06-01", "us/eo-14298", "2025-08-12T04:01:00Z"],
    ["2026-10-10", "us/eo-14298", "2025-08-12T04:01:00Z"],
    ["2026-10-10", "us/eo-14334", "2025-11-10T05:01:00Z"],
    ["2026-10-10", "us/proc-11012-s122", "2026-07-24T04:01:00Z"],
    ["2026-10-10", "cn/ctc-2025-2", null],
    ["2026-10-10", "us/csms-67834313", null],
    ["2026-10-10", "us/threat-s122-15pct", null],
  ])("to one who knows what was known on %s, %s ends %s", (known, id, end) => expect(ask(known, {}).items.find((i) => i.id === id)?.expires).toBe(end));

  test.each([
    ["2025-11-04", "2025-11-10T04:01:00Z"],
    ["2025-11-05", "2025-11-10T05:01:00Z"],
  ])("that was only counted is the one which the next extension states: on %s it is %s", (known, end) => expect(ask(known, {}).items.find((i) => i.id === "cn/ctc-2025-8")?.expires).toBe(end));
});

test("an extension acts at the end that it moved, and is found there", () => {
  const { items } = ask("2025-10-25", { from: "2025-08-12", to: "2025-08-12", issuer: "us" });
  expect(items.find((i) => i.id === "us/eo-14334")?.effective).toEqual(["2025-08-12T04:01:00Z"]);
});

test("every word must be found, whatever its case", () => {
  expect(ask("2026-10-10", { about: "PORT fee" }).items.map((i) => i.id)).toContain("cn/mot-2025-54");
  expect(ask("2026-10-10", { about: "port zebra" }).items).toEqual([]);
});

test("a filter that nothing answers to is said, with the choices", () => {
  const { items, warnings } = ask("2025-10-25", { issuer: "us/ustrr" });
  expect(items).toEqual([]);
  expect(warnings[0]).toContain("us/ustr");
});

describe("a document that joins several is cited as those that were known", () => {
  const cites = (known: string, id: string) => ask(known, {}).items.find((i) => i.id === id)?.cites;
  test.each([
    ["us/s301-list-3", "2018-12-01", ["83 FR 47974", "FR Doc. 2018-20610"]],
    ["us/s301-list-3", "2019-06-01", ["83 FR 47974", "FR Doc. 2018-20610", "84 FR 20459", "FR Doc. 2019-09681", "HTS 9903.88.09"]],
    ["us/s301-list-4a", "2019-12-31", ["84 FR 43304", "FR Doc. 2019-17865"]],
    ["us/proc-9693", "2020-01-01", ["Proclamation 9693"]],
    ["us/s301-exclusions-178", "2025-10-25", ["89 FR 46948", "FR Doc. 2024-11904", "FR Doc. 2025-10203", "FR Doc. 2025-16733"]],
    ["us/s301-exclusions-178", "2026-03-01", ["89 FR 46948", "FR Doc. 2024-11904", "FR Doc. 2025-10203", "FR Doc. 2025-16733", "90 FR 55232", "FR Doc. 2025-21671"]],
    ["us/proc-10976-wood", "2025-10-25", ["Proclamation 10976", "90 FR 48127", "FR Doc. 2025-19482"]],
    ["cn/ctc-2018-6", "2018-09-01", ["税委会公告〔2018〕6号"]],
  ])("%s on %s", (id, known, expected) => expect(cites(known, id)).toEqual(expected));
});

test("at no moment is anything shown of what was announced later", () => {
  const { instruments, horizon } = desks.regime.law;
  const moments = [...new Set(instruments.flatMap((i) => i.acts.map((a) => a.announced)))].sort((a, b) => a - b);
  for (const known of moments) {
    if (toUtc(known).slice(0, 10) >= horizon) continue;
    const day = toUtc(known).slice(0, 10);
    const { items } = at(known, {});
    const later = instruments.filter((i) => i.announced > known && i.acts.every((a) => a.announced > known));
    const told = JSON.stringify(items);
    const cited = new Set(instruments.flatMap((i) => [...(i.announced <= known ? i.cites : []), ...i.acts.flatMap((a) => (a.announced <= known ? (a.cites ?? []) : []))]));
    const names = [...later.flatMap((i) => [i.id, ...i.cites]), ...instruments.flatMap((i) => i.acts.flatMap((a) => a.cites ?? []))];
    for (const name of new Set(names)) if (!cited.has(name)) expect(told.includes(`"${name}"`), `${name} shows on ${day}`).toBe(false);
    for (const i of items) {
      expect(i.announced <= toUtc(known)).toBe(true);
      for (const a of i.acts) expect(a.announced <= toUtc(known), `${i.id}: ${a.text}`).toBe(true);
      for (const s of i.sources) expect((s.date ?? "9999").slice(0, day.length) <= day, `${i.id}: a source of ${s.date} on ${day}`).toBe(true);
      for (const word of JSON.stringify([i.conflicts, i.unconfirmed, i.note ?? ""]).match(/\d{4}-\d{2}-\d{2}/g) ?? []) expect(word <= day, `${i.id}: ${word} on ${day}`).toBe(true);
    }
  }
});
