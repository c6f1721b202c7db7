const BAR = 30;
const FEW = 0.02;

/** A bar on a terminal's stderr that shows how far a step is, how fast, and how long it will take; nothing elsewhere. */
export function progressBar(quiet: boolean): { readonly step: (name: string, lines: number, share: number) => void; readonly end: () => void } {
  if (quiet || process.stderr.isTTY !== true) return { step: () => undefined, end: () => undefined };
  let shown = "";
  let from = Date.now();
  const clear = (): void => void process.stderr.write("\r\u001b[K");
  return {
    step: (name, lines, share) => {
      if (name !== shown) {
        shown = name;
        from = Date.now();
      }
      clear();
      process.stderr.write(progressLine(name, lines, share, (Date.now() - from) / 1000));
    },
    end: clear,
  };
}

/**
 * One line of progress. @param seconds since the step began
 * @example progressLine("reading", 3_000_000, 0.25, 1) //=> "reading  [========                      ]  25 %  3.0 M lines, 3.0 M lines/s, 3 s left"
 */
export function progressLine(name: string, lines: number, share: number, seconds: number): string {
  const full = Math.round(share * BAR);
  const bar = `[${"=".repeat(full)}${" ".repeat(BAR - full)}] ${String(Math.round(share * 100)).padStart(3)} %  `;
  const rate = seconds > 0 && lines > 0 ? `, ${short(lines / seconds)} lines/s` : "";
  const left = share > FEW ? `, ${Math.ceil((seconds * (1 - share)) / share)} s left` : "";
  return `${name.padEnd(8)} ${bar}${short(lines)} lines${rate}${left}`;
}

const short = (n: number): string => (n < 10_000 ? String(Math.round(n)) : n < 1_000_000 ? `${Math.round(n / 1000)} k` : `${(n / 1_000_000).toFixed(1)} M`);
