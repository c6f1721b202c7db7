/** Compares interpreter, book and kernel over random lines. */
export function differential(options: { lines: number; seed?: number; states?: readonly { known: string; suppose: readonly string[] }[]; progress?: (done: number, all: number) => void }): Promise<{
  counts: Record<string, number>;
  differ: readonly unknown[];
}>;
export const STATES: readonly { known: string; suppose: readonly string[] }[];
