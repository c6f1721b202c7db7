import { place } from "./place.svelte.js";

/** The goods of a question, as the address has them. */
class Goods {
  get code(): string | undefined {
    return place.get("code");
  }
  get from(): string {
    return place.get("from") ?? "CN";
  }
  get to(): string {
    return place.get("to") ?? (this.from === "US" ? "CN" : "US");
  }
  get side(): "us" | "cn" {
    return this.to === "US" ? "us" : "cn";
  }
  get currency(): string {
    return this.side === "us" ? "USD" : "CNY";
  }
  get value(): string {
    return place.get("value") ?? "10000";
  }
  /** Facts as `name=value`. */
  get facts(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      place.all("fact").flatMap((f) => {
        const at = f.indexOf("=");
        return at < 1 ? [] : [[f.slice(0, at), f.slice(at + 1)]];
      }),
    );
  }
  /** Quantities as `120 kg`. */
  get quantity(): readonly { readonly amount: string; readonly unit: string }[] {
    return place.all("quantity").flatMap((q) => {
      const m = /^([\d.]+)\s+(.+)$/.exec(q);
      return m?.[1] === undefined || m[2] === undefined ? [] : [{ amount: m[1], unit: m[2] }];
    });
  }
  /** The question as the worker takes it; undefined while there is no code. */
  get question():
    | {
        code: string;
        from: string;
        to: string;
        value: string;
        facts: Readonly<Record<string, string>>;
        quantity?: readonly { readonly amount: string; readonly unit: string }[];
        on?: string;
        known?: string;
        suppose?: readonly string[];
      }
    | undefined {
    const { code, quantity } = this;
    if (code === undefined) return undefined;
    return { code, from: this.from, to: this.to, value: this.value, facts: this.facts, ...(quantity.length === 0 ? {} : { quantity }), ...place.clocks };
  }
  fact(name: string, value: string | null): void {
    const rest = place.all("fact").filter((f) => !f.startsWith(`${name}=`));
    place.go({ fact: value === null || value === "" ? rest : [...rest, `${name}=${value}`] });
  }
}
export const goods = new Goods();
