import { createReadStream, statSync } from "node:fs";
import { InputError } from "@truce/engine/desk";

const MAX_LINE = 1_000_000;

/** One line of a batch; `long` where it was longer than is read, and is then cut. */
export interface Line {
  readonly text: string;
  readonly number: number;
  readonly long: boolean;
}

/** Lines of a file or of standard input, one at a time, in bounded memory however long the file or a line is. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const stat = file === "-" ? undefined : statSync(file, { throwIfNoEntry: false });
  if (file !== "-" && (stat === undefined || stat.isDirectory())) throw new InputError("no-file", `${file} is not a file`, "name a file of JSON lines, or - for standard input", "--batch");
  const stream = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 });
  const parts: Buffer[] = [];
  let held = 0;
  let long = false;
  let number = 0;
  const keep = (bytes: Buffer): void => {
    if (held + bytes.length > MAX_LINE) long = true;
    else {
      parts.push(bytes);
      held += bytes.length;
    }
  };
  const take = (): Line => {
    const line = {
      text: Buffer.concat(parts)
        .toString("utf8")
        .replace(/^\uFEFF/, "")
        .trim(),
      number: ++number,
      long,
    };
    parts.length = 0;
    held = 0;
    long = false;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let at = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, at)) {
      keep(chunk.subarray(at, end));
      at = end + 1;
      yield take();
    }
    if (at < chunk.length) keep(Buffer.from(chunk.subarray(at)));
  }
  if (held > 0 || long) yield take();
}
