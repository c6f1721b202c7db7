import type { PartyResult } from "@truce/engine/answers/show-party";
import { columns, paint, section, wrap } from "./layout.js";
import { local } from "./moment.js";

/** A listed party and the life of its listing. */
export function partyPage(p: PartyResult): string {
  const side = p.states.some((s) => s.instruments.some((i) => i.startsWith("cn/"))) ? "cn/" : "us/";
  const when = (utc: string | null): string => (utc === null ? "" : local(utc, side));
  return [
    `${paint.bold(p.names[0]?.text ?? p.id)}  ${p.list.title} (${p.list.code}): ${p.status}   as known ${p.known.replace(":00Z", "Z")}, copy of ${p.copy.asOf}\n`,
    p.names.length > 1
      ? `${wrap(
          `also: ${p.names
            .slice(1)
            .map((n) => n.text)
            .join("; ")}`,
          "  ",
        )}\n`
      : "",
    `${wrap(`${p.list.means} (${p.list.section})`, "  ")}\n`,
    [
      p.countries.length === 0 ? "" : `  country: ${p.countries.join(", ")}\n`,
      ...p.addresses.map((a) => `${wrap(`address: ${a}`, "  ")}\n`),
      ...p.identifiers.map((i) => `  ${i.kind}: ${i.value}\n`),
    ].join(""),
    section(
      "The listing",
      columns(
        ["from", "until", "", "documents"],
        p.states.map((s) => [when(s.from), when(s.until), s.state, [...s.instruments, ...s.cites].join(" ")]),
      ),
    ),
    p.list.url === null ? "" : `\n  ${p.list.url}\n`,
    section("Warnings", p.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n")),
    "\n",
  ].join("");
}
