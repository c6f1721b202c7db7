import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInstant, parseKnown } from "@truce/engine/time";
import { afterAll, describe, expect, test } from "vitest";
import { Desks, scenariosOf } from "@truce/engine/desk";
import { openRegime } from "../packages/node/src/grounds/open.js";
import { readPortfolio } from "../packages/node/src/outlook/holdings.js";
import { money, moneyAhead } from "@truce/engine/portfolio";
import { truce } from "./run.js";

const desks = new Desks(await openRegime());
const dir = mkdtempSync(join(tmpdir(), "truce-outlook-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const at = (day: string) => parseKnown(day).at;
const put = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};
const cents = (text: string): bigint => BigInt(text.replace(".", ""));

describe("a portfolio ahead", () => {
  test("owes after each date what duty answers for each of its lines on that date, in every scenario", async () => {
    const known = at("2025-10-25");
    const { goods } = desks.regime;
    const codes = {
      us: goods
        .schedule("us")
        .leaves("")
        .filter((c) => !c.startsWith("98")),
      cn: goods.schedule("cn").leaves(""),
    };
    const lines = Array.from({ length: 240 }, (_, i) => {
      const side = i % 4 === 3 ? "cn" : "us";
      return {
        code: codes[side][(i * 7919) % codes[side].length] as string,
        from: side === "cn" ? "US" : i % 3 === 0 ? "HK" : "CN",
        to: side.toUpperCase(),
        value: `${100 + i * 37}.${String(i % 100).padStart(2, "0")}`,
      };
    });
    const file = put("lines.csv", `code,from,to,value\n${lines.map((l) => `${l.code},${l.from},${l.to},${l.value}`).join("\n")}\n`);
    const scenarios = await scenariosOf(["threat-100", "deal-of-30-october", "us/threat-2025-10-10-100pct+deal-of-30-october"], desks.regime, known);
    const p = await readPortfolio(file, desks, { columns: [], defaults: { on: undefined, from: undefined, to: undefined, now: known }, known, memory: "1GB" }, scenarios, known);
    expect(p).toMatchObject({ rows: 240, rejected: 0 });
    const sides = moneyAhead(p, desks, known, known, scenarios);
    expect(sides.map((s) => [s.side, s.lines])).toEqual([
      ["us", 180],
      ["cn", 60],
    ]);
    let settled = 0;
    for (const s of sides)
      for (const [i, column] of s.scenarios.entries()) {
        // As published, whatever the horizon.
        const desk = desks.desk(known, scenarios[i]?.supposed ?? []);
        for (const step of column.steps) {
          const answers = lines.filter((l) => l.to.toLowerCase() === s.side).map((l) => desk.answer({ ...l, on: step.at, brief: true }, { known, now: known }));
          const sure = answers.filter((r) => r.outcome === "settled");
          if (answers.some((r) => r.outcome === "beyond-horizon")) continue;
          settled += sure.length;
          const sum = sure.reduce((n, r) => n + cents(r.amount.additional ?? "0.00"), 0n);
          expect({ side: s.side, scenario: column.scenario, at: step.at, additional: step.additional, open: step.open.lines }).toEqual({
            side: s.side,
            scenario: column.scenario,
            at: step.at,
            additional: money(sum),
            open: answers.length - sure.length,
          });
        }
      }
    expect(settled).toBeGreaterThan(1000);
  }, 120_000);

  test("differs between scenarios by what its measures differ", async () => {
    const file = put("bags.csv", "code,value\n4202.92.31.31,10000\n4202.92.31.31,10000\n9503.00.00.73,500.50\n");
    const r = truce(["outlook", "--portfolio", file, "--known", "2025-10-25", "--suppose", "threat-100", "--json"]);
    const v = JSON.parse(r.stdout);
    const [us] = v.portfolio.sides;
    expect(us).toMatchObject({ side: "us", currency: "USD", lines: 3, value: "20500.50" });
    expect(us.scenarios[0].steps[0]).toMatchObject({ additional: "11150.15", change: null });
    // 24 points from 10 November: the 34 of the country rate for the 10 of the baseline.
    expect(us.scenarios[0].steps.find((s: { at: string }) => s.at === "2025-11-10T05:01:00Z")).toMatchObject({ change: "4920.12", because: ["us/eo-14334"] });
    expect(us.differences).toEqual([
      {
        scenario: "threat_100",
        at: "2025-11-01T04:01:00Z",
        amount: "20500.50",
        byMeasure: [{ measure: "us/threatened/2025-10-10", amount: "20500.50", instruments: ["us/threat-2025-10-10-100pct"] }],
      },
    ]);
  });

  test("tells the clocks of liquidation of the entries that the file dates, by hand", () => {
    const file = put("dated.csv", "code,value,on\n4202.92.31.31,100,2025-11-03\n4202.92.31.31,50.50,2025-11-20\n4202.92.31.31,7,2024-01-05\n1201.90.11,9,2025-11-04\n");
    const v = JSON.parse(truce(["outlook", "--portfolio", file, "--known", "2026-10-01", "--json"]).stdout);
    // 300 days for a correction, a year to liquidation (19 USC 1504(a)), 180 days for a protest (19 USC 1514(c)(3)).
    expect(v.portfolio.clocks).toEqual([
      {
        month: "2025-11",
        lines: 3,
        value: "159.50",
        correctBy: ["2026-08-30", "2026-09-16"],
        liquidatedBy: ["2026-11-03", "2026-11-20"],
        protestBy: ["2027-05-02", "2027-05-19"],
        cites: expect.arrayContaining(["19 USC 1504(a)"]),
      },
    ]);
  });

  test("tells lines that cannot be priced, and refuses what is no table", () => {
    const file = put("odd.csv", "code,value\n4202.92.31.31,10000\n9999.99.99.99,1\n4202.92.31.31,much\n");
    expect(JSON.parse(truce(["outlook", "--portfolio", file, "--known", "2025-10-25", "--json"]).stdout).portfolio).toMatchObject({ rows: 3, rejected: 2 });
    const none = truce(["outlook", "--portfolio", join(dir, "none.csv"), "--json"]);
    expect([none.status, JSON.parse(none.stderr).error.code]).toEqual([1, "no-file"]);
  });
});

describe("scenarios", () => {
  const scenario = (acts: string, head = ""): string =>
    `title: t\nissuer: us/president\nkind: scenario\nstanding: supposed\nannounced: 2026-10-01\n${head}acts:\n${acts}sources: [{publisher: a, title: b}]\nconfidence: unconfirmed\n`;
  const asked = (...names: string[]) => {
    const r = truce(["duty", "4202.92.31", "--on", "2026-12-20", "--known", "2026-10-10", "--json", ...names.flatMap((n) => ["--suppose", n])]);
    return r.status === 0 ? JSON.parse(r.stdout) : JSON.parse(r.stderr).error;
  };

  test("that cannot be are refused with file, line and column", () => {
    const bad = (name: string, acts: string, head = "") => `${asked(put(name, scenario(acts, head))).message}`.replace(`${dir}/`, "");
    expect(bad("a.yaml", "  - set: us/s301/list-33\n    percent: 5\n    from: 2026-11-01\n")).toMatch(/^a\.yaml:7:5: R10 set names us\/s301\/list-33, which no instrument has imposed/);
    expect(bad("b.yaml", "  - set: us/s301/list-3\n    percent: -5\n    from: 2026-11-01\n")).toMatch(/^b\.yaml:8:14: R05 percent/);
    expect(bad("c.yaml", "  - set: us/s301/list-3\n    percent: 5\n    from: 2026-11-01\n    until: 2026-10-01\n")).toMatch(/^c\.yaml:10:12: R08 until/);
    expect(bad("d.yaml", "  - {say: x}\n", "lays: [us/no-such]\n")).toMatch(/^d\.yaml:6:8: R15 there is no document us\/no-such/);
  });

  test("that contradict each other are refused, naming both; what comes later in the order given stands where it was announced later", () => {
    const rate = (percent: number, day: string) => scenario(`  - set: us/s301/list-3\n    percent: ${percent}\n    from: 2026-11-01\n`).replace("announced: 2026-10-01", `announced: ${day}`);
    const [five, six, later] = [put("five.yaml", rate(5, "2026-10-01")), put("six.yaml", rate(6, "2026-10-01")), put("later.yaml", rate(7, "2026-10-02"))];
    expect(asked(five, six)).toMatchObject({
      code: "contradiction",
      message: expect.stringMatching(/six\.yaml:7:5: R25 supposed\/six contradicts supposed\/five \(.*five\.yaml:7\) on us\/s301\/list-3: both set it at one time/),
    });
    expect(asked(five, later).components.find((c: { measure: string }) => c.measure === "us/s301/list-3").percent).toBe("7");
    expect(asked(later, five).components.find((c: { measure: string }) => c.measure === "us/s301/list-3").percent).toBe("5");
    expect(asked("truce-lapses", "truce-extended").code).toBe("contradiction");
    expect(asked("affiliates-rule-returns", "truce-extended").code).toBe("contradiction");
  });

  test("lay documents of the record below themselves", () => {
    const duty = (known: string, ...names: string[]) => JSON.parse(truce(["duty", "4202.92.31", "--on", "2025-11-20", "--known", known, "--json", ...names.flatMap((n) => ["--suppose", n])]).stdout);
    expect(duty("2025-10-25").additionalPercent).toBe("79");
    expect(duty("2025-10-25", "deal-of-30-october").additionalPercent).toBe("45");
    expect(duty("2025-10-25", "threat-100").additionalPercent).toBe("179");
    expect(duty("2025-11-20", "deal-of-30-october")).toMatchObject({
      additionalPercent: "45",
      warnings: expect.arrayContaining(["supposing scenarios/deal-of-30-october changes nothing in this answer"]),
    });
  });

  test("30-for-30 is a range until it is said whether the goods are on the list", () => {
    const ask = (...more: string[]) => JSON.parse(truce(["duty", "4202.92.31", "--on", "2027-02-20", "--known", "2026-10-10", "--suppose", "thirty-for-thirty", "--json", ...more]).stdout);
    expect(ask()).toMatchObject({ outcome: "needs-facts", range: { percentMin: "0", percentMax: "37.5" }, missing: [{ fact: "us/supposed/thirty-for-thirty" }] });
    expect(ask("--fact", "us/supposed/thirty-for-thirty=in").additionalPercent).toBe("0");
    expect(ask("--fact", "us/supposed/thirty-for-thirty=out").additionalPercent).toBe("37.5");
  });

  test("a duty that a court strikes down is charged until customs stops, and not owed from its first day", () => {
    const ask = (on: string) => JSON.parse(truce(["duty", "4202.92.31", "--on", on, "--known", "2026-10-10", "--suppose", "forced-labor-struck-down", "--json"]).stdout);
    expect(ask("2026-11-30")).toMatchObject({ additionalPercent: "37.5", owedPercent: "25" });
    expect(ask("2026-12-02")).toMatchObject({ additionalPercent: "25", owedPercent: "25" });
  });
});

describe("pictures of an outlook", () => {
  test("name scenarios, units, source and knowledge", () => {
    const [svg, html, cliff] = [join(dir, "o.svg"), join(dir, "o.html"), join(dir, "c.svg")];
    expect(truce(["outlook", "4202.92.31", "--known", "2025-10-25", "--suppose", "threat-100", "--svg", svg, "--html", html]).status).toBe(0);
    const drawn = readFileSync(svg, "utf8");
    for (const said of ["What 42029231 owes above the ordinary rate", "threat 100", "as the law stands", "percentage points", "as published", "Source: Truce"]) expect(drawn).toContain(said);
    const page = readFileSync(html, "utf8");
    for (const said of ["Content-Security-Policy", "us/eo-14334", "What the law already dates", "<svg"]) expect(page).toContain(said);
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)[^"]*\.(js|css)/);
    expect(truce(["cliff", "--known", "2026-10-01", "--svg", cliff]).status).toBe(0);
    expect(readFileSync(cliff, "utf8")).toContain("24 points return: 34 % instead of 10 %");
  });

  test("a waterfall adds up to the answer; an answer that is no number is not drawn", () => {
    const svg = join(dir, "w.svg");
    expect(truce(["duty", "4202.92.31", "--on", "2025-10-25", "--known", "2025-10-25", "--svg", svg]).status).toBe(0);
    const drawn = readFileSync(svg, "utf8");
    for (const said of ["17.6 %", "+25 %", "+20 %", "+10 %", "72.6 %", "9903.88.03"]) expect(drawn).toContain(said);
    const open = truce(["duty", "8544.42.90", "--on", "2025-10-25", "--known", "2025-10-25", "--svg", svg, "--json"]);
    expect([open.status, JSON.parse(open.stderr).error.code]).toEqual([1, "no-picture"]);
  });
});

test("an outlook begins at the knowledge that is given, and at now without it", () => {
  expect(JSON.parse(truce(["outlook", "--known", "2026-02-21", "--json"]).stdout).on).toBe("2026-02-21T23:59:00Z");
  const now = JSON.parse(truce(["outlook", "--json"]).stdout);
  expect(Math.abs(parseInstant(now.on) - Date.now() / 60_000)).toBeLessThan(3);
});

test("fees that change on a known day stand among the dates", () => {
  const dates = (known: string) => JSON.parse(truce(["outlook", "--known", known, "--json"]).stdout).dates as { at: string; what: { measure: string; change: string; by: string[] }[] }[];
  const mpf = dates("2026-09-01").flatMap((d) => d.what.filter((w) => w.measure === "us/mpf").map((w) => ({ at: d.at, ...w })));
  expect(mpf).toEqual([expect.objectContaining({ at: "2026-10-01T04:00:00Z", change: expect.stringMatching(/^MPF: 0\.3464 %, \d+\.\d\d to \d+\.\d\d dollars an entry$/) })]);
  expect(dates("2026-06-01").flatMap((d) => d.what.filter((w) => w.measure === "us/mpf"))).toEqual([]);
});
