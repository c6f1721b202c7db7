import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown } from "@truce/engine/time";
import { Book, tablesOf, totals, ORIGINS } from "@truce/engine/book";
const regime = await openRegime(); const known = parseKnown("2026-10-10").at; const desk = new Desks(regime).desk(known, []);
const side="us", N=10_000_000; const book = new Book(desk.grounds, known, side);
const ids = regime.goods.schedule(side).leaves("").filter(c=>!c.startsWith("98")).map(c=>book.place(c)); const T=tablesOf(book);
console.log("records",T.sums.records.length/16,T.sums.law.constructor.name,T.sums.law.length,T.sums.bases.length);
const place=new Int32Array(new SharedArrayBuffer(N*4)),origin=new Uint8Array(new SharedArrayBuffer(N)),minute=new Int32Array(new SharedArrayBuffer(N*4)),cents=new Float64Array(new SharedArrayBuffer(N*8));
const a0=Date.UTC(2018,0,2)/60000,b0=Date.UTC(2026,9,10)/60000;
for(let i=0;i<N;i++){place[i]=ids[Math.random()*ids.length|0];origin[i]=Math.random()*3|0;minute[i]=a0+Math.random()*(b0-a0);cents[i]=Math.floor(Math.random()*1e7);}
const {origins:O}=T;
let best=1e9; for(let k=0;k<6;k++){const t=performance.now(); totals(T,{place,origin,minute,cents},0,N);best=Math.min(best,performance.now()-t);} console.log("totals", (N/best/1000).toFixed(1));
