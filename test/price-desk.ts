import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseKnown } from "@truce/engine/time";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { PricedFile, type PriceOptions, scenariosOf } from "../packages/node/dist/price/index.js";

/* Files of lines, priced in this process or by the command as a user runs it. */
export const KNOWN = "2026-10-10";
export const main = fileURLToPath(new URL("../packages/node/dist/cli/main.js", import.meta.url));
export const desks = new Desks(await openRegime());
export const known = parseKnown(KNOWN).at;
export type Cells = Readonly<Record<string, string | null>>;

/** A folder of a test's own files. */
export class Folder {
  readonly dir = mkdtempSync(join(tmpdir(), "truce-price-test-"));
  at(name: string): string {
    return join(this.dir, name);
  }
  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }
  read(name: string): string {
    return readFileSync(this.at(name), "utf8");
  }
  get names(): string[] {
    return readdirSync(this.dir).sort();
  }
  clear(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

interface Asked {
  readonly columns?: readonly string[];
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  readonly suppose?: readonly string[];
  readonly layout?: "long" | "wide" | "lines";
  readonly encoding?: PriceOptions["encoding"];
}
export interface Answered {
  readonly rows: readonly Cells[];
  readonly rejects: readonly Cells[];
  readonly all: number;
  readonly notes: readonly string[];
}

/** Prices a file in this process. Cells come as text. */
export async function priced(file: string, asked: Asked = {}): Promise<Answered> {
  const options: PriceOptions = {
    columns: asked.columns ?? [],
    defaults: { on: asked.on, from: asked.from, to: asked.to, now: known },
    known,
    scenarios: await scenariosOf(asked.suppose ?? [], desks.regime, known),
    memory: "500MB",
    encoding: asked.encoding,
  };
  const p = await PricedFile.open(file, desks, options, undefined, () => undefined);
  try {
    const rows = async (sql: string): Promise<Cells[]> => (await p.connection.runAndReadAll(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${sql})`)).getRowObjectsJS() as Cells[];
    await p.prepare(asked.layout ?? "long");
    return { rows: await rows(p.sql(asked.layout ?? "long")), rejects: await rows(p.sql("rejects")), all: p.rows, notes: p.notes };
  } finally {
    p.close();
  }
}

/** The amounts of the components of each row, by their names. */
export function amounts(rows: readonly Cells[]): Record<string, string | null>[] {
  const out = new Map<string, Record<string, string | null>>();
  for (const r of rows) {
    const own = out.get(r["row"] as string) ?? {};
    own[r["component"] as string] = r["amount"] ?? null;
    out.set(r["row"] as string, own);
  }
  return [...out.values()];
}

/** Runs the command. */
export const truce = (args: readonly string[], input?: string | Uint8Array) =>
  spawnSync(process.execPath, [main, "price", ...args], { encoding: "utf8", maxBuffer: 1 << 28, ...(input === undefined ? {} : { input }) });

export const HEAD = "code,from,to,on,value,sku\n";
/** Bags in the middle of the truce: 17.6 % ordinary, 25 + 20 + 10 additional. */
export const BAGS = "4202.92.31.31,CN,US,2025-10-25,10000.00,A1\n";
export const OF_BAGS = { base: "1760.00", "us/s301/list-3": "2500.00", "us/fentanyl/cn": "2000.00", "us/reciprocal": "1000.00" };
