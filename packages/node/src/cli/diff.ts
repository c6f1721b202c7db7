import type { Common } from "./main.js";
export async function diff(_a: unknown, _o: Common): Promise<void> {
  throw new Error("not written yet");
}
