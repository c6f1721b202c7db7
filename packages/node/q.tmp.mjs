import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown } from "@truce/engine/time";
import { Book, panel } from "@truce/engine/book";
const regime = await openRegime();
const known = parseKnown("2026-10-10").at;
const desk = new Desks(regime).desk(known, []);
for (const s of ["us","cn"]) { let t=performance.now(); const book = new Book(desk.grounds, known, s); let n=0, rows=0; const open=new Set(); for (const r of panel(book)) { n++; const c=book.cell(r.cell); rows+=1+c.parts.length; if(c.outcome==="needs-facts") open.add(r.cell); }
console.log(s, n, rows, performance.now()-t, open.size); t=performance.now(); let k=0; for (const id of open) { if(k++>300) break; book.cell(id).max; } console.log("ranges of 300", performance.now()-t); }
