import { type Metal, paysWhole } from "../duty/index.js";
import { showCode } from "../goods/index.js";
import type { FiledEntry, FiledLine, FiledTariff } from "./filed.js";
import type { HeadingUses } from "./heading-uses.js";

export type PartName = "all" | "rest" | "us" | "steel" | "aluminum" | "copper";
/** A filed line as a part of an article: its own number of chapters 1 to 97, its value in cents, and which part of the article it is. */
export interface FiledPart {
  readonly line: FiledLine;
  readonly part: PartName;
  readonly main: FiledTariff;
  readonly value: number | undefined;
  /** The provision of chapter 98 that stands before it, and the part of its value that is filed under that provision, in cents. */
  readonly provision?: { readonly code: string; readonly value: number };
}
/** The lines of one article: one line, or several where metal or US content is a line of its own. */
export interface Good {
  readonly code: string;
  readonly origin: string | undefined;
  readonly parts: readonly FiledPart[];
}

/** The number of chapters 1 to 97 of a line: the last that is neither of chapter 98 nor of 99. */
export const mainOf = (line: FiledLine): FiledTariff | undefined => line.tariffs.findLast((t) => !/^9[89]/.test(t.code));

/**
 * The articles of an entry in the order filed. Lines that follow each other with one number and one origin are parts of one article
 * where one of them is filed as metal content or as US content; a part that comes a second time begins the next article.
 */
export function goodsOf(entry: FiledEntry, headings: HeadingUses): { readonly goods: readonly Good[]; readonly bare: readonly FiledLine[] } {
  const goods: Good[] = [];
  const bare: FiledLine[] = [];
  let run: FiledPart[] = [];
  const close = (): void => {
    goods.push(...articles(run));
    run = [];
  };
  for (const line of entry.lines) {
    const main = mainOf(line);
    if (main === undefined) {
      bare.push(line);
      continue;
    }
    const before = run.at(-1);
    if (before !== undefined && (before.main.code !== main.code || before.line.origin !== line.origin)) close();
    const provision = line.tariffs.find((t) => t.code.startsWith("98"));
    const own = valueOfLine(line, main);
    const under = provision?.value === own ? 0 : (provision?.value ?? 0);
    run.push({
      line,
      part: partOf(line, main.code, headings),
      main,
      value: own === undefined ? undefined : own + under,
      ...(provision === undefined ? {} : { provision: { code: provision.code, value: under } }),
    });
  }
  close();
  return { goods, bare };
}

/** Cuts a run of lines with one number into articles. */
function articles(run: readonly FiledPart[]): Good[] {
  const one = (parts: readonly FiledPart[]): Good => ({ code: (parts[0] as FiledPart).main.code, origin: (parts[0] as FiledPart).line.origin, parts });
  if (run.every((p) => p.part === "rest")) return run.map((p) => one([{ ...p, part: "all" }]));
  const out: FiledPart[][] = [];
  for (const p of run) {
    const last = out.at(-1);
    if (last === undefined || last.some((x) => x.part === p.part)) out.push([p]);
    else last.push(p);
  }
  return out.map((parts) => one(parts.length === 1 && parts[0]?.part === "rest" ? [{ ...(parts[0] as FiledPart), part: "all" }] : parts));
}

/** A line with a heading of the duty on the content of a metal is that metal's; one with the heading of US content is the US content. */
function partOf(line: FiledLine, code: string, headings: HeadingUses): PartName {
  for (const t of line.tariffs)
    for (const u of headings.uses.get(t.code) ?? []) {
      if (u.terms.part !== undefined) return "us";
      const metal = u.relieves ? undefined : (/^us\/s232\/(steel|aluminum|copper)$/.exec(u.id)?.[1] as Metal | undefined);
      if (metal === undefined) continue;
      const row = u.lists.flatMap((id) => headings.goods.rowsFor(id, code)).some((r) => r.heading === showCode(t.code));
      if (!paysWhole(metal, code, row ? showCode(t.code) : undefined)) return metal;
    }
  return "rest";
}

/** The customs value of a line: on its number of chapters 1 to 97, else the only one that any of its numbers carries. */
function valueOfLine(line: FiledLine, main: FiledTariff): number | undefined {
  if (main.value !== undefined && main.value > 0) return main.value;
  const given = line.tariffs.flatMap((t) => (t.value === undefined || t.value === 0 || t.code.startsWith("98") ? [] : [t.value]));
  return given.length === 0 ? main.value : Math.max(...given);
}

/** A value in whole dollars, in cents, as the entry summary asks (half a dollar up). @example wholeDollars(12350) //=> 12400 */
export const wholeDollars = (cents: number): number => Math.floor((cents + 50) / 100) * 100;
