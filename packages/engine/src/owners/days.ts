import { fromWall, type Instant, parseDay, WASHINGTON } from "../time/index.js";

/** The beginning of the day with which a date or an instant begins; undefined for text that names none. @example dayAt("2021-02-30") //=> undefined */
export function dayAt(text: string): Instant | undefined {
  try {
    return fromWall(`${parseDay(text.slice(0, 10))}T00:00`, WASHINGTON);
  } catch {
    return undefined;
  }
}
