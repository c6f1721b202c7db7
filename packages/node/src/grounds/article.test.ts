import { parseKnown } from "@truce/engine/time";
import { beforeAll, expect, test } from "vitest";
import { showPage } from "../cli/pages/show.js";
import type { ArticleResult } from "@truce/engine/answers/article";
import { showId } from "@truce/engine/answers/show-id";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "./open.js";

let desks: Desks;
beforeAll(async () => void (desks = new Desks(await openRegime())));
const read = (known: string): ArticleResult => {
  const at = parseKnown(known).at;
  return showId(desks, "article/2025-10-25", { on: at, known: at, now: at, supposed: [] }) as ArticleResult;
};
const claim = (r: ArticleResult, id: string) => r.claims.find((c) => c.id === id) as ArticleResult["claims"][number];

test("the 35 claims are counted by verdict", () => {
  const r = read("2026-10-10");
  expect(r.claims).toHaveLength(35);
  expect(r.counts.map((c) => `${c.claims} ${c.verdict}`)).toEqual(["13 correct", "12 imprecise", "1 wrong", "1 self-contradiction", "3 opinion-or-forecast", "3 not-verifiable", "2 out-of-scope"]);
  expect(showPage(r).indexOf("imprecise")).toBeLessThan(showPage(r).indexOf("c01"));
});

test.each([
  ["c22", 0, "+55 points", "owed 25 points"],
  ["c22", 1, "+37.5 points", "owed 7.5 points"],
  ["c22", 2, "+30 points", "owed 0 points"],
  ["c20", 1, "+54 points", "+20 points"],
  ["c20", 2, "+154 points", "+120 points"],
  ["c15", 0, "+47.5 points", "+47.5 points"],
  ["c23", 0, "10 % (24 of 34 points suspended), to 2025-11-10", "to 2026-11-10"],
  ["c13", 0, "1 document: cn/soybean-freeze-2025", "bi/kuala-lumpur-arrangement"],
  ["c29", 0, "cn/mofcom-2025-61", "cn/mot-2025-54"],
] as const)("claim %s, question %i: then %j, with hindsight %j", (id, n, then, hindsight) => {
  const answer = claim(read("2026-10-10"), id).answers[n];
  expect(answer?.then).toContain(then);
  expect(answer?.hindsight).toContain(hindsight);
});

test("read on its own day it has no hindsight and names no later document", () => {
  const r = read("2025-10-25");
  expect(r.claims.every((c) => c.later === undefined && c.answers.every((a) => a.hindsight === null))).toBe(true);
  expect(JSON.stringify(r.claims.map((c) => c.cites))).not.toContain("kuala-lumpur-arrangement");
  for (const word of ["Busan on 30", "2026", "eo-14358"]) expect(JSON.stringify(r.claims)).not.toContain(word);
});

test("read on its own day it prints nothing, no command either, that names what was announced later", () => {
  const known = parseKnown("2025-10-25").at;
  const { instruments } = desks.regime.law;
  const heard = new Set(instruments.flatMap((i) => [...(i.announced <= known ? [i.id, ...i.cites] : []), ...i.acts.flatMap((a) => (a.announced <= known ? (a.cites ?? []) : []))]));
  const later = instruments.flatMap((i) => [i.id, ...i.cites, ...i.acts.flatMap((a) => a.cites ?? [])]).filter((name) => !heard.has(name) && name.length > 5);
  const { claims } = read("2025-10-25");
  const page = JSON.stringify(claims);
  for (const name of new Set(later)) expect(page.includes(name), name).toBe(false);
});

test("before its day it is not known", () => expect(() => read("2025-10-24")).toThrow("article/2025-10-25 is not known by 2025-10-24T23:59:00Z"));

test("every question that a claim asks can be answered", () => {
  for (const c of read("2026-10-10").claims) for (const a of c.answers) expect(a.then, `${c.id}: ${a.ask}`).not.toMatch(/there is no command|^no document|beyond the horizon/);
});
