import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseInstant, parseKnown } from "@truce/engine/time";
import { type Item, localDay, timeline } from "@truce/engine/law";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { root } from "./house/tree.js";

/* When each document acts and ends, beside the facts from which the regime was written. The facts are no part of this tree. */
const file = join(root, "../shared/facts/law/instruments.yaml");
const there = existsSync(file);
interface Fact {
  readonly id: string;
  readonly effective?: readonly { readonly at: string }[];
  readonly expires?: string;
}

/** Where we differ on purpose, each with its reason. */
const EFFECTIVE: Readonly<Record<string, string>> = {
  "us/s301-list-4b": "the day on which it was to begin; it was suspended before, so the facts give none",
  "us/s301-exclusions-178": "the facts give no start of the exclusions and of what prolonged them",
  "us/s301-maritime": "the later steps of the fee count too",
  "cn/mot-2025-54": "the later steps of the fee count too",
  "us/eo-14256": "the later step for parcels by post, of EO 14298, counts too",
  "us/learning-resources-v-trump": "that customs stopped charging is the act of CSMS 67834313",
  "us/eo-14289": "the change of ranks of 4 June 2025, told beside it, counts too",
  "us/eo-14389": "that customs stopped charging is the act of CSMS 67834313, as the facts say themselves",
  "us/proc-10976-wood": "the rise of 1 January 2026 that it announced counts too",
  "cn/uel-ecl-april-2025": "the facts give no start of the listings and their suspensions",
  "cn/uel-2025-10-09": "the facts give no start of the listing",
  "cn/mofcom-2026-06-22": "the facts give no start of the listing",
  "cn/mofcom-2026-08-05": "the facts give no start of the listing",
};
const EXPIRES: Readonly<Record<string, string>> = {
  "us/proc-10896-10895-metals-25": "the relief of metal of the United States ends with the duty, on 6 April 2026; the facts give no end",
  "us/s301-maritime-suspension": "the first instant without it is midnight; 23:59 is from letters of trade groups",
  "us/bis-affiliates-stay": "the facts give the last day; the first instant without it is midnight after",
  "bi/truce-extension-2027-01-10": "the end that both sides said; the facts give none as it is no law",
};

const given = (text: string): string => /^\S+/.exec(text)?.[0] ?? "";
/** Is an instant the one that the facts give, or on the day that they give? */
const same = (id: string, fact: string, ours: string): boolean => {
  const at = parseInstant(ours);
  return given(fact).length > 10 ? Date.parse(given(fact)) === Date.parse(ours) : localDay(id, at) === given(fact);
};

async function compared(): Promise<{ facts: readonly Fact[]; effective: string[]; expires: string[] }> {
  const desks = new Desks(await openRegime());
  const { horizon } = desks.regime.law;
  const known = parseKnown(horizon).at;
  const items = new Map<string, Item>(timeline(desks.regimeAt(known, []), { on: known, known, horizon }, {}).items.map((i) => [i.id, i]));
  const facts = parseAllDocuments(readFileSync(file, "utf8"), { schema: "failsafe" }).flatMap((d) => (d.toJS()?.id === undefined ? [] : [d.toJS() as Fact]));
  const differ = facts.map(({ id, effective = [], expires = "null" }) => {
    const own = items.get(id);
    const starts = own !== undefined && own.effective.length === effective.length && effective.every((e, n) => same(id, e.at, own.effective[n] as string));
    const end = own !== undefined && (own.expires === null ? expires === "null" : expires !== "null" && same(id, expires, own.expires));
    return { id, starts, end };
  });
  return { facts, effective: differ.filter((d) => !d.starts).map((d) => d.id), expires: differ.filter((d) => !d.end).map((d) => d.id) };
}

describe.skipIf(!there)("dates of the documents beside the facts", () => {
  test("each differs only where there is a reason", async () => {
    const { facts, effective, expires } = await compared();
    expect(facts).toHaveLength(116);
    expect(effective.sort()).toEqual(Object.keys(EFFECTIVE).sort());
    expect(expires.sort()).toEqual(Object.keys(EXPIRES).sort());
  });
});
test.skipIf(there)("the facts are not beside this tree: dates are not compared with them", () => undefined);
