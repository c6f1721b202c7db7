/** Share of a word's letters that may be wrong, and how many at most. */
const SHARE = 0.34;
const MOST = 2;
const SHORTEST = 5;

/**
 * The words of a vocabulary that are spelt most nearly like one: all at the least distance, none where that is over a third of its letters.
 * Among equals those with the same first letter are meant. Two letters that changed places are one mistake. A word under five letters has no near ones.
 * @example nearestWords("magent", ["magnet", "agent"]) //=> ["magnet"]
 */
export function nearestWords(word: string, vocabulary: Iterable<string>): string[] {
  if (word.length < SHORTEST) return [];
  let least = Math.min(MOST, Math.floor(word.length * SHARE));
  let found: string[] = [];
  for (const other of vocabulary) {
    if (Math.abs(other.length - word.length) > least || other.length < SHORTEST - 1) continue;
    const d = distance(word, other, least);
    if (d > least) continue;
    if (d < least) found = [];
    least = d;
    found.push(other);
  }
  const alike = found.filter((w) => w[0] === word[0]);
  return alike.length > 0 ? alike : found;
}

/** Edits between two words (a letter more, less, other, or two swapped); anything over `most` counts as `most + 1`. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let d = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, (before[j - 2] as number) + 1);
      row.push(d);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
