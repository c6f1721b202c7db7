/** Most items of a list, and letters of a text, that a short answer keeps. */
const [ITEMS, LETTERS] = [8, 600];
/** Parts of an answer that only a reader of all of it wants. */
const LONG = new Set(["because", "sources", "lists", "looked", "notLookedAt", "notCovered", "drawbackBecause", "acts", "chain"]);

/** An answer as a model reads it first: long lists are cut, with how many more there are, and the parts that few ask for are left out. `detail` gives all. */
export function short(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.length > LETTERS ? `${value.slice(0, LETTERS)}…` : value;
  if (Array.isArray(value)) {
    const kept = value.slice(0, ITEMS).map((v) => short(v, depth + 1));
    return value.length > ITEMS ? [...kept, `… ${value.length - ITEMS} more: ask with detail: true`] : kept;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([k, v]) => !(depth > 0 && LONG.has(k)) && !(Array.isArray(v) && v.length === 0))
      .map(([k, v]) => [k, short(v, depth + 1)]),
  );
}
