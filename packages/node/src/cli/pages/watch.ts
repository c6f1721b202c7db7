import type { WatchView } from "../../outlook/watch.js";
import { columns, paint, section, wrap } from "./layout.js";

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?=\.))/g, ",");
const signed = (text: string): string => `${text.startsWith("-") ? "" : "+"}${grouped(text)}`;
const minute = (utc: string): string => utc.replace(":00Z", "Z");

/** The page of what was learned that touches a portfolio. */
export function watchPage(v: WatchView): string {
  const sides = v.sides.map((s) => {
    const rows = s.differences.flatMap((d) => d.byMeasure.map((m, i) => [i === 0 ? minute(d.at) : "", i === 0 ? signed(d.amount) : "", m.measure, signed(m.amount), m.instruments.join(" ")]));
    return section(
      `Imports to ${s.side === "us" ? "the United States" : "China"}: ${s.lines} lines worth ${grouped(s.value)} ${s.currency}`,
      [
        `  additional duty if entered ${minute(v.on)}: ${grouped(s.before?.additional ?? "0.00")} as known before, ${grouped(s.after?.additional ?? "0.00")} as known after${(s.after?.open.lines ?? 0) > 0 ? `; ${s.after?.open.lines} lines wait for a fact` : ""}`,
        rows.length === 0 ? "  nothing that was learned moves it" : columns(["entered from", ">change", "measure", ">of it", "documents"], rows),
      ].join("\n"),
    );
  });
  const documents = v.instruments.map((i) => [i.announced.slice(0, 10), i.id, i.title.slice(0, 60), i.measures.join(" ")]);
  const movers = v.movers.map((m) => [m.code, m.from, grouped(m.value), grouped(m.before), grouped(m.after), signed(m.change)]);
  return [
    `${paint.bold("Watch")}  ${v.file}\nwhat was learned between ${minute(v.since)} and ${minute(v.known)} · regime checked to ${v.horizon}\n`,
    ...sides,
    section("Documents that move it", documents.length === 0 ? "" : columns(["announced", "document", "", "duties"], documents)),
    section("Goods that move most", movers.length === 0 ? "" : columns(["code", "from", ">value", ">before", ">after", ">change"], movers)),
    v.rejected === 0 ? "" : `\n  ${v.rejected} of ${v.rows} lines cannot be priced: truce price says why\n`,
    section("Warnings", v.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n")),
    "\n",
  ].join("");
}
