// The book in a worker of a browser: the same modules that Node loads, as they stand.
import { compileBook, tablesOf, totals } from "/packages/engine/dist/book/index.js";
import { Goods, Pack } from "/packages/engine/dist/goods/index.js";
import { fold } from "/packages/engine/dist/law/index.js";
import { linesFor } from "/test/browser-lines.js";

const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
// The packs are served unpacked: which inflater a page takes is its own choice.
const asItIs = (b) => b;

self.onmessage = async ({ data: { known, count } }) => {
  try {
    const law = new Pack(await bytes("/law.pack"), asItIs).json("law");
    const goods = new Goods(await bytes("/goods.pack"), asItIs);
    const regime = fold(law.instruments, known);
    const book = compileBook({ regime, said: () => ({ regime, statements: [] }), goods, horizon: law.horizon, first: law.first }, known, "us");
    book.fill();
    const lines = linesFor(book, count);
    const sum = totals(tablesOf(book), lines, 0, count);
    self.postMessage({ shared: typeof SharedArrayBuffer !== "undefined", sum: JSON.parse(JSON.stringify(sum, (_k, v) => (typeof v === "bigint" ? String(v) : v))) });
  } catch (e) {
    self.postMessage({ error: String(e.stack ?? e) });
  }
};
