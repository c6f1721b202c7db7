import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calendar, cliff, feed } from "@truce/engine/outlook";
import { foldLine, icalText } from "../packages/engine/src/outlook/ical-text.js";
import { parseInstant, parseKnown, toUtc } from "@truce/engine/time";
import ICAL from "ical.js";
import { parseHTML } from "linkedom";
import { afterAll, describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/src/grounds/open.js";
import { truce } from "./run.js";

const desks = new Desks(await openRegime());
const { horizon } = desks.regime.law;
const dir = mkdtempSync(join(tmpdir(), "truce-subscribe-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const at = (day: string) => parseKnown(day).at;

/** The events of a calendar as ical.js, which did not write it, reads them. */
function events(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return root.getAllSubcomponents("vevent").map((e) => new ICAL.Event(e));
}

describe("a calendar", () => {
  test("is read by another library with the same instants, days and words", () => {
    for (const known of ["2018-07-01", "2025-10-25", "2025-11-11", "2026-02-21", "2026-10-01"]) {
      const regime = desks.regimeAt(at(known), []);
      const rows = cliff(regime, at(known));
      const text = calendar(regime, at(known), horizon);
      const read = events(text);
      expect(read).toHaveLength(rows.length);
      read.forEach((e, i) => {
        const r = rows[i] as (typeof rows)[number];
        expect(e.summary).toBe(`${r.measure}: ${r.change}`);
        if (r.inferred) expect(e.startDate.toString()).toBe(r.day);
        else expect(toUtc(parseInstant(e.startDate.toJSDate().toISOString()))).toBe(r.at);
        expect(e.component.getFirstPropertyValue("status")).toBe(r.standing === "published" ? "CONFIRMED" : "TENTATIVE");
      });
      expect(new Set(read.map((e) => e.uid)).size).toBe(read.length);
    }
  });

  test("of 25 October 2025 holds the end of both suspensions at their minute", () => {
    const regime = desks.regimeAt(at("2025-10-25"), []);
    const of = (measure: string) => events(calendar(regime, at("2025-10-25"), horizon)).find((e) => e.summary.startsWith(`${measure}: 24 points return`));
    expect(of("us/reciprocal/cn")?.startDate.toJSDate().toISOString()).toBe("2025-11-10T05:01:00.000Z");
    expect(of("us/reciprocal/cn")?.description).toContain("EO 14334");
    expect(of("cn/general")?.description).toContain("the hour is inferred");
  });

  test("has lines of at most 75 octets, and no character cut in two", () => {
    const text = calendar(desks.regimeAt(at("2026-10-01"), []), at("2026-10-01"), horizon);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const long = foldLine(`SUMMARY:${icalText("税委会公告2025年第10号; a, b\\c\nd\u0007".repeat(20))}`);
    for (const line of long.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(long.replaceAll("\r\n ", "").trimEnd()).toBe(`SUMMARY:${"税委会公告2025年第10号\\; a\\, b\\\\c\\nd".repeat(20)}`);
  });

  test("is the same whatever is announced later, and from the command line", () => {
    const asKnown = (regime = desks.regimeAt(at("2025-10-25"), [])) => calendar(regime, at("2025-10-25"), horizon);
    expect(truce(["export", "calendar", "--known", "2025-10-25", "-o", join(dir, "t.ics")]).status).toBe(0);
    expect(readFileSync(join(dir, "t.ics"), "utf8")).toBe(asKnown());
    const bad = truce(["export", "calendar", "-o", join(dir, "t.txt"), "--json"]);
    expect([bad.status, JSON.parse(bad.stderr).error.code]).toEqual([1, "bad-ending"]);
  });
});

describe("a feed", () => {
  test("is Atom: every entry with id, title, times, author and category, the newest first", () => {
    const text = feed(desks.regimeAt(at("2025-10-25"), []), horizon);
    // linkedom reads XML too; it tells its parser by the type.
    const { document } = parseHTML(text.replace(/^<\?xml[^>]*>\s*/, ""));
    const entries = [...document.querySelectorAll("entry")];
    expect(entries.length).toBe(desks.regimeAt(at("2025-10-25"), []).instruments.length);
    const updated = entries.map((e) => e.querySelector("updated")?.textContent ?? "");
    expect(updated).toEqual([...updated].sort().reverse());
    for (const e of entries) for (const name of ["id", "title", "published", "updated", "author", "category", "summary"]) expect(e.querySelector(name), name).not.toBeNull();
    expect(text).not.toContain("us/eo-14357");
    expect(text).not.toMatch(/&(?!#\d+;)/);
  });

  test("since a day has only what was announced or done from then on", () => {
    const r = truce(["export", "feed", "--known", "2025-11-15", "--from", "2025-11-01"]);
    expect(r.status).toBe(0);
    expect(r.stdout).toContain("<id>urn:truce:us/eo-14357</id>");
    expect(r.stdout).not.toContain("<id>urn:truce:us/eo-14298</id>");
  });
});

describe("truce watch", () => {
  test("says what November 2025 changed for three lines, by hand", () => {
    const file = join(dir, "w.csv");
    writeFileSync(file, "code,from,value\n4202.92.31.31,CN,10000\n6110.20.20.79,CN,5000\n9503.00.00.73,CN,2000\n");
    const r = truce(["watch", file, "--since", "2025-11-01", "--known", "2025-11-30", "--json"]);
    expect(r.status).toBe(0);
    const v = JSON.parse(r.stdout);
    // Fentanyl 20 to 10 on 17,000: 1,700 less. The country rate of 34 gives way to the baseline of 10 again: 24 points less, 4,080.
    expect(v.sides[0]).toMatchObject({ side: "us", lines: 3, value: "17000.00", before: { additional: "12055.00" }, after: { additional: "6275.00" } });
    expect(v.sides[0].differences[0]).toMatchObject({ amount: "-5780.00" });
    expect(v.instruments.map((i: { id: string }) => i.id)).toEqual(expect.arrayContaining(["us/eo-14357", "us/eo-14358"]));
    expect(v.movers[0]).toMatchObject({ code: "4202923131", before: "7900.00", after: "4500.00", change: "-3400.00" });
  });

  test("says what is missing or the wrong way round", () => {
    const file = join(dir, "w.csv");
    for (const [args, code] of [
      [[], "no-since"],
      [["--since", "2025-11-30", "--known", "2025-11-01"], "bad-date"],
      [["--since", "2025-11-01", "--suppose", "threat-100"], "bad-option"],
    ] as const) {
      const r = truce(["watch", file, ...args, "--json"]);
      expect([r.status, JSON.parse(r.stderr).error.code]).toEqual([1, code]);
    }
  });
});
