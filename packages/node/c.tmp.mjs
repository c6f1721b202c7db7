import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown } from "@truce/engine/time";
import { Book } from "@truce/engine/book";
const regime = await openRegime();
const known = parseKnown("2026-10-10").at;
const desk = new Desks(regime).desk(known, []);
for (const side of ["us","cn","us","cn"]) {
  let t=performance.now();
  const book = new Book(desk.grounds, known, side);
  console.log(side, "new", performance.now()-t); t=performance.now();
  const tb=book.fill(); console.log("fill", performance.now()-t, tb.length, "cells", book.size, "judged", book.findings.judged, "kinds", book.kinds.size);
}
