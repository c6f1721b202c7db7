import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SCREEN_VERDICTS } from "@truce/engine/controls";
import type { ScreenAnswer } from "@truce/engine/controls/screen";
import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { parse } from "yaml";
import { afterAll, describe, expect, test } from "vitest";
import { Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { screenGrounds, screenOf } from "../../packages/node/dist/screen/desk.js";
import { root } from "../golden/read.js";
import { truce } from "../run.js";

interface Case {
  readonly ask: string;
  readonly list?: readonly string[];
  readonly head?: string;
  readonly owners?: readonly string[];
  readonly name: string;
  readonly type?: string;
  readonly on: string;
  readonly known?: string;
  readonly suppose?: readonly string[];
  readonly verdict?: string;
  readonly then?: string;
  readonly returns?: string;
  readonly low?: string;
  readonly high?: string;
  readonly regimes?: Readonly<Record<string, string>>;
  readonly status?: Readonly<Record<string, string>>;
  readonly lacks?: readonly string[];
  readonly next?: readonly string[];
  readonly warns?: string;
  readonly because: string;
}
const cases = parse(readFileSync(join(root, "test/controls/screen.yaml"), "utf8"), { schema: "failsafe" }) as Case[];
const dir = mkdtempSync(join(tmpdir(), "truce-screen-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};
const desks = new Desks(await openRegime());
const shipped = screenGrounds(desks, parseKnown("2026-10-10").at, {});
let made = 0;

async function answer(c: Case): Promise<ScreenAnswer> {
  const known = parseKnown(c.known ?? c.on.slice(0, 10)).at;
  const list = c.list === undefined ? undefined : file(`list${++made}.csv`, [c.head ?? "id,name,type,country,list,aliases", ...c.list].join("\n"));
  const owners = c.owners === undefined ? undefined : file(`owners${made}.csv`, ["owner,owned,percent,min,max", ...c.owners].join("\n"));
  const { grounds, problems } = list === undefined ? shipped : screenGrounds(desks, known, { list, onlyList: true, ...(owners === undefined ? {} : { owners }) });
  const q = { name: c.name, ...(c.type === undefined ? {} : { type: c.type as "person" }) };
  const a = screenOf(desks, grounds, known, await suppositions(c.suppose ?? [], desks.regime, known), [q]).answer(q, parseOn(c.on, WASHINGTON).at, { horizon: desks.regime.law.horizon });
  return { ...a, warnings: [...a.warnings, ...problems] };
}

describe("parties", () => {
  test("every verdict is among the cases, each with its citation", () => {
    expect(new Set(cases.flatMap((c) => c.verdict ?? []))).toEqual(new Set(SCREEN_VERDICTS));
    expect(cases.filter((c) => (c.because ?? "") === "")).toEqual([]);
  });
  for (const c of cases)
    test(c.ask, async () => {
      const a = await answer(c);
      if (c.verdict !== undefined) expect(a.verdict, a.why).toBe(c.verdict);
      for (const [id, verdict] of Object.entries(c.regimes ?? {})) expect(a.regimes.find((r) => r.regime === id)?.verdict, id).toBe(verdict);
      for (const id of c.lacks ?? []) expect(a.regimes.map((r) => r.regime)).not.toContain(id);
      for (const [id, status] of Object.entries(c.status ?? {})) expect(a.matches.find((m) => m.id === id)?.status).toBe(status);
      const stayed = a.regimes.find((r) => r.verdict === "stayed");
      if (c.then !== undefined) expect(stayed?.then).toBe(c.then);
      if (c.returns !== undefined) expect(stayed?.returns).toBe(c.returns);
      if (c.low !== undefined) expect(a.ownership.low).toBe(c.low);
      if (c.high !== undefined) expect(a.ownership.high).toBe(c.high);
      for (const v of c.next ?? []) expect(a.next.map((n) => n.verdict)).toContain(v);
      if (c.warns !== undefined) expect(a.warnings.join("\n")).toContain(c.warns);
      for (const r of a.regimes) expect([r.section, r.why].every((t) => t.length > 5)).toBe(true);
      expect(JSON.stringify(a)).not.toMatch(/cleared|is allowed|may be shipped/);
    });
});

describe("the command", () => {
  const list = file("l.csv", "id,name,type,country,list,aliases\n1,Alpha,organisation,CN,EL,\n");
  const own = file("o.csv", "owner,owned,percent,min,max\nAlpha,X,60,,\nAlpha,Y,,,\nP,Z,60,,\n");
  const base = ["--list", list, "--only-list"];
  test("a file of names answers line by line, and goes on after one that cannot be read", () => {
    const names = file(
      "n.jsonl",
      [
        '{"ref":1,"name":"Alpha"}',
        '{"ref":2,"name":"\u202E"}',
        "nonsense",
        '{"ref":4,"name":"Nobody at all"}',
        '{"ref":5}',
        '{"ref":6,"name":"Alpha","country":"Narnia"}',
        `{"ref":7,"name":"${"a".repeat(100_000)}"}`,
      ].join("\n"),
    );
    const r = truce(["screen", "--file", names, ...base, "--on", "2025-10-25"]);
    expect(r.status).toBe(0);
    const out = r.stdout
      .trim()
      .split("\n")
      .map((l) => JSON.parse(l) as { ref: unknown; verdict?: string; error?: { code: string } });
    expect(out.map((o) => [o.ref, o.verdict ?? o.error?.code])).toEqual([
      [1, "restricted"],
      [2, "empty-name"],
      [null, "bad-json"],
      [4, "no-match"],
      [5, "no-name"],
      [6, "bad-country"],
      [7, "name-too-long"],
    ]);
  });
  test("what a file is shows in it, not in its name; standard input too", () => {
    const names = file("names.txt", "name,country\nAlpha,CN\n");
    const of = (out: string): string[] =>
      out
        .trim()
        .split("\n")
        .map((l) => (JSON.parse(l) as { verdict: string }).verdict);
    expect(of(truce(["screen", "--file", names, ...base, "--on", "2025-10-25"]).stdout)).toEqual(["restricted"]);
    expect(of(truce(["screen", "--file", "-", ...base, "--on", "2025-10-25"], '{"name":"Alpha"}\n{"name":"Nobody at all"}').stdout)).toEqual(["restricted", "no-match"]);
    expect(truce(["screen", "--file", file("empty.txt", " \n"), ...base]).stderr).toMatch(/holds no name/);
  });
  test("CSV names keep their ids", () => {
    const names = file("n.csv", "id,name,type,country\nc-1,Alpha,organisation,CN\nc-2,Nobody at all,,\n");
    const out = truce(["screen", "--file", names, ...base, "--on", "2025-10-25"])
      .stdout.trim()
      .split("\n")
      .map((l) => JSON.parse(l) as { ref: string; verdict: string });
    expect(out.map((o) => [o.ref, o.verdict])).toEqual([
      ["c-1", "restricted"],
      ["c-2", "no-match"],
    ]);
  });
  test("who becomes restricted when the stay ends", () => {
    const r = truce(["screen", "--owners", own, ...base, "--on", "2026-11-09", "--compare", "2026-11-10", "--known", "2026-10-10", "--json"]);
    expect((JSON.parse(r.stdout) as { changes: { name: string; from: string; to: string }[] }).changes.map((c) => [c.name, c.from, c.to])).toEqual([
      ["X", "stayed", "restricted"],
      ["Y", "stayed", "red-flag"],
    ]);
  });
  test("and what a supposition changes", () => {
    const r = truce(["screen", "--owners", own, ...base, "--on", "2026-11-20", "--compare", "as-is", "--known", "2026-10-10", "--suppose", "truce-extended", "--json"]);
    expect((JSON.parse(r.stdout) as { changes: { name: string; from: string; to: string }[] }).changes.map((c) => [c.name, c.from, c.to])).toEqual([
      ["X", "restricted", "stayed"],
      ["Y", "red-flag", "stayed"],
    ]);
  });
  test("a picture of who owns it", () => {
    const svg = join(dir, "x.svg");
    expect(truce(["screen", "X", ...base, "--owners", own, "--on", "2025-10-25", "--svg", svg]).status).toBe(0);
    expect(readFileSync(svg, "utf8")).toMatch(/Who owns X[\s\S]*60 %/);
  });
  test.each([
    [[], 2, /a screen needs a name/],
    [["A", "--file", "x"], 2, /give a name or --file, not both/],
    [["A", "--only-list"], 1, /--only-list needs a list; name it with --list FILE/],
    [["A", "--list", "/nowhere.csv"], 1, /\/nowhere\.csv is not a file/],
    [["A", "--threshold", "2"], 1, /--threshold 2 is not between 0 and 1/],
    [["A", "--limit", "0"], 1, /--limit 0 is not a whole number from 1 to 500/],
    [["A", "--type", "ghost"], 1, /there is no type "ghost"; types are organisation/],
    [["A", "--compare", "as-is"], 1, /--compare as-is needs something supposed/],
    [["...", ...base], 1, /the name holds no letter and no digit/],
    [["A", "--regime", join(root, "test/good/regime")], 1, /this regime folder has no lists of parties/],
  ] as const)("%j", (args, status, message) => {
    const r = truce(["screen", ...args]);
    expect([r.status, r.stderr]).toEqual([status, expect.stringMatching(message)]);
  });
  test.each([
    ["id,name,type,country,list,aliases\n1,A,organisation,CN,XX,\n", /l2\.csv:2: there is no list "XX"; lists are EL, MEU/],
    ["id,name,type,country,list,aliases\n1,A,organisation,CN,EL,\n1,B,,,EL,\n", /l2\.csv:3: the id 1 stands twice/],
    ["id,name,type,country,list,aliases\n1,,organisation,CN,EL,\n", /l2\.csv:2: name is empty/],
    ["id,name,type,country,list,aliases\n1,A,spirit,CN,EL,\n", /l2\.csv:2: there is no type "spirit"/],
    ["id,name,type,country,list,aliases\n1,A,,Narnia,EL,\n", /l2\.csv:2: "Narnia" names no country/],
    ["id,name\n1,A\n", /l2\.csv: line 1: there is no column list/],
    ['id,name,list\n1,"A,EL\n', /l2\.csv: line 2: a quote is never closed: the file is cut in half/],
  ])("a list of one's own that is broken says where (%#)", (text, message) => {
    const r = truce(["screen", "A", "--list", file("l2.csv", text), "--only-list"]);
    expect([r.status, r.stderr]).toEqual([1, expect.stringMatching(message)]);
  });
});
