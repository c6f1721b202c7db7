import { type DuckDBConnection, type DuckDBDataChunk, DuckDBScalarFunction, type DuckDBType, type DuckDBVector, DOUBLE, INTEGER, TINYINT, VARCHAR } from "@duckdb/node-api";
import type { Cell } from "@truce/engine/book";
import { partOf } from "@truce/engine/duty";
import { baseCents, basisCents, type Books, type Combination, OPEN, partCents, sumCents } from "@truce/engine/portfolio";
import { AmountRows, amountsType } from "./decimal-columns.js";
import { ASK, NO_RATE, WideCells } from "./wide-cells.js";

/** A vector of numbers as DuckDB hands it over: a view of its memory. */
interface Numbers {
  readonly items: { [i: number]: number; readonly length: number };
}
const numbers = (chunk: DuckDBDataChunk, column: number): Numbers["items"] => (chunk.getColumnVector(column) as unknown as Numbers).items;
const out = (vector: DuckDBVector): { items: { [i: number]: number }; flush: () => void } => vector as unknown as { items: { [i: number]: number }; flush: () => void };

/** Where an amount lies in a wide row, in each scenario: ordinary duty, additional duty, both, and each measure. */
export const WIDE = { base: 0, additional: 1, duty: 2, measures: 3 } as const;

/** Makes the amounts of a wide row callable as `truce_wide(line, cents, quantity)`: all of them at once, NULL where one is open or not due. */
export function registerWide(connection: DuckDBConnection, books: Books, scenarios: number): void {
  const width = WIDE.measures + books.order.length;
  const wide = new WideCells(books.combinations, scenarios, new Map(books.order.map((m, k) => [m, WIDE.measures + k])));
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: "truce_wide",
      parameterTypes: [INTEGER, DOUBLE, VARCHAR],
      returnType: amountsType(width * scenarios),
      // Otherwise it would be called anew for each column.
      volatile: true,
      mainFunction: (info, chunk, vector) => {
        try {
          const [line, cents] = [numbers(chunk, 0), numbers(chunk, 1)];
          const quantity = chunk.getColumnVector(2);
          const rows = new AmountRows(vector, chunk.rowCount, width * scenarios);
          for (let i = 0, n = chunk.rowCount; i < n; i++)
            for (let s = 0; s < scenarios; s++) writeRow(wide, (line[i] as number) * scenarios + s, cents[i] as number, () => quantity.getItem(i) as string | null, rows, i, s * width);
          rows.flush();
        } catch (e) {
          books.thrown ??= e;
          info.setError((e as Error).message);
        }
      },
    }),
  );
}

/** One row of one scenario: its ordinary duty, additional duty, both, and each measure, at `at` and after. */
function writeRow(wide: WideCells, n: number, cents: number, quantity: () => string | null, rows: AmountRows, row: number, at: number): void {
  const rate = wide.baseRate[n] as number;
  const base = rate === NO_RATE ? OPEN : rate === ASK ? baseCents(wide.cell(n), cents, quantity) : partOf(partOf(cents, wide.baseShare[n] as number), rate);
  if (base !== OPEN) rows.put(row, at + WIDE.base, base);
  let sum = 0;
  let own = 0;
  for (let k = wide.starts[n] as number, end = wide.starts[n + 1] as number; k < end; k++) {
    own += wide.amount(k, cents);
    const column = wide.column[k] as number;
    if (k + 1 < end && wide.column[k + 1] === column) continue;
    rows.put(row, at + column, own);
    sum += own;
    own = 0;
  }
  if (wide.settled[n] === 0) return;
  rows.put(row, at + WIDE.additional, sum);
  if (base !== OPEN) rows.put(row, at + WIDE.duty, base + sum);
}

/** Makes the kernel's answers callable from SQL: one registration for all statements of a run. Amounts come as whole cents, OPEN where they are open. */
export function register(connection: DuckDBConnection, books: Books): void {
  const add = (name: string, parameterTypes: readonly DuckDBType[], returnType: DuckDBType, mainFunction: (chunk: DuckDBDataChunk, vector: DuckDBVector) => void, volatile = false): void =>
    connection.registerScalarFunction(
      DuckDBScalarFunction.create({
        name,
        parameterTypes,
        returnType,
        volatile,
        mainFunction: (info, chunk, vector) => {
          try {
            mainFunction(chunk, vector);
          } catch (e) {
            // DuckDB hands on the words alone.
            books.thrown ??= e;
            info.setError((e as Error).message);
          }
        },
      }),
    );

  // Volatile, so that a filter on the line does not ask for it a second time.
  add(
    "truce_line",
    [DOUBLE, INTEGER, TINYINT, TINYINT, VARCHAR],
    INTEGER,
    (chunk, vector) => {
      const [code, when, origin, side] = [numbers(chunk, 0), numbers(chunk, 1), numbers(chunk, 2), numbers(chunk, 3)];
      const facts = chunk.getColumnVector(4);
      const to = out(vector).items;
      for (let i = 0, n = chunk.rowCount; i < n; i++) to[i] = books.line(code[i] as number, when[i] as number, origin[i] as number, side[i] as number, (facts.getItem(i) as string | null) ?? "");
      books.looked += chunk.rowCount;
      out(vector).flush();
    },
    true,
  );
  add(
    "truce_plain",
    [DOUBLE, INTEGER, TINYINT, TINYINT],
    INTEGER,
    (chunk, vector) => {
      const [code, when, origin, side] = [numbers(chunk, 0), numbers(chunk, 1), numbers(chunk, 2), numbers(chunk, 3)];
      const to = out(vector).items;
      for (let i = 0, n = chunk.rowCount; i < n; i++) to[i] = books.line(code[i] as number, when[i] as number, origin[i] as number, side[i] as number, "");
      books.looked += chunk.rowCount;
      out(vector).flush();
    },
    true,
  );
  add("truce_place", [DOUBLE], DOUBLE, (chunk, vector) => {
    const sound = numbers(chunk, 0);
    const to = out(vector);
    for (let i = 0, n = chunk.rowCount; i < n; i++) to.items[i] = books.rowOf(sound[i] as number);
    to.flush();
  });
  // Adds a line to the tally, and gives 1.
  add(
    "truce_tally",
    [INTEGER, DOUBLE, VARCHAR],
    DOUBLE,
    (chunk, vector) => {
      const [line, cents] = [numbers(chunk, 0), numbers(chunk, 1)];
      const quantity = chunk.getColumnVector(2);
      const to = out(vector).items;
      const { combinations, tally } = books;
      for (let i = 0, n = chunk.rowCount; i < n; i++) {
        tally.add(combinations[line[i] as number] as Combination, cents[i] as number, () => quantity.getItem(i) as string | null);
        to[i] = 1;
      }
      out(vector).flush();
    },
    true,
  );
  // The cents of one part, a part's basis, or a sum, of a combination's cell in one scenario.
  const each = (of: (cell: Cell, part: number, cents: number) => number) => (chunk: DuckDBDataChunk, vector: DuckDBVector) => {
    const [line, scenario, part, cents] = [numbers(chunk, 0), numbers(chunk, 1), numbers(chunk, 2), numbers(chunk, 3)];
    const to = out(vector);
    const { combinations } = books;
    for (let i = 0, n = chunk.rowCount; i < n; i++) to.items[i] = of((combinations[line[i] as number] as Combination).cells[scenario[i] as number] as Cell, part[i] as number, cents[i] as number);
    to.flush();
  };
  const four = [INTEGER, INTEGER, INTEGER, DOUBLE];
  add("truce_amount", four, DOUBLE, each(partCents));
  add("truce_basis", four, DOUBLE, each(basisCents));
  add("truce_sum", four, DOUBLE, each(sumCents));
  add("truce_base", [INTEGER, INTEGER, DOUBLE, VARCHAR], DOUBLE, (chunk, vector) => {
    const [line, scenario, cents] = [numbers(chunk, 0), numbers(chunk, 1), numbers(chunk, 2)];
    const quantity = chunk.getColumnVector(3);
    const to = out(vector);
    const { combinations } = books;
    for (let i = 0, n = chunk.rowCount; i < n; i++)
      to.items[i] = baseCents((combinations[line[i] as number] as Combination).cells[scenario[i] as number] as Cell, cents[i] as number, () => quantity.getItem(i) as string | null);
    to.flush();
  });
}
