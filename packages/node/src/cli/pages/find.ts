import type { FindResult } from "@truce/engine/answers/find";
import { showCode } from "@truce/engine/goods";
import { columns, paint, section, wrap } from "./layout.js";

const WIDTH = 96;
/** The heading and the code's own words say most: what stands between them goes first, then the end. */
function fitted(text: string): string {
  const links = text.split(": ");
  const line = (): string => (links.length < text.split(": ").length ? [links[0], "…", ...links.slice(1)].join(": ") : links.join(": "));
  while (links.length > 2 && line().length > WIDTH) links.splice(1, 1);
  return line().length <= WIDTH
    ? line()
    : `${line()
        .slice(0, WIDTH - 1)
        .replace(/[\s,;:(]+\S*$/, "")}…`;
}

/** The page of codes found by words, closest first. */
export function findPage(r: FindResult): string {
  const head = `${paint.bold(r.query)}  in the tariff of ${r.side === "us" ? "the United States" : "China"}\n`;
  const rows = r.items.map((i) => [showCode(i.code), fitted(i.text)]);
  return `${head}${section("Codes", rows.length === 0 ? "" : columns(["code", "words"], rows))}${section("Warnings", r.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"))}\n`;
}
