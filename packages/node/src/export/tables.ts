import type { DuckDBConnection } from "@duckdb/node-api";
import { type Instrument, timeline } from "@truce/engine/law";
import type { Instant } from "@truce/engine/time";
import type { Desks } from "@truce/engine/desk";

type Cell = string | number | null;

/** Makes a temporary table of texts and whole numbers. */
async function plainTable(connection: DuckDBConnection, table: string, columns: Readonly<Record<string, "VARCHAR" | "INTEGER" | "BIGINT">>, rows: Iterable<readonly Cell[]>): Promise<number> {
  await connection.run(
    `CREATE TEMP TABLE ${table} (${Object.entries(columns)
      .map(([n, t]) => `"${n}" ${t}`)
      .join(", ")})`,
  );
  const a = await connection.createAppender(table);
  let count = 0;
  const types = Object.values(columns);
  for (const row of rows) {
    row.forEach((v, i) => {
      if (v === null || v === "") a.appendNull();
      else if (types[i] === "INTEGER") a.appendInteger(v as number);
      else if (types[i] === "BIGINT") a.appendBigInt(BigInt(v));
      else a.appendVarchar(String(v));
    });
    a.endRow();
    count++;
  }
  a.closeSync();
  return count;
}

/** The documents as known, and those supposed: one row each. */
export function instrumentsTable(connection: DuckDBConnection, desks: Desks, known: Instant, supposed: readonly Instrument[]): Promise<number> {
  const { items } = timeline(desks.regimeAt(known, supposed), { on: known, known, horizon: desks.regime.law.horizon }, {});
  return plainTable(
    connection,
    "instruments",
    {
      id: "VARCHAR",
      kind: "VARCHAR",
      standing: "VARCHAR",
      issuer: "VARCHAR",
      title: "VARCHAR",
      announced: "VARCHAR",
      effective: "VARCHAR",
      expires: "VARCHAR",
      measures: "VARCHAR",
      acts: "INTEGER",
      cites: "VARCHAR",
      sources: "VARCHAR",
      confidence: "VARCHAR",
      conflicts: "VARCHAR",
    },
    items.map((i) => [
      i.id,
      i.kind,
      i.standing,
      i.issuer,
      i.title,
      i.announced,
      i.effective.join(" "),
      i.expires,
      [...new Set(i.acts.flatMap((a) => a.measures))].join(" "),
      i.acts.length,
      i.cites.join("; "),
      i.sources.map((s) => `${s.publisher}: ${s.title}${s.date === undefined ? "" : ` (${s.date})`}`).join("; "),
      i.confidence,
      i.conflicts.map((c) => c.about).join("; "),
    ]),
  );
}

/** The lists of goods row by row, and the lines of both tariffs with their rates by edition. */
export function goodsTable(connection: DuckDBConnection, desks: Desks): Promise<number> {
  const { goods } = desks.regime;
  function* rows(): Generator<readonly Cell[]> {
    for (const id of goods.listIds) {
      const list = goods.list(id);
      for (const { code, row: r } of list.all())
        yield [code, id, r.out ? "out" : "in", r.heading ?? null, r.percent ?? null, r.from ?? null, r.until ?? null, r.fact ?? null, r.text ?? null, r.trust ?? list.info.trust, null];
    }
    for (const side of ["us", "cn"] as const) {
      const schedule = goods.schedule(side);
      for (const leaf of schedule.leaves(""))
        for (const r of schedule.rows(leaf))
          yield [leaf, side === "us" ? "us/hts" : "cn/mfn", "line", null, null, r.from, r.until ?? null, null, schedule.text(leaf), null, r.rate(side === "us" ? "general" : "percent")];
    }
  }
  return plainTable(
    connection,
    "goods",
    {
      code: "VARCHAR",
      list: "VARCHAR",
      is: "VARCHAR",
      heading: "VARCHAR",
      percent_ppm: "BIGINT",
      from: "VARCHAR",
      until: "VARCHAR",
      fact: "VARCHAR",
      text: "VARCHAR",
      trust: "VARCHAR",
      rate: "VARCHAR",
    },
    rows(),
  );
}
