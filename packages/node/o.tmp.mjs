import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown } from "@truce/engine/time";
import { compileBook, ahead } from "@truce/engine/book";
const regime = await openRegime();
const known = parseKnown("2026-10-01").at; const desks = new Desks(regime);
const names=[[],["truce-lapses"],["truce-extended"],["threat-100"],["forced-labor-struck-down"],["excess-capacity"]];
let t=performance.now(); const T=(n)=>{console.log(n,(performance.now()-t).toFixed(0)); t=performance.now();};
for (const n of names) {
  const sup=[...regime.law.scenarios].filter(s=>n.some(x=>s.id.endsWith(x)));
  const grounds={...desks.desk(known,sup).grounds, horizon:"2299-12-30"};
  const book=compileBook(grounds,known,"us",known); T("compile "+n+" "+book.edges.length);
  const leaves=book.kinds.leaves; const h=[];
  for(let i=0;i<50000;i++) h.push({place:book.place(leaves[(i*7)%leaves.length]),circumstance:0,origin:"CN",cents:100000+i,lines:1});
  T("holdings");
  const st=ahead(book,h,known); T("ahead "+st.length); if(n.length<2)console.log(st.slice(0,3).map(s=>[s.at,s.additional,s.openLines,s.openLeast,s.openMost]));
}
