import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown } from "@truce/engine/time";
import { Book, tablesOf } from "@truce/engine/book";
const regime = await openRegime(); const known = parseKnown("2026-10-10").at; const desk = new Desks(regime).desk(known, []);
for (let i=0;i<3;i++) { let t=performance.now(); const book = new Book(desk.grounds, known, "us"); const a=performance.now()-t; t=performance.now(); book.fill(); const b=performance.now()-t; t=performance.now(); for (const c of book.kinds.leaves) book.place(c); const p=performance.now()-t; t=performance.now(); tablesOf(book); console.log({book:a,fill:b,places:p,tables:performance.now()-t, judged: book.findings.judged}); }
