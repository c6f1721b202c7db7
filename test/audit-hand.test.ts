import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endOfDayUtc, parseKnown } from "@truce/engine/time";
import { priceEntry } from "@truce/engine/entry";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { auditBook } from "../packages/node/dist/entries/audit-book.js";
import { readEntries } from "../packages/node/dist/entries/index.js";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";

/* Entries written by hand from the texts: the arithmetic stands in the YAML beside each. The book of the other test is made by the program that audits it; these are not. */
interface Case {
  readonly title: string;
  readonly because: string;
  readonly break: readonly {
    readonly what: string;
    readonly row: string;
    readonly set: Readonly<Record<string, string>>;
    readonly finds: { readonly kind: string; readonly row: string; readonly difference: string };
    /** Another finding of the same fault, which costs nothing by itself. */
    readonly names?: { readonly kind: string; readonly row: string };
  }[];
}
const folder = fileURLToPath(new URL("fixtures/entries/hand/", import.meta.url));
const names = readdirSync(folder)
  .filter((f) => f.endsWith(".csv"))
  .map((f) => f.replace(".csv", ""));
const caseOf = (name: string): Case => parse(readFileSync(join(folder, `${name}.yaml`), "utf8"), { schema: "failsafe" }) as Case;
const known = parseKnown("2026-10-10").at;
let desks: Desks;
let dir = "";
beforeAll(async () => {
  desks = new Desks(await openRegime());
  dir = mkdtempSync(join(tmpdir(), "truce-hand-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function findings(file: string) {
  const { entries, problems } = await readEntries(file, desks.regime.goods.facts.values());
  expect(problems).toEqual([]);
  const [audit] = auditBook(entries, desks, { known, now: known, supposed: [] });
  return (audit?.findings ?? []).filter((f) => !["overpaid", "underpaid"].includes(f.kind));
}
/** The text of a table with cells of one row changed; a field of the entry is changed in all of its rows. */
function changed(text: string, row: number, set: Readonly<Record<string, string>>): string {
  const [head, ...rows] = text
    .trimEnd()
    .split("\n")
    .map((l) => l.split(","));
  return [head, ...rows.map((r, i) => r.map((c, k) => ((i + 2 === row || head?.[k] === "mode") && set[head?.[k] ?? ""] !== undefined ? (set[head?.[k] ?? ""] as string) : c)))]
    .map((r) => r?.join(","))
    .join("\n");
}

test("there are twelve", () => expect(names.length).toBeGreaterThanOrEqual(12));

describe.each(names)("%s", (name) => {
  const c = caseOf(name);
  const text = readFileSync(join(folder, `${name}.csv`), "utf8");
  test(`${c.title}: filed right, and audited clean`, async () => expect(await findings(join(folder, `${name}.csv`))).toEqual([]));

  test("is priced to the same duty and fees", async () => {
    const { entries } = await readEntries(join(folder, `${name}.csv`), desks.regime.goods.facts.values());
    const [entry] = entries;
    if (entry === undefined) throw new Error("no entry");
    const at = endOfDayUtc(entry.entered);
    const priced = priceEntry(desks.desk(at, []), entry, { known: at, now: known });
    const duty = entry.lines.reduce((n, l) => n + l.tariffs.reduce((m, t) => m + (t.duty ?? 0), 0), 0);
    expect(priced.totals).toMatchObject({ duty, fees: entry.fees.reduce((n, f) => n + f.amount, 0) });
  });

  test.each(c.break.map((b) => [b.what, b] as const))("broken: %s", async (_, b) => {
    const file = join(dir, `${name}.csv`);
    writeFileSync(file, changed(text, Number(b.row), b.set));
    const found = (await findings(file)).filter((f) => f.error);
    expect(found.map((f) => ({ kind: f.kind, row: f.row, difference: f.difference }))).toContainEqual({ ...b.finds, row: Number(b.finds.row) });
    if (b.names !== undefined) expect(found.map((f) => ({ kind: f.kind, row: String(f.row) }))).toContainEqual(b.names);
  });
});
