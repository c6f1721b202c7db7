import { STYLE } from "../portfolio/report-style.js";

/** A table of a page: text on the left, numbers on the right. */
export interface PageTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
/** Text as it stands in a page: names come from outside. */
export const safe = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A page that stands by itself: charts, tables and notes, readable at any width, in the dark and on paper. */
export function pageOf(title: string, about: string, drawings: readonly Element[], tables: readonly PageTable[], notes: readonly string[]): string {
  const figures = drawings.map((d) => `<figure>${d.outerHTML}</figure>`).join("\n");
  const number = /^[+-]?[\d,]+(\.\d+)?( %)?$/;
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const mark = (cell: string): string => (number.test(cell) ? "" : day.test(cell) ? ' class="text day"' : ' class="text"');
  const table = (t: PageTable): string =>
    t.rows.length === 0
      ? ""
      : `<section><h2>${safe(t.title)}</h2><div class="wide"><table><thead><tr>${t.heads.map((h, i) => `<th scope="col"${mark(t.rows.find((r) => r[i] !== "")?.[i] ?? "")}>${safe(h)}</th>`).join("")}</tr></thead><tbody>${t.rows
          .map((r) => `<tr>${r.map((c) => `<td${mark(c)}>${safe(c)}</td>`).join("")}</tr>`)
          .join("")}</tbody></table></div></section>`;
  const list = notes.length === 0 ? "" : `<section><h2>Notes</h2><ul>${notes.map((n) => `<li>${safe(n)}</li>`).join("")}</ul></section>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${safe(title)}</title><style>${STYLE}</style></head><body><main><h1>${safe(title)}</h1><p class="small">${safe(about)}</p>
${figures}
${tables.map(table).join("\n")}
${list}</main></body></html>
`;
}
