import type { Common } from "./main.js";
export async function find(_a: unknown, _o: Common): Promise<void> {
  throw new Error("not written yet");
}
