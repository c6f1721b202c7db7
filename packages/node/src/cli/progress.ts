/** A bar on a terminal's stderr that shows how far a step is and how long it will take; nothing elsewhere. */
export function progressBar(quiet: boolean): { readonly step: (name: string, share: number) => void; readonly end: () => void } {
  if (quiet || process.stderr.isTTY !== true) return { step: () => undefined, end: () => undefined };
  let shown = "";
  let from = Date.now();
  const clear = (): void => void process.stderr.write("\r\u001b[K");
  return {
    step: (name, share) => {
      if (name !== shown) {
        shown = name;
        from = Date.now();
      }
      const gone = (Date.now() - from) / 1000;
      const left = share > 0.02 ? `, ${Math.ceil((gone * (1 - share)) / share)} s left` : "";
      const full = Math.round(share * 30);
      clear();
      process.stderr.write(`${name.padEnd(8)} [${"=".repeat(full)}${" ".repeat(30 - full)}] ${String(Math.round(share * 100)).padStart(3)} %${left}`);
    },
    end: clear,
  };
}
