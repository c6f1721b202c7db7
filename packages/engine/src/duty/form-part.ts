import type { Finding } from "./find.js";
import { MILLION } from "./money.js";

/** A part of the value that is a line of its own on the entry summary. */
export interface Part {
  readonly is: "all" | "us" | "rest" | "steel" | "aluminum" | "copper";
  readonly name: string;
  /** Its part of the customs value, in parts per million. All parts together make a million. */
  readonly weight: number;
}
/** What a finding puts on the line of a part: a heading that is paid, or one that says why nothing is. */
export interface Put {
  readonly finding: Finding;
  readonly heading: string | undefined;
  readonly pays: boolean;
  readonly why: string;
}

/**
 * The parts into which the findings split the value, in the order of their lines: the US content (9903.01.34) before the rest,
 * the rest before each metal whose content pays. Undefined where the metals are more than the whole.
 * Source: CSMS 64680374 for the US content; CSMS 64384423 and 64384496 for the metals.
 */
export function partsOf(findings: readonly Finding[]): readonly Part[] | undefined {
  const due = findings.filter((f) => f.is === "due");
  const metals = new Map(due.flatMap((f) => (f.content === undefined ? [] : [[f.content.metal, f.content.share] as const])));
  const held = [...metals.values()].reduce((n, s) => n + s, 0);
  if (held > MILLION) return undefined;
  const free = due.find((f) => f.freed !== undefined)?.freed ?? 0;
  const us = Math.floor(((MILLION - held) * free) / MILLION);
  const named = (["steel", "aluminum", "copper"] as const).filter((m) => metals.has(m));
  const but = [held > 0 ? `the ${named.join(" and ")} content` : "", us > 0 ? "the US content" : ""].filter((t) => t !== "").join(" and ");
  const all: Part[] = [
    { is: "us", name: held > 0 ? "the US content outside the metal" : "the US content", weight: us },
    { is: but === "" ? "all" : "rest", name: but === "" ? "all of it" : `all but ${but}`, weight: MILLION - held - us },
    ...named.map((is) => ({ is, name: `the ${is} content`, weight: metals.get(is) ?? 0 })),
  ];
  return all.filter((p) => p.weight > 0);
}

/** What is filed on the line of one part, in customs' order, each heading once. */
export function putsOn(part: Part, findings: readonly Finding[]): Put[] {
  const metalOf = new Map(findings.map((f) => [f.measure, f.content?.metal]));
  const out: Put[] = [];
  for (const f of findings) {
    const put = f.is === "due" ? dueOn(part, f, metalOf) : f.is === "not-due" && f.reliefHeading !== undefined ? { heading: f.reliefHeading, pays: false, why: plain(f) } : undefined;
    if (put !== undefined && !out.some((p) => p.heading !== undefined && p.heading === put.heading)) out.push({ finding: f, ...put });
  }
  return out;
}

function dueOn(part: Part, f: Finding, metalOf: ReadonlyMap<string, string | undefined>): Omit<Put, "finding"> | undefined {
  if (f.content !== undefined && f.content.metal !== part.is) return undefined;
  const taken = f.yields?.find((y) => metalOf.get(y.to) === part.is);
  if (taken !== undefined) return taken.heading === undefined ? undefined : { heading: taken.heading, pays: false, why: `${taken.to} is due instead` };
  if (part.is === "us" && f.freed !== undefined) return { heading: f.reliefHeading, pays: false, why: "the US content is relieved" };
  return { heading: f.heading, pays: true, why: plain(f) };
}

/** A reason without the heading that begins it. */
const plain = (f: Finding): string => f.why.replace(/^9\d{3}\.\d\d\.\d\d: /, "");
