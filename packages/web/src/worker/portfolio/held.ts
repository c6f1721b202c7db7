import { InputError } from "@truce/engine/desk";
import type { LineStore } from "./line-store.js";
import type { Pricing } from "./pricing.js";

/** The file that the worker holds: its lines, and what they owe under the last law that was asked for. */
interface Held {
  readonly id: number;
  readonly key: string;
  readonly store: LineStore;
  pricing: Pricing | undefined;
  /** The last order of its lines that was asked for. */
  order: { readonly key: string; readonly lines: Uint32Array } | undefined;
}
let held: Held | undefined;
let last = 0;

/** Keeps a file's lines in place of those before. @param key what they were read by */
export function keep(key: string, store: LineStore): Held {
  held = { id: ++last, key, store, pricing: undefined, order: undefined };
  return held;
}
export const heldBy = (key: string): Held | undefined => (held?.key === key ? held : undefined);

/** @throws InputError where the page dropped it meanwhile */
export function heldFile(id: number): Held & { readonly pricing: Pricing } {
  if (held?.id !== id || held.pricing === undefined) throw new InputError("no-file", "this file is no longer held", "drop it again", "portfolio");
  return held as Held & { readonly pricing: Pricing };
}
/** The lines of a file that is held; undefined where another took its place. */
export const heldStore = (id: number | undefined): LineStore | undefined => (id !== undefined && held?.id === id ? held.store : undefined);
