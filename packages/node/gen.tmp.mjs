import { DuckDBInstance } from '@duckdb/node-api'; import { openGoods } from '/work/main/packages/node/dist/pack/open.js'; import { readFileSync } from 'node:fs';
const g=openGoods(readFileSync('/work/main/build/goods.pack')); const codes=g.schedule('us').leaves('').filter(c=>!c.startsWith('98'));
const inst = await DuckDBInstance.create(':memory:', {threads:'2'}); const c = await inst.connect();
await c.run('create table codes(i integer, code varchar)'); const a=await c.createAppender('codes'); codes.forEach((x,i)=>{a.appendInteger(i);a.appendVarchar(x);a.endRow();}); a.closeSync();
const N=Number(process.argv[2]??10000000);
await c.run(`create table t as select code as hts, (['CN','CN','CN','HK','MO'])[1+(h%5)::int] as origin, date '2018-01-02' + (h//5 % 3200)::int as entry_date, ((h//16000 % 5000000)/100.0)::decimal(12,2) as entered_value, 'S' || (h%997) as sku from (select hash(r.i)//4 as h, (hash(r.i*7)%${codes.length})::int as k from range(${N}) r(i)) join codes on codes.i=k`);
await c.run(`copy t to '/tmp/duck/big.parquet' (format parquet, compression zstd)`); await c.run(`copy t to '/tmp/duck/big.csv' (header)`);
