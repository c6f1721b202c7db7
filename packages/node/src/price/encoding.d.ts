export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";
/** What a text is, found by reading all of it. */
export interface TextShape {
  readonly encoding: Encoding;
  /** Line ends of more than one kind, which DuckDB refuses. */
  readonly mixed: boolean;
}
/** @throws InputError for a name that is not read */
export declare function encodingNamed(name: string): Encoding;
/** The chunks of a file, each in the same memory: keep nothing of them. */
export declare function chunksOf(file: string): Generator<Buffer>;
/**
 * Reads a text through once: its encoding, and whether its lines end in one way.
 * @throws InputError for NUL bytes, which no table has
 */
export declare function shapeOf(file: string, given: string, said: Encoding | undefined): TextShape;
/** Writes a text again as UTF-8 with plain line ends. */
export declare function rewrite(file: string, to: string, encoding: Encoding): Promise<void>;
