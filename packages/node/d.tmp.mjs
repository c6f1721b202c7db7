import { openRegime } from "./dist/grounds/open.js";
import { Desks } from "./dist/grounds/desk.js";
import { parseKnown, toUtc } from "@truce/engine/time";
import { Book } from "@truce/engine/book";
const regime = await openRegime();
const known = parseKnown("2026-10-10").at;
const desk = new Desks(regime).desk(known, []);
const book = new Book(desk.grounds, known, "us");
const k = book.kinds.kindOf(book.place("0406903900"));
console.log(k, book.kinds.placed(k));
console.log(regime.goods.schedule("us").rows("0406903900").map(r=>[r.from,r.until,r.rate("general")]), regime.goods.schedule("us").rows("04069039").map(r=>[r.from,r.until,r.rate("general")]), regime.goods.schedule("us").days.join(" "), regime.goods.schedule("us").info.first);
for (const e of book.baseEpochs) { console.log(toUtc(book.edges[e]), book.baseOf("0406903900", toUtc(book.edges[e]).slice(0,10))?.rate?.text,  book.baseOf(book.kinds.placed(k).leaves[0], toUtc(book.edges[e]).slice(0,10))?.rate?.text, book.baseOf("0406903900", toUtc(book.edges[e]).slice(0,10)).why); }
