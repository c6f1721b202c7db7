import { type Info, parse } from "csv-parse/sync";
import { InputError } from "../desk/index.js";
import { PRICE_LIMITS } from "./limits.js";
import { worthOfHeader } from "./map-columns.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Bytes of a text in which its header is looked for, and so many rows of them. */
export const HEAD = 1 << 18;
const ROWS = 40;

/** The row of a text that names its columns. */
export interface Header {
  readonly delimiter: string;
  readonly cells: readonly string[];
  /** Lines before it. */
  readonly skip: number;
}

/**
 * The header of a text: the row of its beginning that names most of what is looked for, and the delimiter by which it does.
 * @param names what `--columns` maps, by which a header is known too
 * @throws InputError for an empty text, and one of too many columns
 */
export function headerOf(start: string, given: string, names: readonly string[], said?: string): Header {
  let best: Header | undefined;
  let most = -1;
  for (const delimiter of said === undefined ? DELIMITERS : [said]) {
    let lines = 0;
    for (const { record, info } of records(start, delimiter)) {
      // Where no row names anything the first one is the header, cut by the delimiter that cuts it most.
      const worth = worthOfHeader(record, names) * PRICE_LIMITS.columns + (lines === 0 ? Math.min(record.length, PRICE_LIMITS.columns - 1) : 0);
      if (worth > most) {
        most = worth;
        best = { delimiter, cells: record, skip: lines };
      }
      lines = info.lines;
    }
  }
  if (best === undefined) throw new InputError("empty-file", `${given} is empty`, "it needs a header and lines", given);
  if (best.cells.length > PRICE_LIMITS.columns) throw new InputError("too-wide", `${given} has more than ${PRICE_LIMITS.columns} columns`, "is the delimiter right? --delimiter names it", given);
  return best;
}

function records(start: string, delimiter: string): { record: string[]; info: Info }[] {
  const options = { delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, to: ROWS } as const;
  try {
    return parse(start, options) as unknown as { record: string[]; info: Info }[];
  } catch {
    // A quote that is not closed lies further down: the first line is enough.
    const first = start.slice(0, start.search(/\r|\n|$/));
    return first === "" ? [] : [{ record: first.split(delimiter), info: { lines: 1 } as Info }];
  }
}
