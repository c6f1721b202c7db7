/** A name as SQL writes it. @example name('a "b"') //=> '"a ""b"""' */
export const name = (plain) => `"${plain.replaceAll('"', '""')}"`;
/** A text as SQL writes it. */
export const text = (plain) => `'${plain.replaceAll("'", "''")}'`;
/** A path of a file to read: nothing in it is a pattern. */
export const path = (file) => text(file.replace(/[[*?]/g, (c) => `[${c}]`));
//# sourceMappingURL=sql.js.map