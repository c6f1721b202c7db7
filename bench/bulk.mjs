// The book's own table: compiling, the kernel on one core and more, with components, as objects; beside them memory bandwidth and the interpreter.
import { availableParallelism } from "node:os";
import { breakdown, compileBook, ORIGINS, panel, tablesOf, totals, amounts } from "@truce/engine/book";
import { KernelThreads, sharedAmounts, sharedLines } from "../packages/node/dist/bulk/threads.js";

const DAY = 1440;
/** Lines at random over the whole tariff and all days from 2018 on: the same for the same seed. */
export function randomLines(book, count, seed = 1) {
  const lines = sharedLines(count);
  const places = book.kinds.leaves.filter((c) => !c.startsWith("98")).map((c) => book.place(c));
  const [first, last] = [Date.UTC(2018, 0, 2) / 60_000, Date.UTC(2026, 9, 10) / 60_000];
  const origins = ORIGINS[book.side].length;
  let state = seed;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
  for (let i = 0; i < count; i++) {
    lines.place[i] = places[Math.floor(next() * places.length)];
    lines.origin[i] = Math.floor(next() * origins);
    lines.minute[i] = first + Math.floor((next() * (last - first)) / DAY) * DAY + 1020;
    lines.cents[i] = 100 + Math.floor(next() * 5_000_000);
  }
  return lines;
}

const runs = async (count, run) => {
  const out = [];
  for (let i = 0; i <= count; i++) {
    const from = performance.now();
    await run();
    if (i > 0) out.push(performance.now() - from);
  }
  return out;
};
const rate = (lines, ms) => ms.map((t) => lines / t / 1000);

/** @param put takes what, unit, values, limit, atMost */
export async function benchBulk(put, desk, known) {
  const grounds = desk.grounds;
  put("compile a book, China to the United States", "ms", await runs(5, () => void tablesOf(filled(grounds, known, "us"))), 1000);
  put("compile a book, United States to China", "ms", await runs(5, () => void tablesOf(filled(grounds, known, "cn"))), 1000);
  let rows = 0;
  const counted = (side) => {
    const book = compileBook(grounds, known, side);
    for (const r of panel(book)) rows += 1 + book.cell(r.cell).parts.length;
  };
  put("panel: every line × origin × epoch, both sides", "ms", await runs(5, () => ((rows = 0), counted("us"), counted("cn"))), 2000);
  put("rows of that panel", "rows", [rows]);

  const book = filled(grounds, known, "us");
  const count = 10_000_000;
  const lines = randomLines(book, count);
  const tables = tablesOf(book);
  put("kinds of goods, epochs, cells of that book", "count", [book.kinds.classOfKind.length, book.edges.length, book.size]);
  put(
    "memory bandwidth: reading and writing 400 MB",
    "GB/s",
    (await runs(5, copy)).map((ms) => 0.8 / (ms / 1000)),
  );
  let sum;
  const one = await runs(7, () => void (sum = totals(tables, lines, 0, count)));
  put("kernel, totals, one core, 10 M lines", "M lines/s", rate(count, one), 60, false);
  const threads = await KernelThreads.open(tables, lines);
  let both;
  const more = await runs(7, async () => void (both = await threads.totals()));
  await threads.close();
  if (both.additional !== sum.additional || both.base !== sum.base) throw new Error("threads and one core differ");
  put(`kernel, totals, ${availableParallelism()} cores`, "M lines/s", rate(count, more));
  put(`kernel, ${availableParallelism()} cores over one`, "ratio", [median(one) / median(more)], 1.8, false);
  const part = 4_000_000;
  const out = sharedAmounts(part, tables.most);
  put("kernel, every component written, one core", "M lines/s", rate(part, await runs(5, () => amounts(tables, lines, 0, part, out))), 15, false);
  const few = 400_000;
  let kept = 0;
  const objects = await runs(5, () => {
    for (let i = 0; i < few; i++) kept += breakdown(book.cell(book.cellOf(lines.place[i], ORIGINS.us[lines.origin[i]], lines.minute[i], 0)), lines.cents[i], []).components.length;
  });
  put(
    "full cited breakdown as objects",
    "lines/s",
    objects.map((ms) => (few / ms) * 1000),
    200_000,
    false,
  );
  const codes = book.kinds.leaves.filter((c) => !c.startsWith("98"));
  const plain = await runs(5, () => {
    for (let i = 0; i < 20_000; i++)
      desk.answer({ code: codes[(i * 7919) % codes.length], from: "CN", on: new Date(lines.minute[i] * 60_000).toISOString().slice(0, 10), value: "10000", brief: true }, { known, now: known });
  });
  put(
    "the interpreter in a plain loop",
    "lines/s",
    plain.map((ms) => (20_000 / ms) * 1000),
  );
  put("kernel over interpreter", "ratio", [count / median(one) / (20_000 / median(plain))]);
  return { book, lines, tables, kept };
}
const filled = (grounds, known, side) => {
  const book = compileBook(grounds, known, side);
  for (const code of book.kinds.leaves) book.place(code);
  book.fill();
  return book;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const big = new Float64Array(25_000_000);
const to = new Float64Array(50_000_000);
const copy = () => {
  to.set(big, 0);
  to.set(big, 25_000_000);
};
