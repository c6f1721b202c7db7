import type { Book, Lines } from "@truce/engine/book";
/** Lines at random over the tariff and the days, the same wherever they are made. */
export function linesFor(book: Book, count: number): Lines;
