/** A name as SQL writes it. @example name('a "b"') //=> '"a ""b"""' */
export const name = (plain: string): string => `"${plain.replaceAll('"', '""')}"`;
/** A text as SQL writes it. */
export const text = (plain: string): string => `'${plain.replaceAll("'", "''")}'`;
/** A path of a file to read: nothing in it is a pattern. */
export const path = (file: string): string => text(file.replace(/[[*?]/g, (c) => `[${c}]`));
