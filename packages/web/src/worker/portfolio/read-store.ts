import { type Desks, InputError } from "@truce/engine/desk";
import { factColumns } from "@truce/engine/entries";
import { DayOrder, type Defaults, LineReader, mapColumns, REASONS } from "@truce/engine/portfolio";
import type { Instant } from "@truce/engine/time";
import type { Run } from "../protocol.js";
import { csvLines } from "./csv-lines.js";
import { LineStore, type Named } from "./line-store.js";
import { parquetLines } from "./parquet-lines.js";
import { sheetLines } from "./sheet-lines.js";
import type { LineSource, Note } from "./source.js";

/** Rows in which the order of day and month is looked for before all of them are. */
const FIRST = 20_000;

/**
 * Reads a file of lines into numbers.
 * @param told which column is what, as pairs such as `code=HTS`
 * @throws InputError for a file that cannot be read, or has no column of codes or values
 */
export async function readStore(file: File, told: readonly string[], defaults: Defaults, known: Instant, desks: Desks, run: Run): Promise<LineStore> {
  if (file.size === 0) throw new InputError("empty-file", `${file.name} is empty`, "it needs a header and lines", file.name);
  const source = await open(file, told, run);
  const mapping = mapColumns(
    source.names.map((name) => ({ name, type: "VARCHAR" })),
    factColumns(desks.regime.goods, desks.regimeAt(known, [])),
    told,
  );
  const on = mapping.fields.get("on");
  const order = on === undefined ? undefined : await orderOf(source, source.names.indexOf(on.name), run);
  const notes: Note[] = [...source.notes];
  if (on === undefined && defaults.on === undefined) notes.push("no-day");
  if (!mapping.fields.has("from") && !mapping.fields.has("to") && defaults.from === undefined && defaults.to === undefined) notes.push("no-country");
  for (const n of ["", "2", "3"] as const) if (mapping.fields.has(`quantity${n}`) && !mapping.fields.has(`unit${n}`)) notes.push(`unit:${mapping.fields.get(`quantity${n}`)?.name ?? ""}`);
  if (order?.note !== undefined) notes.push(order.note);
  const reader = new LineReader(source.names, mapping, defaults, order?.dayFirst === true);
  const place = (f: "ref" | "entry" | "line" | "sku" | "supplier"): number => source.names.indexOf(mapping.fields.get(f)?.name ?? "\u0000");
  const [ref, entry, line, sku, supplier] = [place("ref"), place("entry"), place("line"), place("sku"), place("supplier")];
  const has: Readonly<Record<Named, boolean>> = { ref: ref >= 0 || entry >= 0, sku: sku >= 0, supplier: supplier >= 0 };
  const columns = Object.fromEntries([...mapping.fields, ...mapping.facts].map(([f, c]) => [f, c.name]));
  const store = new LineStore(file.name, columns, source.names, notes, (n) => has[n], mapping.facts.size > 0 || mapping.fields.has("facts"), mapping.fields.has("quantity"));
  await source.each(
    {
      line: (row, cells) => {
        const own = reader.read(cells);
        if (typeof own === "string") return store.reject({ row, field: own, reason: REASONS[own], given: reader.shown(cells, own) });
        const cell = (at: number): string => (at < 0 ? "" : (cells[at] ?? ""));
        store.add(row, own, (n) => (n === "sku" ? cell(sku) : n === "supplier" ? cell(supplier) : ref >= 0 ? cell(ref) : [cell(entry), cell(line)].filter((c) => c !== "").join("/")));
      },
      broken: (row, reason, given) => store.reject({ row, field: "row", reason, given }),
    },
    run,
  );
  return store;
}

/** The kind of a file, told by its first bytes. */
async function open(file: File, told: readonly string[], run: Run): Promise<LineSource> {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 8).arrayBuffer()));
  if (head.startsWith("PAR1")) return await parquetLines(file);
  if (head.startsWith("PK")) return await sheetLines(file, told);
  if (head.startsWith("\u001f\u008b")) throw new InputError("packed-file", `${file.name} is packed with gzip`, "unpack it first", file.name);
  if (head.startsWith("\u00d0\u00cf")) throw new InputError("bad-workbook", `${file.name} is a workbook of the old kind, or locked with a password`, "save it as XLSX or CSV", file.name);
  if (
    head
      .replace(/^\u00ef\u00bb\u00bf/, "")
      .trimStart()
      .startsWith("{")
  )
    throw new InputError("not-a-table", `${file.name} holds JSON`, "export it as CSV, XLSX or Parquet, or use the command line", file.name);
  return await csvLines(file, told, run);
}

/** Which number of a day comes first, where both are numbers: told by the column itself. */
async function orderOf(source: LineSource, at: number, run: Run): Promise<{ readonly dayFirst: boolean; readonly note?: Note } | undefined> {
  const look = async (most?: number): Promise<DayOrder> => {
    const order = new DayOrder();
    await source.each({ line: (_, cells) => order.see(cells[at] ?? ""), broken: () => undefined }, run, most);
    return order;
  };
  let o = await look(FIRST);
  if (o.either === 0) return undefined;
  // The beginning of a sorted file may hold one month alone.
  if (o.dayFirst === 0 || o.monthFirst === 0) o = await look();
  if (o.dayFirst > 0 && o.monthFirst === 0) return { dayFirst: true, note: "day-first" };
  if (o.dayFirst === 0 && o.monthFirst === 0) return { dayFirst: false, note: "day-either" };
  return o.dayFirst > 0 ? { dayFirst: false, note: "day-mixed" } : { dayFirst: false };
}
