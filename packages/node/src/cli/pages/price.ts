import type { PriceView } from "../../price/summary-of.js";
import { columns, paint, section, wrap } from "./layout.js";

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?=\.))/g, ",");
const plural = (n: number, one: string): string => `${n.toLocaleString("en-US")} ${one}${n === 1 ? "" : "s"}`;
const TABLES = { sku: "By SKU", heading: "By heading", supplier: "By supplier", month: "By month", origin: "By origin" } as const;

/** The page of a priced file: sums by scenario, and with `tables` everything else. */
export function pricePage(v: PriceView, tables: boolean): string {
  return `${head(v)}${sums(v)}${open(v)}${tables ? `${rest(v)}${movers(v)}` : ""}${rejects(v)}${list(
    "Written",
    v.written.map((w) => `${w.path}: ${plural(w.rows, "row")}`),
  )}${list("Of the file", v.notes)}${list("Warnings", v.warnings)}${list("Not covered", v.notCovered)}`;
}

const head = (v: PriceView): string => `${paint.bold("Priced")}  ${plural(v.rows, "line")} of ${v.file}\nas known ${v.known} · regime checked to ${v.horizon}\n`;

const sums = (v: PriceView): string =>
  v.sides
    .map((s) =>
      section(
        s.side === "us" ? "Imports to the United States, USD" : "Imports to China, CNY",
        columns(
          ["", ">ordinary duty", ">additional duty", ">both", ">change", ">lines settled", ">open"],
          [
            ["customs value", "", "", grouped(s.value), "", plural(s.lines, "line"), ""],
            ...s.scenarios.map((x) => [
              x.scenario,
              grouped(x.base),
              grouped(x.additional),
              paint.bold(grouped(x.duty)),
              x.scenario === "law" ? "" : grouped(x.change),
              String(x.settled),
              String(x.open.lines),
            ]),
          ],
        ),
      ),
    )
    .join("");

const open = (v: PriceView): string => {
  const lines = v.sides.flatMap((s) =>
    s.scenarios.flatMap((x) => [
      ...(x.open.lines === 0
        ? []
        : [
            `${x.scenario}: ${plural(x.open.lines, "line")} worth ${grouped(x.open.value)} ${s.currency} ${x.open.lines === 1 ? "is" : "are"} open (${Object.entries(x.open.byOutcome)
              .map(([o, n]) => `${o} ${n}`)
              .join(", ")}): between ${grouped(x.open.additionalMin)} and ${x.open.additionalMax === null ? "an amount without bound" : grouped(x.open.additionalMax)} more additional duty`,
          ]),
      ...(x.withoutBase === 0 ? [] : [`${x.scenario}: the ordinary duty of ${plural(x.withoutBase, "settled line")} waits for a quantity or is not in hand`]),
    ]),
  );
  const facts = v.missing.length === 0 ? [] : [`facts that would settle lines: ${v.missing.map((m) => `${m.fact} (${m.lines})`).join(", ")}`];
  return list("Open", [...lines, ...facts]);
};

const rest = (v: PriceView): string =>
  (Object.keys(TABLES) as (keyof typeof TABLES)[])
    .filter((k) => v.tables[k].length > 0)
    .map((k) =>
      section(
        `${TABLES[k]}, additional duty`,
        columns(
          ["", "", ">lines", ">value", ...v.scenarios.map((s) => `>${s.id}`), ">open"],
          v.tables[k].map((r) => [
            r.others !== undefined ? `${r.others} others` : (r.key ?? "(none)"),
            r.side === "us" ? "USD" : "CNY",
            String(r.lines),
            grouped(r.value),
            ...r.scenarios.map((x) => grouped(x.additional)),
            String(r.scenarios[0]?.open ?? 0),
          ]),
        ),
      ),
    )
    .join("");

const movers = (v: PriceView): string =>
  v.movers.length === 0
    ? ""
    : section(
        "Lines that move most",
        columns(
          ["scenario", ">row", "sku or ref", "code", ">value", ">before", ">after", ">change"],
          v.movers.map((m) => [m.scenario, String(m.row), m.sku ?? m.ref ?? "", m.code, grouped(m.value), grouped(m.before), grouped(m.after), grouped(m.change)]),
        ),
      );

const rejects = (v: PriceView): string =>
  v.rejects.length === 0
    ? ""
    : section(
        `Not priced: ${plural(v.rejected, "line")}`,
        columns(
          [">row", "field", "given", "reason"],
          v.rejects.map((r) => [String(r.row), r.field, r.given ?? "", r.reason]),
        ),
      );

const list = (title: string, lines: readonly string[]): string => (lines.length === 0 ? "" : section(title, `${lines.map((l) => wrap(l, "  ")).join("\n")}\n`));
