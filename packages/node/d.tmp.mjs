import { DuckDBInstance } from '@duckdb/node-api';
const inst = await DuckDBInstance.create(':memory:', {threads:'2'});
const c = await inst.connect();
const q = async s => { try { const r = await c.runAndReadAll(s); return JSON.stringify(r.getRowObjectsJson()).slice(0,300);} catch(e){ return 'ERR '+e.message.slice(0,200);} };
console.log(await q("select extension_name, loaded, installed from duckdb_extensions() where loaded"));
console.log(await q("select epoch_ms(TRY_CAST('2025-10-25T12:00:00-04:00' AS TIMESTAMPTZ)) x, try_strptime('5-Mar-2025', ['%Y-%m-%d','%m/%d/%Y','%d-%b-%Y']) y"));
let t=performance.now();
await c.run("copy (select (1000000000+i%9000000)::VARCHAR code, (date '2018-01-02' + (i%3000)::INT)::VARCHAR d, ((i*7)%1000000/100.0)::DECIMAL(12,2) v from range(5000000) r(i)) to '/tmp/duck/in.csv' (header)");
console.log('csv', performance.now()-t);
for (const sel of ["count(*)", "max(rn) from (select row_number() over () rn, * ", "max(k) from (select row_number() over () k, CAST(replace(code,'.','') AS BIGINT)+length(code)*10000000000 cc, try_strptime(d, ['%Y-%m-%d','%m/%d/%Y']) dd, regexp_replace(v,'[$, ]','','g') vv"]) {
 t=performance.now(); console.log(await q(`select ${sel} from read_csv('/tmp/duck/in.csv', all_varchar=true)${sel.includes('(select')?')':''}`), sel.slice(0,40), performance.now()-t); }
