/** How much of a heading is shown before the words of the code itself. */
const SHOWN = 44;

/**
 * The links of a line's text, with its heading's whole text in the place of the cut form, or before a chain that begins below it.
 * Without a heading the text's own links.
 * @example chain("Ships' derricks: Tower cranes", "Ships' derricks; cranes") //=> ["Ships' derricks; cranes", "Tower cranes"]
 */
export function chain(text: string, heading: string): string[] {
  const links = text.split(": ");
  if (heading === "") return links;
  const first = links[0] as string;
  if (heading.startsWith((first.endsWith("…") ? first.slice(0, -1) : first).slice(0, heading.length))) links[0] = heading;
  else links.unshift(heading);
  return links;
}

/**
 * A chain as a reader sees it: of a long heading the first words, cut at a word. A chain of one link is the line's own words, and stays whole.
 * @example shown(["Live horses", "Horses", "Other"]) //=> "Live horses: Horses: Other"
 */
export function shown([heading = "", ...rest]: readonly string[]): string {
  if (rest.length === 0 || heading.length <= SHOWN) return [heading, ...rest].join(": ");
  return [`${heading.slice(0, SHOWN).replace(/[\s,;:(]+\S*$/, "")}…`, ...rest].join(": ");
}
