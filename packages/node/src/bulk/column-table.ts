import { type DuckDBConnection, DuckDBTableFunction, type DuckDBType, DOUBLE, INTEGER } from "@duckdb/node-api";

/** Columns of numbers of one length: 32-bit integers, or doubles for what needs more. */
export type NumberColumns = Readonly<Record<string, Int32Array | Float64Array>>;
/** Rows that DuckDB takes at once. */
const CHUNK = 2048;

/**
 * Makes columns of numbers a table that SQL can read as `name()`, chunk by chunk, without a copy of the whole.
 * @example await columnTable(connection, "panel", { code: new Int32Array([1, 2]) }); // SELECT * FROM panel()
 */
export function columnTable(connection: DuckDBConnection, name: string, columns: NumberColumns): void {
  const names = Object.keys(columns);
  const arrays = names.map((n) => columns[n] as Int32Array | Float64Array);
  const count = arrays[0]?.length ?? 0;
  const type = (a: Int32Array | Float64Array): DuckDBType => (a instanceof Int32Array ? INTEGER : DOUBLE);
  connection.registerTableFunction(
    DuckDBTableFunction.create({
      name,
      bindFunction: (info) => {
        names.forEach((n, i) => info.addResultColumn(n, type(arrays[i] as Int32Array | Float64Array)));
        info.setCardinality(count, true);
      },
      initFunction: (info) => {
        info.setMaxThreads(1);
        info.setInitData({ at: 0 });
      },
      mainFunction: (info, chunk) => {
        const state = info.getInitData() as { at: number };
        const rows = Math.min(CHUNK, count - state.at);
        chunk.rowCount = rows;
        for (let c = 0; c < arrays.length; c++) {
          const vector = chunk.getColumnVector(c) as unknown as { items: Int32Array | Float64Array; flush: () => void };
          vector.items.set((arrays[c] as Int32Array).subarray(state.at, state.at + rows));
          vector.flush();
        }
        state.at += rows;
      },
    }),
  );
}
