import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown } from "@truce/engine/time";
import { Book, tablesOf, totals, amounts, ORIGINS, priceLine } from "@truce/engine/book";
const regime = await openRegime();
const known = parseKnown("2026-10-10").at;
const desk = new Desks(regime).desk(known, []);
const side = process.argv[2] ?? "us";
const N = Number(process.argv[3] ?? 10_000_000);
const book = new Book(desk.grounds, known, side);
const leaves = regime.goods.schedule(side).leaves("").filter(c=>!c.startsWith("98"));
const ids = leaves.map(c=>book.place(c));
let t=performance.now(); const T = tablesOf(book); console.log("tables", performance.now()-t, T.cells.length, T.most);
const lines={place:new Int32Array(N),origin:new Uint8Array(N),minute:new Int32Array(N),cents:new Float64Array(N)};
let seed=1; const rnd=()=>{seed=(seed*1664525+1013904223)>>>0; return seed/4294967296;};
const a=Date.UTC(2018,0,2)/60000,b=Date.UTC(2026,9,10)/60000;
for(let i=0;i<N;i++){lines.place[i]=ids[(rnd()*ids.length)|0];lines.origin[i]=(rnd()*ORIGINS[side].length)|0;lines.minute[i]=a+rnd()*(b-a);lines.cents[i]=Math.floor(rnd()*1e7);}
for(let k=0;k<6;k++){t=performance.now();const r=totals(T,lines,0,N);const dt=performance.now()-t;console.log("totals M/s",(N/dt/1000).toFixed(1),r.settled,r.additional);}
const M=Math.min(N,4_000_000); const out={cell:new Int32Array(M),base:new Float64Array(M),amounts:new Float64Array(M*T.most)};
for(let k=0;k<5;k++){t=performance.now();amounts(T,lines,0,M,out);const dt=performance.now()-t;console.log("amounts M/s",(M/dt/1000).toFixed(1));}
let bad=0; for(let i=0;i<200000;i++){const o=ORIGINS[side][lines.origin[i]];const c=book.cell(book.cellOf(lines.place[i],o,lines.minute[i],0)); const p=priceLine(c,lines.cents[i],[],"cents"); const c2=book.cell(out.cell[i]); if(c.outcome!==c2.outcome|| (p.base??-1)!==out.base[i]|| p.parts.some((x,k)=>x.amount!==out.amounts[i*T.most+k])) {bad++; if(bad<5) console.log(i,c.outcome,c2.outcome,p.base,out.base[i],p.parts)}} console.log("bad",bad);
