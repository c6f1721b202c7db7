import { showCode } from "@truce/engine/goods";
import type { Found } from "@truce/engine/goods/search";
import { columns, paint, section, wrap } from "./layout.js";

export interface FindResult {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly warnings: readonly string[];
  readonly side: "us" | "cn";
  readonly query: string;
  readonly items: readonly Found[];
}

const WIDTH = 96;
/** The end of a chain of words says most: it is kept, and the beginning cut. */
const tail = (text: string): string => (text.length <= WIDTH ? text : `…${text.slice(text.length - WIDTH + 1).replace(/^\S*\s/, " ")}`);

/** The page of codes found by words, closest first. */
export function findPage(r: FindResult): string {
  const head = `${paint.bold(r.query)}  in the tariff of ${r.side === "us" ? "the United States" : "China"}\n`;
  const rows = r.items.map((i) => [showCode(i.code), tail(i.text)]);
  return `${head}${section("Codes", rows.length === 0 ? "" : columns(["code", "words"], rows))}${section("Warnings", r.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"))}\n`;
}
