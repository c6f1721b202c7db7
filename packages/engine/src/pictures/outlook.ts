import { type Canvas, compact, deadlines, fan, type FanPoint } from "../charts/index.js";
import type { OutlookView } from "../answers/outlook.js";
import { localDay } from "../law/index.js";
import { parseInstant } from "../time/index.js";
import { DAYS, SHAPES } from "./cliff.js";

/** How far the lines of a fan go on after the last change: a tenth of the time that is shown, and at least a month. */
const TAIL = 0.1;
const MONTH = 30 * 86_400_000;

/** The charts of an outlook: a fan for each code and side of the portfolio, and the calendar of dates. The first is the one for --svg and --png. */
export function outlookPictures(canvas: Canvas, v: OutlookView): Element[] {
  const note = `Law as known ${v.known}, as published; regime checked to ${v.horizon}. Source: Truce, from the instruments cited in the answer.`;
  const title = (id: string): string => (id === "law" ? "as the law stands" : id.replaceAll("_", " "));
  const out: Element[] = [];
  for (const c of v.codes) {
    const points = c.now.map((p): FanPoint => ({ at: v.on, scenario: title(p.scenario), value: number(p.additionalPercent) }));
    for (const d of v.dates) for (const x of d.changes) if (x.code === c.code) points.push({ at: d.at, scenario: title(x.scenario), value: number(x.after.additionalPercent) });
    out.push(
      fan(canvas, { title: `What ${c.code} owes above the ordinary rate`, unit: `percentage points, ${c.from} to ${c.to}: ${c.text}`.slice(0, 130), note }, points, {
        show: (n) => `${Number(n.toFixed(2))} %`,
        until: end(v.on, points),
        marked: true,
      }),
    );
  }
  for (const s of v.portfolio?.sides ?? []) {
    const points = s.scenarios.flatMap((x) => x.steps.map((p): FanPoint => ({ at: p.at, scenario: title(x.scenario), value: Number(p.additional.replace(".", "")) })));
    const unit = `additional duty in ${s.currency} if the goods were entered from that day on: ${s.lines.toLocaleString("en-US")} lines worth ${compact(Number(s.value.replace(".", "")))} ${s.currency}`;
    out.push(
      fan(canvas, { title: `What the portfolio would owe, imports to ${s.side === "us" ? "the United States" : "China"}`, unit, note: `Settled lines only. ${note}` }, points, {
        show: compact,
        until: end(v.on, points),
        marked: true,
      }),
    );
  }
  const items = v.dates.flatMap((d) => d.what.filter((i) => i.in === undefined || i.in.includes("law"))).slice(0, MOST);
  if (items.length > 0)
    out.push(
      deadlines(
        canvas,
        { title: "What the law already dates", unit: DAYS, note: `${SHAPES} ${note}` },
        items.map((i) => ({ at: i.at, day: localDay(i.measure, parseInstant(i.at)), text: `${i.measure}: ${i.change}`, kind: i.kind, standing: i.standing })),
      ),
    );
  return out;
}
/** Rows of the calendar. */
const MOST = 40;
const number = (text: string | null): number | undefined => (text === null ? undefined : Number(text));

function end(on: string, points: readonly FanPoint[]): string {
  const [first, last] = [Date.parse(on), Math.max(...points.map((p) => Date.parse(p.at)))];
  return new Date(last + Math.max(MONTH, (last - first) * TAIL)).toISOString();
}
