import { InputError } from "@truce/engine/desk";
import type { Kind } from "./source.js";

/** A service that failed, or a disk that is full: the program ends with 3. */
export class MachineError extends Error {}

/** What DuckDB's complaint means for the one who gave the file; anything else is passed on. @param reading the kind of file that was being read */
export function explain(e: unknown, file: string, out: string | undefined, reading?: Kind): unknown {
  if (e instanceof InputError || e instanceof MachineError || !(e instanceof Error)) return e;
  const m = e.message;
  const first = m.split("\n")[0]?.slice(0, 200) ?? m;
  if (/No space left|ENOSPC|could not write|failed to write|Could not write/i.test(m)) return new MachineError(`the disk is full: ${out ?? "the result"} was not written, and nothing is left of it`);
  if (/Permission denied|Read-only file system|EACCES/i.test(m))
    return new InputError("no-permission", `${out ?? file} cannot be written or read: ${first}`, "look at its permissions", out === undefined ? "FILE" : "-o");
  if (/Out of Memory|could not allocate|failed to (pin|offload)/i.test(m)) return new MachineError(`not enough memory or room for temporary files: ${first}; --memory gives more`);
  if (/magic bytes|too small to be a Parquet|Parquet|thrift|TProtocol/i.test(m)) return new InputError("bad-parquet", `${file} is no whole Parquet file: ${first}`, "write it again", file);
  if (/Maximum line size|max_line_size/i.test(m)) return new InputError("too-long", `a line of ${file} is longer than is read: ${first}`, "look for a quote that is not closed", file);
  if (/Invalid unicode|invalid UTF-?8|not utf-8 encoded/i.test(m)) return new InputError("bad-encoding", `${file} is UTF-8 at its beginning and something else later`, "save it as UTF-8 text", file);
  if (/sniffing|CSV Error|Error when|value .* not found|JSON|malformed/i.test(m))
    return new InputError("bad-file", `${file} cannot be read as a table: ${first}`, "export it again as CSV, Parquet, XLSX or JSON lines", file);
  // Bytes that are bent come to as many complaints as there are kinds of them.
  if (reading === "parquet" && /^\w[\w ]* Error: /.test(m)) return new InputError("bad-parquet", `${file} is no whole Parquet file: ${first}`, "write it again", file);
  return e;
}
