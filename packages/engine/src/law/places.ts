/** A place in a file, both counted from one. */
export interface Place {
  readonly line: number;
  readonly column: number;
}
type Find = (path: readonly PropertyKey[]) => Place;

const found = new WeakMap<object, Find>();

/** Keeps where the parts of an instrument or of an act stand in its file, for the rules that join files. */
export function remember(thing: object, find: Find): void {
  found.set(thing, find);
}

/** A changed copy stands where what it was made from stands. */
export function standsFor(copy: object, of: object): void {
  const find = found.get(of);
  if (find !== undefined) found.set(copy, find);
}

/**
 * Where a part of an instrument or of an act stands; its beginning where that part is not written.
 * What was not read from a file stands at 1:1.
 * @example placeOf(act, "goods") //=> { line: 12, column: 12 }
 */
export function placeOf(thing: object | undefined, ...path: readonly PropertyKey[]): Place {
  return (thing === undefined ? undefined : found.get(thing)?.(path)) ?? { line: 1, column: 1 };
}
