/** Lines at random over the tariff and the days, the same wherever they are made. */
export function linesFor(book, count) {
  const places = book.kinds.leaves.filter((c) => !c.startsWith("98")).map((c) => book.place(c));
  const [first, last] = [Date.UTC(2018, 0, 2) / 60_000, Date.UTC(2026, 9, 10) / 60_000];
  const lines = { place: new Int32Array(count), origin: new Uint8Array(count), minute: new Int32Array(count), cents: new Float64Array(count) };
  let state = 7;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
  for (let i = 0; i < count; i++) {
    lines.place[i] = places[Math.floor(next() * places.length)];
    lines.origin[i] = Math.floor(next() * 3);
    lines.minute[i] = first + Math.floor(next() * (last - first));
    lines.cents[i] = 100 + Math.floor(next() * 5_000_000);
  }
  return lines;
}
