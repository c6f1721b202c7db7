import type { Act, Instrument } from "./types.js";

/** A rule of the regime that its files break: the rule's number, the place, and what to do. */
export class LawError extends Error {
  readonly file: string;
  readonly line: number;
  constructor(
    readonly rule: string,
    readonly instrument: Instrument,
    readonly act: Act | undefined,
    readonly what: string,
  ) {
    super(`${instrument.file}:${act?.line ?? 1}: ${rule} ${what}`);
    this.file = instrument.file;
    this.line = act?.line ?? 1;
  }
}
