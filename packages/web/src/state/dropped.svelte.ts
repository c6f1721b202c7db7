/** A file that the reader dropped. It stays in this page while views change, and never leaves the browser. */
export interface Dropped {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}
class Files {
  refunds = $state.raw<Dropped | undefined>(undefined);
}
export const dropped = new Files();

/** Reads a file whole. */
export const readFile = async (f: File): Promise<Dropped> => ({ name: f.name, bytes: await f.arrayBuffer() });
