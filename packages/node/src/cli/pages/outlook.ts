import type { OutlookView } from "@truce/engine/answers/outlook";
import { columns, paint, section, wrap } from "./layout.js";

const minute = (utc: string): string => utc.replace(":00Z", "Z");
/** Additional points, or the range while a fact is missing. */
const points = (p: { additionalPercent: string | null; range?: { percentMin: string; percentMax: string | null } }): string =>
  p.additionalPercent !== null ? `${p.additionalPercent} %` : p.range === undefined ? "open" : `${p.range.percentMin} to ${p.range.percentMax ?? "?"} %`;
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?=\.))/g, ",");

/** The page of an outlook: codes, portfolio and dates, a column for each scenario. */
export function outlookPage(v: OutlookView): string {
  const several = v.scenarios.length > 1;
  const head = `${paint.bold("Outlook")}  from ${minute(v.on)} · as known ${minute(v.known)} · regime checked to ${v.horizon}\n${several ? `${v.scenarios.map((s) => `  ${s.id}: ${s.title}`).join("\n")}\n` : ""}`;
  return `${head}${codes(v)}${portfolio(v)}${dates(v, several)}${section("Warnings", v.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"))}\n`;
}

function codes(v: OutlookView): string {
  return v.codes
    .map((c) => {
      const at = [v.on, ...v.dates.filter((d) => d.changes.some((x) => x.code === c.code)).map((d) => d.at)];
      const now = new Map(c.now.map((p) => [p.scenario, p]));
      const rows = at.map((moment, i) => {
        const changes = v.dates.find((d) => d.at === moment)?.changes.filter((x) => x.code === c.code) ?? [];
        if (i > 0) for (const x of changes) now.set(x.scenario, x.after);
        return [
          i === 0 ? "from the start" : minute(moment),
          ...v.scenarios.map((s) => points(now.get(s.id) ?? { additionalPercent: null })),
          i === 0 ? "" : [...new Set(changes.flatMap((x) => x.because))].join(" "),
        ];
      });
      const why = c.differences.flatMap((d) => [
        ...d.byMeasure.map((m) => `  ${minute(d.at)} ${d.scenario}: ${Number(m.points) > 0 ? "+" : ""}${m.points} points by ${m.measure} [${m.instruments.join(" ")}]`),
        ...(d.open ?? []).map((m) => `  ${minute(d.at)} ${d.scenario}: ${m} waits for a fact (--fact NAME=VALUE; truce duty ${c.code} names it)`),
      ]);
      return section(
        `${c.code}  ${c.from} → ${c.to}  ${c.text.slice(0, 70)}: duty above the ordinary rate`,
        [columns(["from", ...v.scenarios.map((s) => `>${s.id}`), "because of"], rows), ...(why.length === 0 ? [] : ["  Against the law as it stands", ...why])].join("\n"),
      );
    })
    .join("");
}

function portfolio(v: OutlookView): string {
  const p = v.portfolio;
  if (p === null) return "";
  return p.sides
    .map((s) => {
      const moments = [...new Set(s.scenarios.flatMap((x) => x.steps.map((y) => y.at)))].sort();
      const rows = moments.map((at) => {
        const own = s.scenarios.map((x) => x.steps.findLast((y) => y.at <= at));
        const here = s.scenarios.flatMap((x) => x.steps.find((y) => y.at === at)?.because ?? []);
        return [minute(at), ...own.map((x) => (x === undefined ? "" : grouped(x.additional))), String(own[0]?.open.lines ?? 0), [...new Set(here)].join(" ")];
      });
      const why = s.differences.flatMap((d) =>
        d.byMeasure.map((m) => `  ${minute(d.at)} ${d.scenario}: ${m.amount.startsWith("-") ? "" : "+"}${grouped(m.amount)} by ${m.measure} [${m.instruments.join(" ")}]`),
      );
      return section(
        `${p.file}: imports to ${s.side === "us" ? "the United States" : "China"}, ${s.lines} lines worth ${grouped(s.value)} ${s.currency}; additional duty in ${s.currency} if entered from then on`,
        [columns(["from", ...v.scenarios.map((x) => `>${x.id}`), ">open lines", "because of"], rows), ...(why.length === 0 ? [] : ["  Against the law as it stands", ...why])].join("\n"),
      );
    })
    .join("")
    .concat(
      section(
        "Clocks of US entries, by month of entry (first and last day)",
        p.clocks.length === 0
          ? ""
          : columns(
              ["entered", ">lines", ">value", "correct by", "liquidated by itself", "protest by"],
              p.clocks.map((c) => [c.month, String(c.lines), grouped(c.value), ...[c.correctBy, c.liquidatedBy, c.protestBy].map(([a, b]) => (a === b ? a : `${a} to ${b}`))]),
            ),
      ),
    )
    .concat(p.rejected === 0 ? "" : `  ${p.rejected} of ${p.rows} lines cannot be priced: truce price says why\n`);
}

function dates(v: OutlookView, several: boolean): string {
  const rows = v.dates.flatMap((d) =>
    d.what.map((i) => [
      minute(i.at),
      i.measure,
      i.standing === "published" ? i.change : paint.yellow(`${i.change} (${i.standing}, no law)`),
      i.by.join(" "),
      ...(several ? [i.in?.length === v.scenarios.length ? "all" : (i.in ?? []).join(" ")] : []),
    ]),
  );
  return section("Dates: what changes if nothing is done", rows.length === 0 ? "  nothing is dated" : columns(["UTC", "measure", "change", "by", ...(several ? ["in"] : [])], rows));
}
