import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { ListError } from "@truce/engine/owners";

/** Bytes to which a file of a list may come, packed or not. */
export const MOST_BYTES = 200_000_000;

/**
 * The bytes of a list as UTF-8 without its mark; a gzip file is unpacked.
 * @throws ListError where it is no file, too large, packed otherwise, or no UTF-8 text
 */
export function readListFile(path: string): Buffer {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) throw new ListError("no-file", "it is not a file", "name the file that you loaded from the publisher");
  const most = `${MOST_BYTES / 1e6} MB`;
  if (stat.size > MOST_BYTES) throw new ListError("file-too-large", `it has ${Math.ceil(stat.size / 1e6)} MB, and ${most} are read`, "no list of parties is so large: look at what it is");
  let bytes = readFileSync(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
    } catch (e) {
      const large = (e as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
      throw large
        ? new ListError("file-too-large", `it unpacks to more than ${most}`, "no list of parties is so large: look at what it is")
        : new ListError("cut-in-half", "its gzip archive is broken or cut in half", "load the file again");
    }
  }
  const starts = (...of: number[]): boolean => of.every((b, i) => bytes[i] === b);
  if (starts(0x50, 0x4b)) throw new ListError("packed", "it is a ZIP archive or a workbook", "unpack it, or save the sheet as CSV, and import that");
  if (starts(0x25, 0x50, 0x44, 0x46)) throw new ListError("not-text", "it is a PDF, from which no list is read", "load the CSV, JSON or XML of the publisher");
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) throw new ListError("bad-encoding", "it is UTF-16", "save it as UTF-8");
  const body = starts(0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
  if (!isUtf8(body)) throw new ListError("bad-encoding", `it is not UTF-8: the first byte that is none is byte ${firstWrong(body) + 1}`, "save it as UTF-8");
  const zero = body.indexOf(0);
  if (zero >= 0) throw new ListError("not-text", `it holds a NUL byte at byte ${zero + 1}`, "load the file again");
  if (body.length === 0) throw new ListError("empty-list", "it is empty", "load the file again");
  return body;
}

/** Where the bytes stop being UTF-8. */
function firstWrong(bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // A character that is cut by the end counts as good so far.
    const good = [0, 1, 2, 3].some((back) => middle - back >= 0 && isUtf8(bytes.subarray(0, middle - back)));
    if (good) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low--;
  return low;
}
