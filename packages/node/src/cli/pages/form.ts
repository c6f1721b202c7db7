import type { DutyResult, FormLine, FormTariff } from "@truce/engine/duty";
import { columns, paint, section, wrap } from "./layout.js";
import { cut } from "./words.js";

/** The block of an entry summary (CBP Form 7501): for each line its numbers one under another, the fees and the totals. */
export function formTable(r: DutyResult): string {
  const { form } = r;
  if (form === undefined || form === null) return "";
  const counted = form.lines.some((l) => l.tariffs.some((t) => t.quantity !== undefined));
  const heads = ["line", "HTSUS no.", "description", ...(counted ? [">net quantity"] : []), ">entered value", ">rate", ">duty"];
  const rows = form.lines.flatMap((l) => [...(form.lines.length === 1 ? [] : [["", "", paint.dim(l.part)]]), ...l.tariffs.map((t, i) => tariffRow(l, t, i, counted))]);
  const fees = columns(
    ["class", "fee", ">rate", ">amount"],
    form.fees.map((f) => [f.class ?? "", f.name, f.percent === null ? "" : `${f.percent} %`, f.amount ?? "not in hand"]),
  );
  const { totals: t } = form;
  const sum = `  entered value ${t.value} · duty ${t.duty ?? "open"} · fees ${t.fees ?? "open"} · total ${t.total ?? "open"}`;
  const rule = form.rounding === "cents" ? "each duty of the answer is shared out over its lines to the cent" : "values in whole dollars, each duty of each line rounded by itself";
  const d = form.difference;
  const off = d === null || d === "0.00" ? "" : `; ${d.replace("-", "")} ${d.startsWith("-") ? "less" : "more"} than the answer as one line`;
  return section(`Entry summary (CBP Form 7501), origin ${r.from}`, [columns(heads, rows), ...(form.fees.length === 0 ? [] : ["", fees]), "", sum, paint.dim(wrap(`${rule}${off}`, "  "))].join("\n"));
}

function tariffRow(l: FormLine, t: FormTariff, at: number, counted: boolean): string[] {
  const words = t.value !== null ? (t.text.split(": ").findLast((w) => w !== "Other") ?? t.text) : t.text;
  const quantity = (t.quantity ?? []).map((q) => `${q.amount} ${q.unit}`).join(", ");
  const number = t.heading ?? "not in hand";
  return [
    at === 0 ? String(l.line).padStart(3, "0") : "",
    number,
    cut(words, counted ? 30 : 40),
    ...(counted ? [quantity] : []),
    t.value ?? "",
    t.rate ?? "",
    t.rate === null && t.value === null ? "" : (t.duty ?? "open"),
  ];
}
