import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown, parseOn, toUtc, instant, WASHINGTON, BEIJING } from "@truce/engine/time";
import { Book, priceLine } from "@truce/engine/book";
import { showCents, showPercent } from "@truce/engine/duty";
const regime = await openRegime();
const known = parseKnown(process.argv[2] ?? "2026-10-10").at;
const N = Number(process.argv[3] ?? 20000);
const desk = new Desks(regime).desk(known, []);
let seed=Number(process.argv[4]??1); const rnd=()=>{seed=(seed*1664525+1013904223)>>>0; return seed/4294967296;}; const pick=a=>a[Math.floor(rnd()*a.length)];
for (const side of ["us","cn"]) {
  let t=performance.now();
  const book = new Book(desk.grounds, known, side);
  console.log(side,"new book", performance.now()-t, "edges", book.edges.length);
  if(process.argv[5]) book.fill();
  const leaves = regime.goods.schedule(side).leaves("");
  const codes = [...leaves, ...new Set(leaves.map(c=>c.slice(0,8))), ...new Set(leaves.map(c=>c.slice(0,6)))];
  const zone = side==="us"?WASHINGTON:BEIJING;
  const factsOf = () => { const f={}; if (rnd()<0.5) return f; 
    const add=(k,v)=>{ if(rnd()<0.25) f[k]=v; };
    add("steel", pick(["0","100","37.5","12"])); add("aluminum", pick(["0","20","60"])); add("copper",pick(["0","1","20"])); add("metal-weight", pick(["0","10","15","100"])); add("loaded", pick(["2025-02-01","2025-04-04","2025-04-08","2026-02-23"])); add("mode", pick(["ocean","air"])); add("melt", pick(["US","CN","RU"])); add("smelt",pick(["US","RU","CN"])); add("cast",pick(["US","RU"]));
    add("use", pick(["auto-part","not-auto-part","civil-aircraft","donation","none","truck-part"])); add("claim", pick(["9903.88.69","9903.88.70","9903.01.32"])); add("us-content", pick(["10","30","100"])); add("trq", pick(["in","out"])); add("exported","2025-03-01");
    add("chapter-98", pick(["9802.00.60","9802.00.80","9801.00.10"])); add("dutiable", pick(["0","40"])); if(side==="us"){ const r=rnd(); if(r<0.1) f["entered-bond"]=pick(["2018-09-01","2025-03-01"]); else if(r<0.2) f["withdrawn"]="2025-05-01"; else if (r<0.3){ f["zone-admitted"]=pick(["2025-03-01","2025-08-15"]); if(rnd()<0.7) f["zone-status"]=pick(["privileged","non-privileged"]); } }
    add("program", pick(["A","KR","B"]));
    if (Number(f.steel??0)+Number(f.aluminum??0)+Number(f.copper??0)>100) delete f.steel;
    return f; };
  let bad=0, errs=0, settled=0, needs=0, beyond=0; const qs=[];
  for (let i=0;i<N;i++) { const m = Math.floor((Date.UTC(2017,11,28)+rnd()*(Date.UTC(2027,6,1)-Date.UTC(2017,11,28)))/60000);
    const day = new Date(m*60000).toISOString().slice(0,10);
    qs.push({code:pick(codes), from: side==="us"?pick(["CN","CN","HK","MO"]):"US", to: side==="us"?"US":"CN", on: rnd()<0.5?day:toUtc(instant(m)), value: String(Math.floor(rnd()*1e7)/100), facts: factsOf(), brief:true}); }
  t=performance.now(); const ours = qs.map(q=>{ try { const p=book.place(q.code); const c=book.circumstance(q.facts); const cell=book.cell(book.cellOf(p,q.from,parseOn(q.on,zone).at,c)); return {cell, pr: priceLine(cell, Math.round(Number(q.value)*100), [], "cents")}; } catch(e){ return {error:e}; } }); const tb=performance.now()-t;
  t=performance.now(); const theirs = qs.map(q=>{ try { return desk.answer(q,{known,now:known}); } catch(e){ return {error:e}; } }); const ti=performance.now()-t;
  for (let i=0;i<N;i++) { const a=ours[i], b=theirs[i];
    if (a.error||b.error) { errs++; if ((a.error?.code)!==(b.error?.code)) { if(!(b.error && a.cell?.outcome==="not-covered")) { bad++; if(bad<8) console.log("ERR", qs[i], a.error?.message ?? a.cell.outcome, "|", b.error?.message ?? b.outcome); } } continue; }
    const parts = a.cell.parts.map((p,k)=>`${p.measure} ${p.heading} ${showPercent(p.percent)} ${showCents(a.pr.parts[k].amount)} ${p.owed} ${p.collected} ${p.refundable} ${p.kind}`).join(";");
    const comps = b.components.map(c=>`${c.measure} ${c.heading} ${c.percent} ${c.amount} ${c.owed} ${c.collected} ${c.refundable} ${c.kind}`).join(";");
    const base = a.pr.base===undefined?null:showCents(a.pr.base), add=a.pr.additional===undefined?null:showCents(a.pr.additional);
    const r1 = a.cell.outcome==="needs-facts"? `${showPercent(a.cell.min)} ${a.cell.max===undefined?null:showPercent(a.cell.max)} ${a.cell.missing.map(m=>m.fact)}`:""; const r2=b.range?`${b.range.percentMin} ${b.range.percentMax} ${b.missing.map(m=>m.fact)}`:"";
    if(b.outcome==="settled") settled++; else if(b.outcome==="needs-facts") needs++; else if (b.outcome==="beyond-horizon") beyond++;
    if (a.cell.outcome!==b.outcome || parts!==comps || base!==b.amount.base || add!==b.amount.additional || r1!==r2) { bad++; if(bad<8) console.log(JSON.stringify(qs[i]),"\n  ours", a.cell.outcome, base, add, parts, r1, "\n  theirs", b.outcome, b.amount.base, b.amount.additional, comps, r2); }
  }
  console.log(side, {N, bad, errs, settled, needs, beyond, tb, ti, cells: book.size, judged: book.findings?.judged, kinds: book.kinds.size});
}
