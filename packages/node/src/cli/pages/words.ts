/** A code with its dots. @example dotted("4202923131") //=> "4202.92.31.31" */
export const dotted = (code: string): string => code.replace(/^(\d{4})(\d{2})(\d{2})?(\d{2})?$/, (_, a, b, c, d) => [a, b, c, d].filter((x) => x !== undefined).join("."));

/** Points between two ends, the upper one open where a rate is not in hand. */
export const range = (r: { readonly percentMin: string; readonly percentMax: string | null }): string => (r.percentMax === null ? `${r.percentMin} % or more` : `${r.percentMin} to ${r.percentMax} %`);

/** Words cut to a width, with a sign that something was left out. @example cut("a long text", 6) //=> "a lon…" */
export const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`);
