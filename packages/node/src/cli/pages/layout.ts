import pc from "picocolors";

/** Paints text on a terminal that shows colours; never in a pipe or a file, whatever the machine says of itself. */
export const paint = pc.createColors(process.env["NO_COLOR"] === undefined && (process.stdout.isTTY === true || process.env["FORCE_COLOR"] !== undefined));

/** Text cut into lines of a width, each after an indent. */
export function wrap(text: string, indent = "", width = 100): string {
  const out: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width - indent.length) {
      out.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") out.push(indent + line);
  return out.join("\n");
}

/** Columns set under each other; a `>` before a heading sets it to the right. */
export function columns(heads: readonly string[], rows: readonly (readonly string[])[], indent = "  "): string {
  const right = heads.map((h) => h.startsWith(">"));
  const names = heads.map((h) => h.replace(/^>/, ""));
  const widths = names.map((n, i) => Math.max(width(n), ...rows.map((r) => width(r[i] ?? ""))));
  const line = (cells: readonly string[]) => `${indent}${cells.map((c, i) => pad(c, widths[i] as number, right[i] as boolean)).join("  ")}`.trimEnd();
  return [...(names.some((n) => n !== "") ? [paint.dim(line(names))] : []), ...rows.map(line)].join("\n");
}

/** Cells that a text takes in a terminal: Chinese characters take two. */
const width = (text: string): number => [...text.replace(/\u001b\[\d+m/g, "")].reduce((n, c) => n + ((c.codePointAt(0) ?? 0) >= 0x2e80 && (c.codePointAt(0) ?? 0) <= 0xffef ? 2 : 1), 0);
const pad = (text: string, to: number, right: boolean): string => (right ? " ".repeat(Math.max(0, to - width(text))) + text : text + " ".repeat(Math.max(0, to - width(text))));

/** A heading with what follows it, or nothing where nothing follows. */
export const section = (title: string, body: string): string => (body === "" ? "" : `\n${paint.bold(title)}\n${body}\n`);
