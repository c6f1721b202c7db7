import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Holding } from "@truce/engine/book";
import { dayIn, type Instant, WASHINGTON } from "@truce/engine/time";
import { type Desks, InputError, type Scenario } from "@truce/engine/desk";
import { Books, type Portfolio, SIDES } from "@truce/engine/portfolio";
import { clocksOf } from "./clocks.js";
import { openLines, type ReadOptions } from "../price/lines.js";

/** Kinds of goods and values that one outlook holds in memory. */
const MOST = 2_000_000;
const COUNTRIES = ["CN", "HK", "MO", "US"];

/**
 * Reads a file of lines for what they will owe. The day that a line gives is left aside: it is asked about as if it were entered again.
 * @throws InputError for a file that cannot be read, or of more different lines than are held
 */
export async function readPortfolio(file: string, desks: Desks, o: ReadOptions, scenarios: readonly Scenario[], since: Instant): Promise<Portfolio> {
  const scratch = mkdtempSync(join(tmpdir(), "truce-outlook-"));
  try {
    const lines = await openLines(file, scratch, desks, o);
    try {
      const view = lines.view(lines.source.sql);
      const [counted] = await lines.query(`SELECT count(*) AS rows, count(t_bad) AS bad FROM (${view})`);
      const found = await lines.connection.runAndReadAll(
        `SELECT t_code, t_side, t_origin, COALESCE(t_facts, '') AS facts, t_cents, CAST(count(*) AS INTEGER) AS n FROM (${view}) WHERE t_bad IS NULL GROUP BY ALL LIMIT ${MOST + 1}`,
      );
      if (found.currentRowCount > MOST)
        throw new InputError(
          "too-many-lines",
          `${file} has more than ${MOST} different lines`,
          "add its lines up by code and origin first: an outlook asks what goods will owe, not what entries did",
          file,
        );
      const books = new Books(desks, o.known, scenarios, since);
      const holdings: Holding[][] = SIDES.map(() => []);
      let refused = Number(counted?.["bad"] ?? 0);
      const [codes, sides, origins, facts, cents, counts] = found.getColumnsJS() as [number[], number[], number[], string[], number[], number[]];
      for (let i = 0; i < codes.length; i++) {
        const side = sides[i] as number;
        const h = books.holding(codes[i] as number, side, facts[i] as string);
        if ("refused" in h) refused += counts[i] as number;
        else (holdings[side] as Holding[]).push({ ...h, origin: COUNTRIES[origins[i] as number] ?? "another country", cents: cents[i] as number, lines: counts[i] as number });
      }
      const rules = desks.regime.law.refunds.refunds;
      const clocks = rules === null || !lines.mapping.fields.has("on") ? [] : await clocksOf(lines.query, view, rules, dayIn(since, WASHINGTON));
      return { file, clocks, rows: Number(counted?.["rows"] ?? 0), rejected: refused, notes: lines.notes, books, holdings };
    } finally {
      lines.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
