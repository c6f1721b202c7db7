import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown } from "@truce/engine/time";
import { Book } from "@truce/engine/book";
const regime = await openRegime();
const known = parseKnown("2026-10-10").at;
const desk = new Desks(regime).desk(known, []);
for (let i=0;i<4;i++) { const book = new Book(desk.grounds, known, "us"); book.fill(); }
