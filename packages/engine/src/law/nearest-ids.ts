/** How many letters must change to make one text of the other, by the rows of Levenshtein's table. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] as number;
}

/**
 * The ids nearest to one that does not exist: those that hold it first, then those with the fewest letters to change, the longest common beginning first.
 * @example nearestIds("us/eo-14299", ids)[0] //=> "us/eo-14298"
 */
export function nearestIds(id: string, ids: readonly string[], count = 5): string[] {
  const asked = id.toLowerCase().slice(0, 80);
  const tail = asked.split("/").at(-1) ?? asked;
  const score = (other: string): number => distance(asked, other) - (tail.length > 2 && other.includes(tail) ? 100 : 0);
  const shared = (other: string): number => [...other].findIndex((c, i) => c !== asked[i]);
  return [...new Set(ids)]
    .map((other) => ({ other, n: score(other), start: shared(other) }))
    .sort((a, b) => a.n - b.n || b.start - a.start || (a.other < b.other ? -1 : 1))
    .slice(0, count)
    .map((x) => x.other);
}
