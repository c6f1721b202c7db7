import type { FiledEntry, FiledLine, FiledTariff } from "@truce/engine/entry";

/** A filed entry in few words. Each number is `code value duty`, money in dollars; `-` where the report has none. Rows count from 2. */
export function filed(
  entered: string,
  lines: readonly (readonly string[])[],
  more: Partial<Omit<FiledEntry, "lines">> & { readonly origin?: string; readonly facts?: Readonly<Record<string, string>> } = {},
): FiledEntry {
  const { origin = "CN", facts = {}, ...rest } = more;
  let row = 2;
  return {
    number: "ABC-1234567-6",
    type: "01",
    entered,
    importer: undefined,
    importerType: undefined,
    mode: undefined,
    liquidation: { status: undefined, date: undefined },
    reconciliation: undefined,
    reconciled: undefined,
    protest: undefined,
    drawback: undefined,
    antidumping: undefined,
    fees: [],
    ...rest,
    lines: lines.map((tariffs, i): FiledLine => ({ number: i + 1, origin: origin === "" ? undefined : origin, facts, tariffs: tariffs.map((t) => tariff(t, row++)) })),
  };
}

function tariff(text: string, row: number): FiledTariff {
  const [code, value, duty] = text.split(" ");
  const cents = (t: string | undefined): number | undefined => (t === undefined || t === "-" ? undefined : Math.round(Number(t) * 100));
  return { code: (code as string).replaceAll(".", ""), value: cents(value), duty: cents(duty), quantity: [], row };
}
