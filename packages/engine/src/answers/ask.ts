import type { DutyResult } from "../duty/index.js";
import { type Filter, show, type ShowResult, timeline, UnknownId } from "../law/index.js";
import { status } from "../outlook/index.js";
import { type Instant, parseKnown, parseOn, toUtc, WASHINGTON } from "../time/index.js";
import type { Asking, Desks } from "../desk/index.js";

/** A command as it stands in an article's claim, taken apart. */
interface Command {
  readonly verb: string;
  readonly subject: string;
  readonly flags: Readonly<Record<string, string>>;
}

function take(command: string): Command {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? (m[2] as string));
  const flags: Record<string, string> = {};
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word.startsWith("--")) flags[word.slice(2)] = words[++i] ?? "";
    else rest.push(word);
  }
  return { verb: rest[0] ?? "", subject: rest[1] ?? "", flags };
}

/**
 * The answer to a claim's command in one line of words; `known` takes the place of the command's own knowledge.
 * @example answerInWords(desks, "duty 4202.92.31 --on 2025-10-25 --known 2025-10-25", q, undefined) //=> "+55 points above the ordinary rate, 72.6 % in all"
 */
export function answerInWords(desks: Desks, command: string, q: Asking, known: Instant | undefined): string {
  const { verb, subject, flags } = take(command);
  const asOf = flags["known"] === undefined ? q.known : parseKnown(flags["known"]).at;
  // No command looks further than its reader knows.
  const then = known ?? (Math.min(asOf, q.known) as Instant);
  const supposed = [...desks.regime.law.scenarios, ...desks.regime.law.instruments].filter((i) => i.id === flags["suppose"]);
  const on = flags["on"] === undefined ? q.now : parseOn(flags["on"], WASHINGTON).at;
  const regime = () => desks.regimeAt(then, supposed);
  const clocks = { on, known: then, horizon: desks.regime.law.horizon };
  switch (verb) {
    case "duty":
      return dutyWords(
        desks.duty(
          { code: subject, from: flags["from"] ?? "CN", ...(flags["to"] === undefined ? {} : { to: flags["to"] }), ...(flags["on"] === undefined ? {} : { on: flags["on"] }) },
          then,
          q.now,
          supposed,
        ),
      );
    case "timeline": {
      const { items } = timeline(regime(), clocks, flags as Filter);
      return items.length === 0 ? "no document" : `${items.length} document${items.length === 1 ? "" : "s"}: ${items.map((i) => i.id).join(", ")}`;
    }
    case "status": {
      const { truce } = status(regime(), on, then, desks.regime.law.horizon);
      return `the truce: ${truce.state.replaceAll("-", " ")}${truce.expires.us === null ? "" : `, to ${truce.expires.us} for the United States`}${truce.expires.cn === null ? "" : ` and ${truce.expires.cn} for China`}`;
    }
    case "show":
      try {
        return showWords(show(regime(), clocks, subject), flags["on"] === undefined ? undefined : flags["on"]);
      } catch (e) {
        if (e instanceof UnknownId) return `not known by ${toUtc(then).slice(0, 10)}`;
        throw e;
      }
    default:
      return `there is no command "${verb}" yet`;
  }
}

function dutyWords(r: DutyResult): string {
  switch (r.outcome) {
    case "settled":
      return `+${r.additionalPercent} points above the ordinary rate${r.totalPercent === null ? "" : `, ${r.totalPercent} % in all`}${r.owedPercent === r.additionalPercent ? "" : `; owed ${r.owedPercent} points`}`;
    case "needs-facts":
      return `between ${r.range?.percentMin ?? "?"} and ${r.range?.percentMax ?? "?"} points: needs ${r.missing.map((m) => m.fact).join(", ")}`;
    case "beyond-horizon":
      return `beyond the horizon: ${r.branches.map((b) => `${b.additionalPercent ?? "?"} points if ${b.if}`).join("; ")}`;
    case "not-covered":
      return "not covered";
    default:
      return r.outcome satisfies never;
  }
}

function showWords(r: ShowResult, on: string | undefined): string {
  switch (r.what) {
    case "measure": {
      if (r.now === null) return "threatened, not law";
      return `${on === undefined ? "" : `on ${on}: `}${r.now.text}${r.now.until === null ? "" : `, to ${r.now.until}`}${r.now.instruments.length === 0 ? "" : ` [${r.now.instruments.join(" ")}]`}`;
    }
    case "meeting":
      return `${r.status}${r.round === null ? "" : `, round ${r.round}`}, ${r.days.join(" and ")}${r.place === null ? "" : `, ${r.place}`}${r.outcome === null ? "" : `: ${r.outcome}`}`;
    case "pledge":
      return `${[r.target, r.unit, r.product].filter((x) => x !== null).join(" ")}${r.reports.length === 0 ? "" : `; ${r.reports.at(-1)?.says}`}`;
    case "investigation":
      return `against ${r.against}: ${r.dates.map((d) => `${d.day} ${d.what}`).join("; ")}`;
    case "party-list":
      return `${r.notices.length} notices`;
    case "instrument":
      return `${r.standing} of ${r.day}${r.expires === null ? "" : `, to ${r.expires}`}: ${r.acts
        .map((a) => a.text)
        .slice(0, 6)
        .join("; ")}${r.acts.length > 6 ? "; …" : ""}`;
    default:
      return r satisfies never;
  }
}
