import type { ArticleResult } from "@truce/engine/answers/article";
import { columns, paint, section, wrap } from "./layout.js";

const colour = (verdict: string): string =>
  verdict === "correct" ? paint.green(verdict) : verdict === "wrong" || verdict === "self-contradiction" ? paint.red(verdict) : verdict === "imprecise" ? paint.yellow(verdict) : paint.dim(verdict);

/** The page of an article: how many claims of each kind, then every claim with the record and our answer then and now. */
export function articlePage(r: ArticleResult): string {
  const head = `${paint.bold(r.title)}\n${r.publisher}, ${r.date} · ${r.claims.length} claims · as known ${r.known}\n${r.note === undefined ? "" : `${wrap(r.note, "", 104)}\n`}`;
  const counts = columns(
    [">", ""],
    r.counts.map((c) => [String(c.claims), c.verdict.replaceAll("-", " ")]),
  );
  return `${head}${section("Verdicts", counts)}\n${r.claims.map(claim).join("\n\n")}\n${section("Warnings", r.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"))}\n`;
}

function claim(c: ArticleResult["claims"][number]): string {
  const answers = c.answers.flatMap((a) => [
    paint.dim(`  $ ${a.ask}`),
    wrap(`then: ${a.then}`, "      ", 104),
    ...(a.hindsight === null ? [] : [wrap(a.hindsight === a.then ? "with hindsight: the same" : `with hindsight: ${a.hindsight}`, "      ", 104)]),
  ]);
  return [
    `${paint.bold(c.id)}  ${colour(c.verdict.replaceAll("-", " "))}${c.against === undefined ? "" : ` (${c.against})`}`,
    wrap(c.says, "  ", 104),
    wrap(`record: ${c.record}`, "  ", 104),
    ...(c.later ?? []).map((l) => wrap(`since ${l.from}: ${l.says}`, "  ", 104)),
    ...(c.cites === undefined ? [] : [wrap(`[${c.cites.join(" ")}]`, "  ", 104)]),
    ...answers,
  ].join("\n");
}
