/** The page for the text of test/expected-divergences.yaml. */
export function printDivergences(text: string): string;
