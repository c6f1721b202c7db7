/** What stands around a chart: what it shows, in which unit, where it comes from and what was known. */
export interface Frame {
  readonly title: string;
  readonly unit: string;
  /** One line below: source, knowledge time, what is left out. */
  readonly note: string;
  readonly width?: number;
}
/** The document in which a chart is drawn: the page's own, or one made for it. */
export type Canvas = Document;

const SVG = "http://www.w3.org/2000/svg";
export const INK = "#1a1a1a";
export const GREY = "#767676";
export const PAPER = "#ffffff";
export const FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
/** Fills that differ in brightness and in pattern, so that they differ on paper too. */
export const FILLS = ["#1f4e79", "#d98c2b", "#5b8c5a", "#a14a6b", "#7a7a7a", "#2b9aa8", "#b0a13c", "#6b4ea1"] as const;

/** Text no longer than so many characters. */
export const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** An amount of cents in words short enough for an axis. @example compact(1234567890) //=> "12.3 M" */
export function compact(cents: number): string {
  const value = Math.abs(cents) / 100;
  const sign = cents < 0 ? "-" : "";
  const [by, unit] = value >= 1e9 ? [1e9, " bn"] : value >= 1e6 ? [1e6, " M"] : value >= 1e3 ? [1e3, " k"] : [1, ""];
  const n = value / by;
  return `${sign}${n >= 100 || n === Math.round(n) ? Math.round(n) : n >= 10 ? n.toFixed(1) : n.toFixed(2)}${unit}`;
}

/** Puts drawings below each other into one picture with title, unit and note. */
export function framed(canvas: Canvas, frame: Frame, drawings: readonly Element[]): Element {
  const width = frame.width ?? 900;
  const svg = canvas.createElementNS(SVG, "svg");
  const texts: [string, number, number, string, string][] = [[short(frame.title, Math.floor(width / (width < 620 ? 9.5 : 12))), 20, 30, width < 620 ? "16" : "20", INK]];
  const unit = wrapped(frame.unit, Math.floor(width / 7));
  unit.forEach((line, i) => texts.push([line, 20, 52 + i * 17, "13", GREY]));
  let top = 47 + unit.length * 17;
  for (const d of drawings) {
    d.setAttribute("x", "0");
    d.setAttribute("y", String(top));
    top += Number(d.getAttribute("height"));
  }
  const lines = wrapped(frame.note, Math.floor(width / 6.4));
  lines.forEach((line, i) => texts.push([line, 20, top + 18 + i * 15, "11.5", GREY]));
  const height = top + 26 + lines.length * 15;
  svg.setAttribute("xmlns", SVG);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `${frame.title}, ${frame.unit}`);
  svg.setAttribute("font-family", FONT);
  const paper = canvas.createElementNS(SVG, "rect");
  for (const [k, v] of [
    ["width", String(width)],
    ["height", String(height)],
    ["fill", PAPER],
  ] as const)
    paper.setAttribute(k, v);
  svg.append(paper);
  for (const [text, x, y, size, fill] of texts) {
    const t = canvas.createElementNS(SVG, "text");
    for (const [k, v] of [
      ["x", String(x)],
      ["y", String(y)],
      ["font-size", size],
      ["fill", fill],
    ] as const)
      t.setAttribute(k, v);
    if (y === 30) t.setAttribute("font-weight", "600");
    t.textContent = text;
    svg.append(t);
  }
  svg.append(...drawings);
  return svg;
}

function wrapped(text: string, most: number): string[] {
  const out: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > most) {
      out.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? out : [...out, line];
}
