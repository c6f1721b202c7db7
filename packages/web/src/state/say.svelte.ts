import { place } from "./place.svelte.js";

/** Words of the interface in both languages, by name. */
export type Words<K extends string = string> = Readonly<Record<"en" | "zh", Readonly<Record<K, string>>>>;

/**
 * A function that says words in the reader's language; `{0}`, `{1}` … stand for what is put in.
 * @example const say = sayer({ en: { left: "{0} days left" }, zh: { left: "还剩 {0} 天" } }); say("left", 3)
 */
export const sayer =
  <K extends string>(words: Words<K>) =>
  (key: K, ...parts: readonly (string | number)[]): string =>
    words[place.language][key].replace(/\{(\d)\}/g, (_, n: string) => String(parts[Number(n)] ?? ""));

/** An amount as the reader's language groups it; the text keeps its decimals. */
export const grouped = (amount: string): string => amount.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ","));

/** A day as it is written in the address: UTC instants as the day of Washington or Beijing are for the engine to say. */
export const day = (instant: string): string => instant.slice(0, 10);
