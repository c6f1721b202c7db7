const NONE: readonly string[] = [];
const read = new Map<string, readonly string[]>();

/**
 * The chapter 99 headings that a question claims: one, or several with commas between.
 * @example claimedIn(new Map([["claim", "9903.88.69,9903.01.32"]])) //=> ["9903.88.69", "9903.01.32"]
 */
export function claimedIn(facts: ReadonlyMap<string, string>): readonly string[] {
  const text = facts.get("claim");
  if (text === undefined) return NONE;
  let claims = read.get(text);
  if (claims === undefined) {
    if (read.size > 1_000) read.clear();
    read.set(text, (claims = [...new Set(text.split(",").map((h) => h.trim()))]));
  }
  return claims;
}
