import type { PriceView } from "../price/summary-of.js";
import { safe } from "../charts/page.js";
import { STYLE } from "./report-style.js";

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?=\.))/g, ",");
const TABLES = { sku: "SKU", heading: "Heading", supplier: "Supplier", month: "Month of entry", origin: "Origin" } as const;

/**
 * A report that stands by itself: one page without a request to anything and without a script. Nothing open is in a sum; what is open is said.
 * @example writeFileSync("report.html", report(view, drawings))
 */
export function report(v: PriceView, charts: readonly Element[]): string {
  const names = v.scenarios.map((s) => (s.id === "law" ? "Law as it stands" : s.title));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>Duty of ${safe(v.file)}</title><style>${STYLE}</style></head><body><main>
<header><h1>Duty of ${safe(v.file)}</h1>
<p>${v.rows.toLocaleString("en-US")} lines. Law as known ${safe(v.known)}, regime checked to ${safe(v.horizon)}. Duty alone: fees are once for an entry.</p>
${v.scenarios.length > 1 ? `<ul>${v.scenarios.map((s, i) => `<li><b>${safe(s.id)}</b>: ${safe(names[i] as string)}</li>`).join("")}</ul>` : ""}</header>
${v.sides.map((s) => sums(v, s)).join("")}
${charts.map((c) => `<figure>${c.outerHTML}</figure>`).join("\n")}
${(Object.keys(TABLES) as (keyof typeof TABLES)[]).map((k) => table(v, k)).join("")}
${movers(v)}${rejects(v)}
${list("How it was read", [...Object.entries(v.columns).map(([f, c]) => `${f}: column "${c}"`), ...v.notes])}
${list("Warnings", v.warnings)}
${list("Not covered", v.notCovered)}
<section><h2>How it was computed</h2><p>Each line is priced by the law in force at its entry as far as it was known at the time above. Every component is rounded once, half up, to the cent. A line that waits for a fact, or lies past the day to which the regime was checked, is open: it is counted apart, with the least and the most that it may owe.</p></section>
</main></body></html>
`;
}

function sums(v: PriceView, s: PriceView["sides"][number]): string {
  const rows = s.scenarios.map((x) => {
    const title = x.scenario === "law" ? "law as it stands" : (v.scenarios.find((o) => o.id === x.scenario)?.title ?? x.scenario);
    const open =
      x.open.lines === 0
        ? "0"
        : `${x.open.lines} (${Object.entries(x.open.byOutcome)
            .map(([o, n]) => `${safe(o)} ${n}`)
            .join(", ")}), ${grouped(x.open.additionalMin)} to ${x.open.additionalMax === null ? "no bound" : grouped(x.open.additionalMax)}`;
    return `<tr><th scope="row">${safe(title)}</th><td>${grouped(x.base)}</td><td>${grouped(x.additional)}</td><td><b>${grouped(x.duty)}</b></td><td>${x.scenario === "law" ? "" : grouped(x.change)}</td><td>${x.settled}</td><td>${open}</td><td>${x.withoutBase}</td></tr>`;
  });
  return `<section><h2>${s.side === "us" ? "Imports to the United States" : "Imports to China"}, ${s.currency}</h2><p>${s.lines.toLocaleString("en-US")} lines with a customs value of ${grouped(s.value)}.</p>
<div class="wide"><table><thead><tr><th>Scenario</th><th>Ordinary duty</th><th>Additional duty</th><th>Both</th><th>Change</th><th>Lines settled</th><th>Lines open, and what they may add</th><th>Ordinary duty open</th></tr></thead><tbody>${rows.join("")}</tbody></table></div></section>`;
}

function table(v: PriceView, k: keyof typeof TABLES): string {
  const rows = v.tables[k];
  if (rows.length === 0) return "";
  return `<section><h2>By ${TABLES[k].toLowerCase().replace("sku", "SKU")}</h2><div class="wide"><table><thead><tr><th>${TABLES[k]}</th><th></th><th>Lines</th><th>Customs value</th>${v.scenarios.map((s) => `<th>${safe(s.id)}</th>`).join("")}<th>Open</th></tr></thead><tbody>${rows
    .map(
      (r) =>
        `<tr><th scope="row">${r.others === undefined ? safe(r.key ?? "(none)") : `${r.others} others`}</th><td>${r.side === "us" ? "USD" : "CNY"}</td><td>${r.lines}</td><td>${grouped(r.value)}</td>${r.scenarios.map((x) => `<td>${grouped(x.additional)}</td>`).join("")}<td>${r.scenarios[0]?.open ?? 0}</td></tr>`,
    )
    .join("")}</tbody></table></div><p class="small">Additional duty of the settled lines. Rows add up to the sums above.</p></section>`;
}

const movers = (v: PriceView): string =>
  v.movers.length === 0
    ? ""
    : `<section><h2>Lines that move most</h2><div class="wide"><table><thead><tr><th>Scenario</th><th>Row</th><th>SKU or reference</th><th>Code</th><th>Customs value</th><th>Before</th><th>After</th><th>Change</th></tr></thead><tbody>${v.movers
        .map(
          (m) =>
            `<tr><th scope="row">${safe(m.scenario)}</th><td>${m.row}</td><td>${safe(m.sku ?? m.ref ?? "")}</td><td>${safe(m.code)}</td><td>${grouped(m.value)}</td><td>${grouped(m.before)}</td><td>${grouped(m.after)}</td><td><b>${grouped(m.change)}</b></td></tr>`,
        )
        .join("")}</tbody></table></div></section>`;

const rejects = (v: PriceView): string =>
  v.rejected === 0
    ? ""
    : `<section><h2>Not priced: ${v.rejected} lines</h2><div class="wide"><table><thead><tr><th>Row</th><th>Column</th><th>Given</th><th>Reason</th></tr></thead><tbody>${v.rejects
        .map((r) => `<tr><td>${r.row}</td><td>${safe(r.field)}</td><td>${safe(r.given ?? "")}</td><td class="text">${safe(r.reason)}</td></tr>`)
        .join("")}</tbody></table></div>${v.rejected > v.rejects.length ? `<p class="small">The first ${v.rejects.length} of ${v.rejected}.</p>` : ""}</section>`;

const list = (title: string, lines: readonly string[]): string => (lines.length === 0 ? "" : `<section><h2>${title}</h2><ul>${lines.map((l) => `<li>${safe(l)}</li>`).join("")}</ul></section>`);
