/** A name as SQL writes it. @example name('a "b"') //=> '"a ""b"""' */
export declare const name: (plain: string) => string;
/** A text as SQL writes it. */
export declare const text: (plain: string) => string;
/** A path of a file to read: nothing in it is a pattern. */
export declare const path: (file: string) => string;
