import type { ControlAnswer } from "@truce/engine/controls";
import { columns, paint, section, wrap } from "./layout.js";
import { local } from "./moment.js";

const LOUD: Readonly<Record<string, (t: string) => string>> = {
  prohibited: paint.red,
  "refused-in-principle": paint.red,
  "licence-required": paint.yellow,
  unsettled: paint.yellow,
  suspended: paint.yellow,
  "beyond-horizon": paint.yellow,
};
const loud = (v: string): string => (LOUD[v] ?? ((t: string) => t))(v);
const when = (utc: string | null): string => (utc === null ? "" : local(utc, "cn/"));

/** What the controls say of goods on a date, and why. */
export function controlPage(a: ControlAnswer): string {
  const rows = a.by.map((b) => [b.measure, loud(b.verdict), b.items.join(" "), b.force, when(b.from), when(b.returns ?? b.until), b.cites[0] ?? ""]);
  return [
    `${paint.bold(a.goods)}, ${a.from} to ${a.to}: ${loud(a.verdict)}   on ${a.on.slice(0, 16).replace("T", " ")} Beijing · as known ${a.known.replace(":00Z", "Z")} · regime checked to ${a.horizon}\n`,
    `${wrap(a.why, "  ")}\n`,
    section("The goods", a.items.map((i) => wrap(`${i.sure ? "" : "perhaps "}${i.name}: ${i.why}`, "  ")).join("\n")),
    section("By measure", rows.length === 0 ? "" : columns(["measure", "verdict", "goods", "stands", "since", "until", "cites"], rows)),
    section("What would change it", a.missing.flatMap((m) => m.gives.map((g) => `  --fact ${m.fact}=${g.when.split(" or ")[0]}  ${loud(g.verdict)}  ${paint.dim(g.measure)}`)).join("\n")),
    section("Next", a.next.map((n) => wrap(`${when(n.at)}  ${n.verdict}: ${n.what} (${n.because.join(", ")})`, "  ")).join("\n")),
    section("Each possibility", a.branches.map((b) => wrap(`${b.verdict} if ${b.if}`, "  ")).join("\n")),
    section("Said, no instrument", a.said.map((s) => wrap(`${s.by} on ${s.on.slice(0, 10)}: ${s.measure} suspended to ${s.until.slice(0, 10)} (${s.instrument})`, "  ")).join("\n")),
    section("Said beside the law", a.beside.map((b) => wrap(`${b.by}: ${b.says} (${b.document})`, "  ")).join("\n")),
    section("Looked at", a.looked.map((l) => wrap(`- ${l}`, "  ")).join("\n")),
    section("Warnings", a.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n")),
    "\n",
  ].join("");
}
