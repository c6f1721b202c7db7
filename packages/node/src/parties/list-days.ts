import { parseDay } from "@truce/engine/time";
import { ListError } from "@truce/engine/owners";

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** Days of listing lie between these years; others are slips of the pen, of which official files have some. */
const [FIRST, LAST] = [1940, 2120];

/**
 * A day as the lists write it: YYYY-MM-DD, with or without a time after it, or MM/DD/YYYY; undefined for what is none.
 * @example dayOf("10/07/2022") //=> "2022-10-07"
 */
export function dayOf(text: string): string | undefined {
  const word = text.trim();
  const slashed = SLASHED.exec(word);
  const iso = slashed === null ? word.slice(0, 10) : `${slashed[3]}-${slashed[1]?.padStart(2, "0")}-${slashed[2]?.padStart(2, "0")}`;
  try {
    const year = Number(iso.slice(0, 4));
    return year < FIRST || year > LAST ? undefined : parseDay(iso);
  } catch {
    return undefined;
  }
}

/** The day after, which is the first day without where the last day is given. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Days of a file, with those that are none counted. */
export class Days {
  wrong = 0;
  first: string | undefined;
  read(text: string): string {
    if (text.trim() === "") return "";
    const day = dayOf(text);
    if (day === undefined) {
      this.wrong++;
      this.first ??= text.trim().slice(0, 40);
    }
    return day ?? "";
  }
  /** @throws ListError where most days are none: the file is not what it seems */
  said(all: number): string[] {
    if (this.wrong > Math.max(10, all / 2)) throw new ListError("bad-date", `${this.wrong} days cannot be read, the first is "${this.first}"`, "days are YYYY-MM-DD or MM/DD/YYYY");
    return this.wrong === 0 ? [] : [`${this.wrong} days cannot be read and are left out, the first is "${this.first}"`];
  }
}
