// Days that a longer code of a list leaves open.

/**
 * Give every code a row for all the days on which a shorter code of the list holds.
 * Only the rows of the longest code are looked at, so days that they leave open are filled with the shorter code's rows.
 * @example closeGaps([{ code: "01" }, { code: "0101", until: "2026-01-01" }]) //=> adds 0101 from 2026-01-01
 */
export function closeGaps(rows) {
  const byCode = new Map();
  for (const r of rows) byCode.set(r.code, [...(byCode.get(r.code) ?? []), r]);
  const out = [...rows];
  for (const code of [...byCode.keys()].sort((a, b) => a.length - b.length)) {
    const own = byCode.get(code);
    const parent = [8, 6, 4, 2]
      .filter((n) => n < code.length)
      .map((n) => code.slice(0, n))
      .find((c) => byCode.has(c));
    if (!parent || own.some((r) => !r.from && !r.until)) continue;
    const edges = [...byCode.get(parent), ...own].flatMap((r) => [r.from || "", r.until || "9999"]);
    const days = [...new Set(["", ...edges, "9999"])].sort();
    for (let i = 0; i + 1 < days.length; i++) {
      const on = (r) => (r.from || "") <= days[i] && days[i] < (r.until || "9999");
      if (own.some(on)) continue;
      for (const p of byCode.get(parent).filter(on)) {
        const until = days[i + 1] === "9999" ? "" : days[i + 1];
        const last = out.findLast((r) => r.copyOf === p && r.code === code && r.until === days[i]);
        if (last) last.until = until;
        else out.push({ ...p, code, from: days[i], until, copyOf: p });
      }
    }
    byCode.set(
      code,
      out.filter((r) => r.code === code),
    );
  }
  return out.map(({ copyOf: _, ...r }) => r);
}
