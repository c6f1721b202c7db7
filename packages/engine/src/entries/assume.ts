import type { FiledEntry } from "../entry/index.js";
import { InputError } from "../desk/index.js";
import { BadCell, typeCell, wordCell } from "./cells.js";
import { IMPORTER, LIQUIDATION, PROTEST, YES_NO } from "./words.js";

type Change = Partial<{ -readonly [K in keyof FiledEntry]: FiledEntry[K] }>;
const READ: Readonly<Record<string, (text: string, e: FiledEntry) => Change>> = {
  entry_type: (t, e) => (e.type === undefined ? { type: typeCell(t) } : {}),
  importer_type: (t, e) => (e.importerType === undefined ? { importerType: wordCell(t, IMPORTER) } : {}),
  liquidation_status: (t, e) => (e.liquidation.status === undefined ? { liquidation: { ...e.liquidation, status: wordCell(t, LIQUIDATION) } } : {}),
  reconciliation: (t, e) => (e.reconciliation === undefined ? { reconciliation: wordCell(t, YES_NO) } : {}),
  reconciled: (t, e) => (e.reconciled === undefined ? { reconciled: wordCell(t, YES_NO) } : {}),
  protest: (t, e) => (e.protest === undefined ? { protest: wordCell(t, PROTEST) } : {}),
  drawback: (t, e) => (e.drawback === undefined ? { drawback: wordCell(t, YES_NO) } : {}),
  adcvd: (t, e) => (e.antidumping === undefined ? { antidumping: wordCell(t, YES_NO) } : {}),
};

/**
 * Gives all entries of which the file says nothing what the user says of them with --fact NAME=VALUE, such as drawback=no. What the file says stays.
 * @throws InputError for a fact that is not one of an entry, or a value that is not one of the fact
 */
export function assume(entries: readonly FiledEntry[], facts: readonly string[]): FiledEntry[] {
  const named = facts.map((f) => {
    const at = f.indexOf("=");
    const name = f.slice(0, Math.max(0, at)).trim().replaceAll("-", "_");
    const read = READ[name];
    if (read === undefined) throw new InputError("bad-fact", `"${f.slice(0, 60)}" is not a fact of an entry`, `write NAME=VALUE with one of: ${Object.keys(READ).join(", ")}`, "--fact");
    return { name, read, value: f.slice(at + 1).trim() };
  });
  try {
    for (const n of named) n.read(n.value, BARE);
    return entries.map((e) => named.reduce((now, n) => ({ ...now, ...n.read(n.value, now) }), e));
  } catch (e) {
    if (!(e instanceof BadCell)) throw e;
    throw new InputError("bad-fact", e.message, e.hint, "--fact");
  }
}

/** An entry of which nothing is known, so that a value is checked though no entry needs it. */
const BARE: FiledEntry = {
  number: "",
  type: undefined,
  entered: "",
  importer: undefined,
  importerType: undefined,
  mode: undefined,
  liquidation: { status: undefined, date: undefined },
  reconciliation: undefined,
  reconciled: undefined,
  protest: undefined,
  drawback: undefined,
  antidumping: undefined,
  lines: [],
  fees: [],
};
