import { openRegime } from "./dist/grounds/open.js"; import { Desks } from "./dist/grounds/desk.js"; import { parseKnown } from "@truce/engine/time"; import { PricedFile, scenariosOf } from "./dist/price/index.js";
import { summaryOf } from "./dist/price/summary-of.js";
const orig = (await import("@duckdb/node-api")).DuckDBConnection.prototype; for (const m of ["run","runAndReadAll"]) { const f=orig[m]; orig[m]=async function(s,...r){ const t=performance.now(); const x=await f.call(this,s,...r); const d=performance.now()-t; if(d>15) console.log("@"+(t|0),d.toFixed(0), String(s).slice(0,90)); return x; }; }
const known=parseKnown("2026-10-10").at; const desks=new Desks(await openRegime());
const scenarios=await scenariosOf(process.argv.slice(5), desks.regime, known);
const wide=process.argv[4]==="wide";
let t=performance.now(); const lap=n=>{console.log(n,(performance.now()-t).toFixed(0)); t=performance.now();};
const p=await PricedFile.open(process.argv[2], desks, {columns:[],defaults:{now:known},known,scenarios,memory:"1GB",keep:wide}, process.argv[3], ()=>{});
lap("open"); console.log("combos", p.books.combinations.length, "order", p.books.order.length);
await p.write(wide?"wide":"long", process.argv[3], ()=>{}); lap("write");
await summaryOf(p, desks, known, {top:20, written:[], tables:false}); lap("summary");
console.log("rss", (process.memoryUsage().rss/1e6).toFixed(0), "peak", process.resourceUsage().maxRSS/1000);
for (const q of ["SELECT count(t_bad) FROM t_view","SELECT max(t_line) FROM t_view","SELECT max(t_line) FROM t_view","CREATE TEMP TABLE zz AS SELECT * FROM t_view", "SELECT max(truce_sum(t_line,0,0,t_cents)) FROM t_rows WHERE t_line>=0","SELECT max(truce_base(t_line,0,t_cents,COALESCE(t_quantity,''))) FROM t_rows WHERE t_line>=0","SELECT max(truce_base(t_line,0,t_cents,'')) FROM t_rows WHERE t_line>=0","SELECT max(m_0_3) FROM t_rows JOIN t_wide ON n=t_line", p.sql("wide").replace(/^SELECT/,"CREATE TEMP TABLE yy AS SELECT")]) { const t=performance.now(); await p.connection.run(q); console.log((performance.now()-t).toFixed(0), q.slice(0,80)); }
p.close();
