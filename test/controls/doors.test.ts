import { controlAnswer as controlShape, matchAnswer, screenAnswer, screenRequest } from "@truce/engine/controls/door-schema";
import { countryCode, MatchError, matchResponse, withParty } from "@truce/engine/controls";
import { matchGrounds } from "@truce/engine/controls/screen";
import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { screenGrounds, screenOf } from "../../packages/node/dist/screen/desk.js";
import { truce } from "../run.js";

const desks = new Desks(await openRegime());
const known = parseKnown("2026-10-10").at;
const { grounds } = screenGrounds(desks, known, {});
const moment = screenOf(desks, grounds, known, [], []).at(parseOn("2025-10-25", WASHINGTON).at);
interface Shape {
  readonly responses: Record<
    string,
    {
      total: { value: number };
      results: {
        id: string;
        caption: string;
        schema: string;
        datasets: string[];
        score: number;
        match: boolean;
        properties: Record<string, string[]>;
        explanations: Record<string, { detail: string }>;
      }[];
    }
  >;
  readonly warnings: string[];
  readonly limit: number;
}
const ask = (body: unknown, parameters = {}): Shape => matchResponse(body, parameters, matchGrounds(moment)) as Shape;
const company = (name: string, more = {}): unknown => ({ schema: "Company", properties: { name: [name], ...more } });

describe("match, in the shape of yente", () => {
  test("each key of the request has its answer, best first, with why", () => {
    const a = ask({
      queries: { a: company("Huawei Technologies", { country: ["cn"] }), b: { schema: "Person", properties: { firstName: ["Usama"], lastName: ["bin Ladin"] } }, c: company("Zebra Quux Honey Farm") },
    });
    expect(matchAnswer.safeParse(a).success).toBe(true);
    expect(Object.keys(a.responses)).toEqual(["a", "b", "c"]);
    expect([a.limit, a.responses["a"]?.results.length]).toEqual([5, 5]);
    const best = a.responses["a"]?.results[0];
    expect([best?.match, best?.score, best?.schema === "LegalEntity" || best?.schema === "Organization"]).toEqual([true, best?.score, true]);
    expect(best?.score).toBeGreaterThan(0.9);
    expect(Object.values(best?.explanations ?? {})[0]?.detail.length).toBeGreaterThan(5);
    expect([a.responses["b"]?.results[0]?.caption, a.responses["b"]?.results[0]?.datasets]).toEqual([expect.stringContaining("BIN LADIN, Usama"), ["us_ofac_sdn"]]);
    expect(a.responses["c"]?.results.filter((r) => r.match)).toEqual([]);
    expect(a.warnings.join()).toContain("us-csl-2022-04 is of 2022-04-21");
  });
  test("parameters of the client are kept", () => {
    const q = { queries: { q: company("Huawei Technologies") } };
    expect(ask(q, { limit: 2 }).responses["q"]?.results.length).toBe(2);
    expect(ask(q, { threshold: 0.999 }).responses["q"]?.results.every((r) => r.match === r.score >= 0.999)).toBe(true);
    expect(new Set(ask(q, { include_dataset: ["us_ofac_cmic"], limit: 20 }).responses["q"]?.results.map((r) => r.datasets[0]))).toEqual(new Set(["us_ofac_cmic"]));
    expect(ask(q, { exclude_dataset: ["us_bis_el"], limit: 50 }).responses["q"]?.results.some((r) => r.datasets[0] === "us_bis_el")).toBe(false);
    expect(ask(q, { topics: ["sanction"], limit: 50 }).responses["q"]?.results.every((r) => r.properties["topics"]?.includes("sanction") === true)).toBe(true);
    const first = ask(q).responses["q"]?.results[0]?.id as string;
    expect(ask(q, { exclude_entity_ids: [first] }).responses["q"]?.results.some((r) => r.id === first)).toBe(false);
    expect(ask({ ...q, weights: { name: 1 } }, { algorithm: "logic-v2" }).warnings.join()).toMatch(/weights are not used[\s\S]*truce's own, not logic-v2/);
  });
  test("Chinese finds what is listed in Chinese", () => expect(ask({ queries: { q: company("洛克希德·馬丁公司") } }).responses["q"]?.results[0]?.datasets).toEqual(["cn_mofcom_control"]));
  test("a listing that was stopped is not found", () => expect(ask({ queries: { q: company("Echodyne") } }).responses["q"]?.results.filter((r) => r.match)).toEqual([]));
  test.each([
    [[], "body"],
    [{}, "queries"],
    [{ queries: [] }, "queries"],
    [{ queries: { a: 1 } }, "queries.a"],
    [{ queries: { a: { schema: "Dragon", properties: {} } } }, "queries.a.schema"],
    [{ queries: { a: { schema: "Company", properties: { name: 5 } } } }, "queries.a.properties.name"],
    [{ queries: { a: { schema: "Company", properties: {} } } }, "queries.a.properties.name"],
    [{ queries: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [i, company("A")])) }, "queries"],
  ])("a body that is none says where (%#)", (body, field) => {
    try {
      ask(body);
      expect.unreachable();
    } catch (e) {
      expect(e).toBeInstanceOf(MatchError);
      expect((e as MatchError).field).toBe(field);
    }
  });
});

describe("schemas of the doors fit what the commands give", () => {
  test("control and screen", () => {
    const control: unknown = JSON.parse(truce(["control", "gallium", "--on", "2026-01-01", "--json"]).stdout);
    expect(controlShape.safeParse(control).error?.issues ?? []).toEqual([]);
    const screen: unknown = JSON.parse(truce(["screen", "Huawei", "--on", "2025-10-25", "--json"]).stdout);
    expect(screenAnswer.safeParse(screen).error?.issues ?? []).toEqual([]);
    expect(screenRequest.safeParse({ parties: [{ name: "A" }], owners: [{ owner: "A", owned: "B", percent: "60" }], on: "2025-10-25" }).success).toBe(true);
  });
});

describe("the goods and who receives them", () => {
  const of = (args: string[]): { verdict: string; by: { measure: string; verdict: string }[]; party: { verdict: string } } => JSON.parse(truce(["control", ...args, "--json"]).stdout);
  test("a party of China's control list gets no dual-use goods", () => {
    const a = of(["samarium", "--party", "Lockheed Martin", "--on", "2025-10-25"]);
    expect([a.verdict, a.by[0]?.measure, a.party.verdict]).toEqual(["prohibited", "list/CONTROL", "restricted"]);
  });
  test("one whose listing was stopped needs a licence like all others", () => expect(of(["samarium", "--party", "Echodyne", "--on", "2025-10-25"]).verdict).toBe("licence-required"));
  test("goods that may have no dual use leave it open", () => expect(of(["84713001", "--party", "Lockheed Martin", "--on", "2025-10-25"]).verdict).toBe("unsettled"));
  test("sent on from a third country, part II of No. 61 refuses", () => {
    const a = of(["dysprosium", "--from", "JP", "--to", "US", "--party", "Lockheed Martin", "--fact", "cn-origin=yes", "--on", "2025-10-20", "--known", "2025-10-25"]);
    expect([a.verdict, a.by[0]?.measure]).toEqual(["refused-in-principle", "cn/export/2025-61-50"]);
  });
  test("an answer past the horizon keeps its branches", () => {
    const a = { verdict: "beyond-horizon", by: [], items: [], why: "" } as unknown as Parameters<typeof withParty>[0];
    expect(
      withParty(
        a,
        { goods: "holmium", from: "CN", to: "US", facts: {} },
        { name: "X", verdict: "restricted", why: "", owned: false, listed: [{ list: "CONTROL", instruments: [], cites: [], means: "m" }] },
      ).verdict,
    ).toBe("beyond-horizon");
  });
});

test("countries by code and by name", () => {
  expect(["CN", "cn", "China", "People's Republic of China", "Russian Federation", "UK", "Germany", "South Korea", "Narnia", "XX", "DD"].map(countryCode)).toEqual([
    "CN",
    "CN",
    "CN",
    "CN",
    "RU",
    "GB",
    "DE",
    "KR",
    undefined,
    undefined,
    undefined,
  ]);
});
