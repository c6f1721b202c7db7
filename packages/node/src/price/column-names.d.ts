/** What a column of lines to be priced can hold, beside facts. */
export type Field = "code" | "value" | "on" | "from" | "to" | "quantity" | "unit" | "quantity2" | "unit2" | "quantity3" | "unit3" | "facts" | "ref" | "entry" | "line" | "sku" | "supplier";
/** Columns that say which line it is, and are carried into the result. */
export declare const CARRIED: readonly Field[];
/** How files spell them, the surest first. Case, spaces and marks between words do not matter. */
export declare const NAMES: Readonly<Record<Field, readonly string[]>>;
