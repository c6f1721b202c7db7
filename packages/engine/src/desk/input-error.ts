/** Thrown where what a person gave cannot be read; a program ends with 1. */
export class InputError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly where: string,
  ) {
    super(message);
  }
}
