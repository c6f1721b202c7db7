import { type AuditFinding, auditEntry, type EntryAudit, type FiledEntry } from "@truce/engine/entry";
import { endOfDayUtc, type Instant, parseKnown } from "@truce/engine/time";
import { beforeAll, describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { filed } from "./audit/filed.js";

/* Each kind of finding at its boundary. Amounts are worked by hand: bags 4202.92.31.31 are on list 3 (17.6 %), shirts 6109.10.00.12 on list 4A (16.5 %). */
const known = parseKnown("2026-10-10").at;
let desks: Desks;
beforeAll(async () => {
  desks = new Desks(await openRegime());
});
function audit(entry: FiledEntry, at: Instant = known): EntryAudit {
  return auditEntry(entry, { now: desks.desk(at, []), then: desks.desk(Math.min(endOfDayUtc(entry.entered), at) as Instant, []) }, { known: at, now: at });
}
const short = (f: AuditFinding): string => `${f.clock} ${f.kind} ${f.row} ${f.code ?? "-"} ${f.difference ?? "-"}`;
const told = (entry: FiledEntry, at?: Instant): string[] => audit(entry, at).findings.map(short);
const bags = (entered: string, ...above: string[]): FiledEntry => filed(entered, [[...above, "4202.92.31.31 10000 1760"]]);

describe("a heading that is missing or should not be there", () => {
  test("on the last day of a duty it is due, on the next it is not", () => {
    expect(told(bags("2026-07-23", "9903.88.03 - 2500", "9903.03.01 - 1000"))).toEqual([]);
    expect(told(bags("2026-07-24", "9903.88.03 - 2500", "9903.03.01 - 1000"))).toEqual([
      "both extra-heading 3 9903.03.01 1000.00",
      "both missing-heading 4 9903.05.31 -1250.00",
      "hindsight underpaid 2 - -250.00",
    ]);
  });
  test("a heading that the law changed with its rate is named", () => {
    const [, wrong] = audit(bags("2025-03-04", "9903.88.03 - 2500", "9903.01.20 - 1000")).findings;
    expect(told(bags("2025-03-03", "9903.88.03 - 2500", "9903.01.20 - 1000"))).toEqual([]);
    expect(wrong?.message === undefined ? "" : audit(bags("2025-03-04", "9903.88.03 - 2500", "9903.01.20 - 1000")).findings[0]?.message).toContain("9903.01.24 is");
  });
  test("from 5 April 2025 each line needs a reciprocal heading", () => {
    expect(told(bags("2025-04-04", "9903.88.03 - 2500", "9903.01.24 - 2000"))).toEqual([]);
    expect(told(bags("2025-04-05", "9903.88.03 - 2500", "9903.01.24 - 2000"))).toEqual(["both missing-heading 4 9903.01.25 -1000.00", "hindsight underpaid 2 - -1000.00"]);
  });
  test("a heading filed twice is one too many, once", () => {
    expect(told(bags("2025-06-20", "9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.24 - 2000", "9903.01.25 - 1000"))).toEqual([
      "both extra-heading 4 9903.01.24 2000.00",
      "hindsight overpaid 2 - 2000.00",
    ]);
  });
  test("an exemption heading that is missing costs nothing, and is told", () => {
    expect(told(filed("2025-04-20", [["9903.01.24 - 2000", "8471.30.01.00 10000 0"]]))).toEqual(["both missing-exemption-heading 3 9903.01.32 0.00"]);
  });
  test("the crane duty of 9 November 2025 is no error where it is missing, for its collection is not known", () => {
    const cranes = filed("2025-11-09", [["9903.91.01 - 0", "8426.19.00.00 10000 0"]], { facts: { use: "sts-crane" } });
    const found = audit(cranes).findings.filter((f) => f.code === "9903.91.14");
    expect(found.map((f) => [f.kind, f.error, f.difference])).toContainEqual(["needs-facts", false, null]);
  });
});

describe("a duty", () => {
  test("is the rate on the value in whole dollars, half a dollar up", () => {
    const line = (value: string, duty: string) => filed("2026-03-10", [["9903.88.03 - 308.75", "9903.03.01 - 123.50", `4202.92.31.31 ${value} ${duty}`]]);
    expect(told(line("1234.50", "217.36"))).toEqual([]);
    expect(told(line("1235.49", "217.36"))).toEqual([]);
    // 1,234.50 as it stands: 25, 10 and 17.6 points of it, half a cent up or down.
    expect(told(filed("2026-03-10", [["9903.88.03 - 308.62", "9903.03.01 - 123.45", "4202.92.31.31 1234.50 217.27"]]))).toEqual([]);
    expect(told(filed("2026-03-10", [["9903.88.15 - 75.22", "9903.03.01 - 100.30", "6109.10.00.12 1003 165.48"]]))).toEqual([
      "both wrong-base-rate 4 6109.10.00.12 -0.02",
      "hindsight underpaid 2 - -0.02",
    ]);
    expect(told(line("1235", "217.35"))).toEqual(["both wrong-base-rate 4 4202.92.31.31 -0.01", "hindsight underpaid 2 - -0.01"]);
  });
  test("that the report does not give is not compared", () => {
    expect(told(filed("2026-03-10", [["9903.88.03 - -", "9903.03.01 - -", "4202.92.31.31 10000 -"]]))).toEqual([]);
  });
  test("under an exemption heading is nothing", () => {
    expect(told(filed("2025-04-20", [["9903.01.24 - 2000", "9903.01.32 - 1", "8471.30.01.00 10000 0"]]))).toEqual(["both wrong-rate 3 9903.01.32 1.00", "hindsight overpaid 2 - 1.00"]);
  });
});

describe("a report that gives the duty of a line as one sum", () => {
  const sum = (day: string, ...duties: string[]) => {
    const codes = ["9903.88.03", "9903.01.24", "9903.01.25", "4202.92.31.31"];
    return filed(day, [codes.map((c, i) => `${c} ${i === 3 ? "10000" : "-"} ${duties[i]}`)]);
  };
  // 25 + 20 + 10 + 17.6 points of 10,000.
  test.each([
    ["on its last row", ["-", "-", "-", "7260"]],
    ["on its last row, the others naught", ["0", "0", "0", "7260"]],
    ["on its first row", ["7260", "0", "0", "0"]],
    ["on every row", ["7260", "7260", "7260", "7260"]],
  ])("%s is compared by the sum", (_, duties) => {
    expect(told(sum("2025-06-20", ...duties))).toEqual([]);
    expect(audit(sum("2025-06-20", ...duties)).refundable).toBe(300_000);
  });
  test("a sum that is wrong is told by what it is off", () => {
    expect(told(sum("2025-06-20", "-", "-", "-", "6260"))).toEqual(["both wrong-rate 5 4202.92.31.31 -1000.00", "hindsight underpaid 2 - -1000.00"]);
  });
  test("headings that are not paid, beside an ordinary duty that is right, are no such sum", () => {
    expect(told(sum("2025-06-20", "0", "0", "0", "1760"))).toEqual([
      "both wrong-rate 2 9903.88.03 -2500.00",
      "both wrong-rate 3 9903.01.24 -2000.00",
      "both wrong-rate 4 9903.01.25 -1000.00",
      "hindsight underpaid 2 - -5500.00",
    ]);
  });
});

describe("the order of headings", () => {
  test("Section 301 stands before IEEPA", () => {
    expect(told(bags("2025-06-20", "9903.01.24 - 2000", "9903.88.03 - 2500", "9903.01.25 - 1000"))).toEqual(["both wrong-order 3 9903.88.03 0.00"]);
  });
  test("between two headings of IEEPA none is asked", () => {
    expect(told(bags("2025-06-20", "9903.88.03 - 2500", "9903.01.25 - 1000", "9903.01.24 - 2000"))).toEqual([]);
  });
  test("the number of chapters 1 to 97 is last", () => {
    expect(told(filed("2026-03-10", [["9903.88.03 - 2500", "4202.92.31.31 10000 1760", "9903.03.01 - 1000"]]))).toEqual(["both wrong-order 4 9903.03.01 0.00"]);
  });
});

describe("a claim", () => {
  const fish = (entered: string) => filed(entered, [["9903.88.69 - 0", ...(entered < "2025" ? [] : ["9903.01.24 - 2000", "9903.01.25 - 1000"]), "0304.72.50.00 10000 0"]]);
  test("of an exclusion is refused before its first day, and granted on it", () => {
    expect(told(fish("2024-06-15"))).toEqual([]);
    expect(told(fish("2024-06-14"))).toEqual(["both refused-claim 2 9903.88.69 0.00", "both missing-heading 3 9903.88.03 -2500.00", "hindsight underpaid 2 - -2500.00"]);
  });
  test("of an exclusion that had lapsed as far as was known, and was renewed later, is wrong by what was known then only", () => {
    expect(told(fish("2025-05-31"))).toEqual([]);
    const found = audit(fish("2025-06-02"));
    expect(found.findings.map(short)).toEqual(["then refused-claim 2 9903.88.69 0.00", "then missing-heading 5 9903.88.03 -2500.00"]);
    expect(found.findings[0]?.error).toBe(false);
    expect(found.net).toBe(0);
    expect(told(fish("2025-06-05"))).toEqual([]);
  });
  test("of goods under way is refused on the first day too late", () => {
    const sea = (entered: string) => bags(entered, "9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.28 - 0");
    expect(told(sea("2025-06-15"))).toEqual([]);
    expect(told(sea("2025-06-16"))).toEqual(["both refused-claim 4 9903.01.28 0.00", "both missing-heading 5 9903.01.25 -1000.00", "hindsight underpaid 2 - -1000.00"]);
    expect(told(sea("2025-05-27"))).toEqual(["then refused-claim 4 9903.01.28 0.00", "then missing-heading 5 9903.01.25 -1000.00"]);
  });
  test("that keeps no duty from being filed is a heading too many", () => {
    expect(told(bags("2025-06-20", "9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.32 - 0", "9903.01.25 - 1000"))).toEqual(["both extra-heading 4 9903.01.32 0.00"]);
  });
  test("that might be made is offered, and is no error", () => {
    const { findings, relief: found } = audit(filed("2025-09-10", [["9903.88.15 - 750", "9903.01.24 - 2000", "9903.01.25 - 1000", "6111.20.60.70 10000 810"]]));
    expect(findings).toEqual([]);
    expect(found.map((f) => [f.kind, f.error, f.code, f.range])).toEqual([["possible-relief", false, "9903.88.69", { min: "0.00", max: "750.00" }]]);
    expect(found[0]?.why).toContain("vvv(iv)(12)");
  });
});

describe("two clocks", () => {
  test("an exemption that reaches back makes the duty too much in hindsight, and right as then known", () => {
    expect(told(filed("2025-04-07", [["9903.01.24 - 2000", "9903.01.25 - 1000", "8471.30.01.00 10000 0"]]))).toEqual([
      "hindsight extra-heading 3 9903.01.25 1000.00",
      "hindsight missing-exemption-heading 4 9903.01.32 0.00",
      "hindsight overpaid 2 - 1000.00",
    ]);
    expect(told(filed("2025-04-07", [["9903.01.24 - 2000", "9903.01.32 - 0", "8471.30.01.00 10000 0"]]))).toEqual([
      "then refused-claim 3 9903.01.32 0.00",
      "then missing-heading 4 9903.01.25 -1000.00",
    ]);
  });
  test("a duty that was due as filed and is not owed is refundable, not wrong", () => {
    const found = audit(bags("2025-06-20", "9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.25 - 1000"));
    expect(found).toMatchObject({ net: 0, refundable: 300_000, checked: 1 });
    expect(audit(bags("2025-06-20", "9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.25 - 1000"), parseKnown("2025-12-01").at).refundable).toBe(0);
  });
});

describe("what cannot be decided", () => {
  test("is said with what would make it right, and is no error", () => {
    const [f, ...rest] = audit(filed("2025-09-10", [["9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.25 - 1000", "9403.20.00.50 10000 0"]])).findings;
    expect(rest).toEqual([]);
    // 50 less 10 points on the whole, if all of it were aluminum.
    expect(f).toMatchObject({ kind: "needs-facts", error: false, row: 5, difference: null, range: { min: "-4000.00", max: "0.00" } });
    expect(f?.message).toContain("right as filed if aluminum=0");
  });
  test("does not hide what is wrong whatever the facts are", () => {
    const found = told(filed("2025-09-10", [["9903.88.03 - 2500", "9903.01.24 - 1000", "9903.01.25 - 1000", "9403.20.00.50 10000 0"]]));
    expect(found).toContain("both needs-facts 5 9403.20.00.50 -");
    expect(found.some((f) => f.startsWith("both wrong-rate 3 9903.01.24"))).toBe(true);
  });
  test("a use of which no heading is filed is none, so that nothing is asked", () => {
    const laptop = (...above: string[]) => told(filed("2025-06-20", [[...above, "8471.30.01.00 10000 0"]]));
    expect(laptop("9903.01.24 - 2000", "9903.01.32 - 0")).toEqual([]);
    expect(laptop("9903.01.24 - 2000")).toEqual(["both missing-exemption-heading 3 9903.01.32 0.00"]);
    expect(laptop("9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.32 - 0")).toEqual(["both extra-heading 2 9903.88.03 2500.00", "hindsight overpaid 2 - 2500.00"]);
  });
  test("the baseline in place of the country's own rate is right for goods at sea, and no heading says that they were", () => {
    const [f, ...rest] = audit(bags("2025-04-20", "9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.25 - 1000")).findings;
    expect(rest).toEqual([]);
    // 125 less 10 points on 10,000.
    expect(f).toMatchObject({ kind: "needs-facts", error: false, row: 5, range: { min: "-11500.00", max: "0.00" } });
  });
  test("a line without an origin or a value is told, not judged", () => {
    expect(told(filed("2025-06-20", [["4202.92.31.31 10000 1760"]], { origin: "" }))).toEqual(["both needs-facts 2 4202.92.31.31 -"]);
    expect(told(filed("2025-06-20", [["4202.92.31.31 - 1760"]]))).toEqual(["both needs-facts 2 4202.92.31.31 -"]);
  });
  test("goods of another origin are left alone and counted", () => {
    const found = audit(filed("2025-06-20", [["4202.92.31.31 10000 1760"]], { origin: "VN" }));
    expect(found.findings).toEqual([]);
    expect(found.checked).toBe(0);
    expect([...found.unchecked.values()]).toEqual([1]);
  });
  test("a number that no tariff holds, and a line without one, are told", () => {
    expect(told(filed("2025-06-20", [["4202.92.99.99 10000 1760"]]))).toEqual(["both unknown-code 2 4202.92.99.99 -"]);
    expect(told(filed("2025-06-20", [["9903.88.03 - 2500"]]))).toEqual(["both unknown-code 2 - -"]);
    expect(told(bags("2025-06-20", "9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.25 - 1000", "9903.99.99 - 5"))).toEqual(["both unknown-code 5 9903.99.99 -"]);
  });
});

describe("an article by parts", () => {
  const chair = (metal: number, facts: Record<string, string> = {}) => {
    const rest = 10_000 - metal;
    const part = (v: number, ...own: string[]) => [`9903.88.03 - ${v * 0.25}`, `9903.01.24 - ${v * 0.2}`, ...own, `9403.20.00.50 ${v} 0`];
    return filed("2025-09-10", [part(rest, `9903.01.25 - ${rest * 0.1}`), part(metal, "9903.01.33 - 0", `9903.85.08 - ${metal * 0.5}`)], { facts });
  };
  test("takes its shares from the values of its lines where the report gives none", () => {
    expect(told(chair(4000))).toEqual([]);
    expect(told(chair(3333))).toEqual([]);
  });
  test("has the shares that the report gives, to a dollar", () => {
    expect(told(chair(4000, { aluminum: "40" }))).toEqual([]);
    expect(told(chair(3999, { aluminum: "40" }))).toEqual([]);
    // Two dollars from the metal to the rest: 50 less 10 points of 2.00.
    expect(told(chair(3998, { aluminum: "40" }))).toEqual(["both wrong-value-split 10 9403.20.00.50 -0.80", "hindsight underpaid 2 - -0.80"]);
  });
  test("lacks its metal line where it is filed as one", () => {
    const one = filed("2025-09-10", [["9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.25 - 1000", "9403.20.00.50 10000 0"]], { facts: { aluminum: "40" } });
    // 50 less 10 points on 4,000.
    expect(told(one)).toEqual(["both wrong-value-split 5 9403.20.00.50 -1600.00", "hindsight underpaid 2 - -1600.00"]);
  });
  test("of which nothing is said needs its share", () => {
    const [f] = audit(filed("2025-09-10", [["9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.25 - 1000", "9403.20.00.50 10000 0"]])).findings;
    expect(f).toMatchObject({ kind: "needs-facts", range: { min: "-4000.00", max: "0.00" } });
    expect(f?.message).toContain("aluminum=0");
  });
});
