import { type Regime, zoneOfId } from "../law/index.js";
import { parseInstant, toUtc, toZoned } from "../time/index.js";
import { type CliffRow, cliff } from "./cliff.js";
import { foldLine, icalText, ZONES } from "./ical-text.js";
import type { Instant } from "../time/index.js";

const DAY = 86_400_000;

/**
 * The dates that the law known by then holds as an iCalendar (RFC 5545), with the zones of both capitals. What is only planned or said is
 * tentative; a date whose clock is inferred is a whole day. The same law gives the same text.
 * @example calendar(regime, on, "2026-10-10").startsWith("BEGIN:VCALENDAR") //=> true
 */
export function calendar(regime: Regime, on: Instant, horizon: string, rows: readonly CliffRow[] = cliff(regime, on)): string {
  const stamp = compactUtc(toUtc(regime.known));
  const uses = new Map<string, number>();
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Truce//US-China trade regime//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${icalText("Truce: dates of the US-China trade regime")}`,
    `X-WR-CALDESC:${icalText(`As known ${toUtc(regime.known)}; regime checked to ${horizon}`)}`,
    ...ZONES.split("\n"),
    ...rows.flatMap((r) => {
      const base = `${r.measure}/${r.day}`.replace(/[^A-Za-z0-9./-]/g, "-");
      const n = (uses.get(base) ?? 0) + 1;
      uses.set(base, n);
      return event(r, `${base}${n > 1 ? `-${n}` : ""}@truce`, stamp, horizon);
    }),
    "END:VCALENDAR",
  ];
  return lines.map(foldLine).join("");
}

function event(r: CliffRow, uid: string, stamp: string, horizon: string): string[] {
  const zone = zoneOfId(r.measure);
  const wall = toZoned(parseInstant(r.at), zone);
  const start = r.inferred
    ? [`DTSTART;VALUE=DATE:${r.day.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${new Date(Date.parse(r.day) + DAY).toISOString().slice(0, 10).replaceAll("-", "")}`]
    : [`DTSTART;TZID=${zone}:${wall.slice(0, 19).replace(/[-:]/g, "")}`, "DURATION:PT1M"];
  const told = [
    `${r.measure}: ${r.change}`,
    r.returnsByItself ? "It comes by itself, unless an instrument moves it." : "It does not come by itself.",
    ...r.published.map((p) => `Published: ${p.title} [${[p.id, ...p.cites].join(", ")}]`),
    ...r.said.map((s) => `Said, not published: to ${s.until.slice(0, 10)} by ${s.by} on ${s.on.slice(0, 10)} [${s.id}]`),
    `${wall} (${r.at})${r.inferred ? "; the hour is inferred" : ""}`,
    ...(r.day > horizon ? [`The regime was checked to ${horizon}: this date is as published by then.`] : []),
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    ...start,
    `SUMMARY:${icalText(`${r.measure}: ${r.change}`)}`,
    `DESCRIPTION:${icalText(told.join("\n"))}`,
    `CATEGORIES:${r.kind.toUpperCase()}`,
    `STATUS:${r.standing === "published" ? "CONFIRMED" : "TENTATIVE"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const compactUtc = (utc: string): string => utc.replace(/[-:]/g, "");
