/** What the worker tells: rows in batches, then that it is done or what is wrong. */
export type Told =
  | {
      readonly is: "rows";
      readonly sheet: number;
      readonly rows: readonly {
        readonly number: number;
        readonly cells: readonly string[];
      }[];
    }
  | {
      readonly is: "done";
    }
  | {
      readonly is: "wrong";
      readonly code: string;
      readonly message: string;
    };
