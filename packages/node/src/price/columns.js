import { FACT_NAMES } from "@truce/engine/entries";
import { InputError } from "@truce/engine/desk";
import { NAMES } from "./column-names.js";
const plain = (name) => name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
/** Facts whose names mean something else in most files: only `fact:NAME` names their column. */
const SAID_ONLY = new Set(["entry", "mode"]);
const BY_NAME = new Map();
for (const [field, names] of Object.entries(NAMES))
    names.forEach((n, rank) => BY_NAME.has(plain(n)) || BY_NAME.set(plain(n), { field: field, rank }));
/**
 * Splits what `--columns` was given at its commas; one within quotes belongs to a name.
 * @example splitPairs('code=HTS,value="Value, USD"') //=> ["code=HTS", "value=Value, USD"]
 */
export const splitPairs = (given) => (given.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((pair) => pair.trim().replace(/^([^=]+)=\s*"(.*)"$/, "$1=$2"));
/** How many things a row would name as a header, the code and the value counted most. @param told names that `--columns` maps */
export function worthOfHeader(cells, told) {
    const mapped = new Set(told.map(plain));
    const found = new Set(cells.flatMap((c) => BY_NAME.get(plain(c))?.field ?? (mapped.has(plain(c)) ? plain(c) : [])));
    return found.size + (found.has("code") ? 2 : 0) + (found.has("value") ? 2 : 0);
}
/**
 * What the columns of a file hold, by their names or as `--columns` says.
 * @param told pairs such as `code=HTS`; a fact is named as `fact:steel=Steel share` or `steel=Steel share`
 * @throws InputError where a pair names no column or nothing that a column can hold, or the code or the value is not found
 */
export function mapColumns(columns, facts, told) {
    const byFact = new Map();
    for (const f of facts)
        for (const n of [...(SAID_ONLY.has(f.name) ? [] : [f.name]), `fact:${f.name}`, ...(FACT_NAMES[f.name] ?? [])])
            byFact.set(plain(n), f.name);
    const fields = new Map();
    const factColumns = new Map();
    const taken = new Set();
    for (const pair of told) {
        const at = pair.indexOf("=");
        const [what, name] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
        const column = columns.find((c) => c.name === name) ?? columns.find((c) => plain(c.name) === plain(name));
        if (at < 1 || column === undefined)
            throw new InputError("no-column", at < 1 ? `"${pair}" does not say which column is which` : `there is no column "${name}"`, `write FIELD=COLUMN; the file has: ${list(columns)}`, "--columns");
        taken.add(column.name);
        if (what in NAMES)
            fields.set(what, column);
        else {
            const fact = byFact.get(plain(what)) ?? byFact.get(plain(`fact:${what}`));
            if (fact === undefined)
                throw new InputError("no-column", `"${what}" is nothing that a column can hold`, `fields are ${Object.keys(NAMES).join(", ")}, and the facts of truce duty --help`, "--columns");
            factColumns.set(fact, column);
        }
    }
    const ranks = new Map();
    for (const c of columns) {
        if (taken.has(c.name))
            continue;
        const own = BY_NAME.get(plain(c.name));
        const fact = byFact.get(plain(c.name));
        if (own !== undefined) {
            if (fields.has(own.field) && (ranks.get(own.field) ?? -1) <= own.rank)
                continue;
            fields.set(own.field, c);
            ranks.set(own.field, own.rank);
        }
        else if (fact !== undefined && !factColumns.has(fact))
            factColumns.set(fact, c);
    }
    for (const field of ["code", "value"])
        if (!fields.has(field))
            throw new InputError("no-column", `no column is recognised as the ${field === "code" ? "tariff code" : "customs value"}`, `say which it is: --columns ${field}=COLUMN; the file has: ${list(columns)}`, "header");
    return { fields, facts: factColumns };
}
const list = (columns) => columns
    .slice(0, 40)
    .map((c) => c.name.slice(0, 40))
    .join(", ");
//# sourceMappingURL=columns.js.map