/** Thrown for a file that is not the list that it should be. The door adds the file's name. */
export class ListError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
