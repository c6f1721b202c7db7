import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown } from "@truce/engine/time";
import { compileBook } from "@truce/engine/book";
import { averages, weigh } from "@truce/engine/outlook";
let t=performance.now(); const T=(n)=>{console.log(n,(performance.now()-t).toFixed(0)); t=performance.now();};
const regime = await openRegime(); const known = parseKnown("2026-10-10").at; const desks = new Desks(regime);
for (const side of ["us","cn"]) {
  const book=compileBook({...desks.desk(known,[]).grounds,horizon:"2299-12-30"},known,side); T("book"); book.fill(); T("fill");
  for (const id of side==="us"?["us-imports-2024",undefined]:["cn-imports-2017",undefined]) {
    const w=weigh(book,id&&regime.goods.weights.get(id)); T("weigh");
    const s=averages(book,w,side==="us"?"CN":"US"); T("avg "+s.length);
    console.log(side,id,Number(w.unmatched)/Number(w.total),Number(w.spread)/Number(w.total));
    for(const x of s) if (process.argv[2]||x.day<"2018-12"||/2019-06|2019-09|2020-02|2025-04-1|2025-05-1|2025-09|2025-11-10|2026-02|2026-07-24|2026-11-10/.test(x.day)) console.log(x.day,x.percent,x.percentMin,x.percentMax,x.additional,x.ordinaryInferred?"inf":"","cov",x.covered,"open",x.open,"norate",x.withoutRate);
  }
}
