import { InputError } from "@truce/engine/desk";

/** The facts of repeated `--fact NAME=VALUE`. @throws InputError for one that is none, or is given twice */
export function factsOf(given: readonly string[] = []): Record<string, string> {
  const out: Record<string, string> = {};
  for (const f of given) {
    const at = f.indexOf("=");
    if (at <= 0) throw new InputError("bad-fact", `"${f.slice(0, 60)}" is not a fact`, "write --fact NAME=VALUE", "--fact");
    const name = f.slice(0, at);
    if (Object.hasOwn(out, name)) throw new InputError("bad-fact", `the fact ${name.slice(0, 60)} is given twice`, "give each fact once", "--fact");
    out[name] = f.slice(at + 1);
  }
  return out;
}
