import type { Query, Source } from "./source.js";
/** A Parquet file. @throws InputError where it has too many columns */
export declare function parquet(file: string, given: string, query: Query): Promise<Source>;
