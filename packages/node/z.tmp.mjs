import { DuckDBInstance } from '@duckdb/node-api'; import { readFileSync } from 'node:fs';
const c = await (await DuckDBInstance.create(':memory:')).connect();
await c.run(`CREATE VIEW rates AS SELECT * FROM read_parquet('/tmp/zz/rates.parquet'); CREATE VIEW entries AS SELECT * FROM read_parquet('/tmp/zz/entries.parquet')`);
await c.run(`CREATE TABLE priced AS ${readFileSync("/work/main/docs/sql/price.sql","utf8")}`);
console.log((await c.runAndReadAll(`select a.row_id, a.base, b.base, e.cents, e.code from priced a join read_parquet('/tmp/zz/spark.parquet/*.parquet') b using (row_id) join entries e using(row_id) where a.base is distinct from b.base limit 5`)).getRowsJson());
console.log((await c.runAndReadAll(`select * from rates where code='7404003020' and component='base' limit 5`)).getRowsJson().map(r=>r.join(' ')));
