// Short descriptions of tariff lines.

/**
 * Shorten a path of headings to at most `limit` characters, leaf last. The heading is cut first, then far parents go.
 * @example shortText(["Live horses:", "Horses:", "Other"]) //=> "Live horses: Horses: Other"
 */
export function shortText(parts, limit = 120) {
  const tidy = parts
    .map((p) =>
      p
        .replace(/\s+/g, " ")
        .replace(/[\s:]+$/, "")
        .trim(),
    )
    .filter(Boolean);
  const list = tidy.filter((p, i) => p !== tidy[i - 1] || /^other$/i.test(p));
  const join = () => list.join(": ");
  const cut = (s, n) => (s.length <= n ? s : `${s.slice(0, n - 1).replace(/[\s,;:(]+\S{0,12}$/, "")}…`);
  if (join().length <= limit) return join();
  if (list.length > 2 && list[1].startsWith(list[0].slice(0, 20))) list.shift();
  if (list.length > 1) list[0] = cut(list[0].split(/[;(]/)[0].trim(), 45);
  for (let i = 1; list.length > 2 && join().length > limit && i < list.length - 1; ) {
    if (/^other\b.{0,3}$/i.test(list[i])) list.splice(i, 1);
    else i++;
  }
  for (let i = 1; i < list.length - 1 && join().length > limit; i++) list[i] = cut(list[i], 40);
  while (list.length > 3 && join().length > limit) list.splice(1, 1);
  if (list.length === 3 && join().length > limit && list[2].length > 60) list.splice(1, 1);
  if (join().length <= limit) return join();
  const leaf = list.pop();
  const head = list.length ? `${join()}: ` : "";
  return head + cut(leaf, Math.max(30, limit - head.length));
}
