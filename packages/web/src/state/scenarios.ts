/** Scenarios that a reader can lay beside the law as it stands. */
export const SCENARIOS = ["truce-lapses", "truce-extended", "us/threat-2025-10-10-100pct", "deal-of-30-october", "thirty-for-thirty", "forced-labor-struck-down", "excess-capacity"] as const;

/** A scenario as it is named in a list. */
export const scenarioName = (id: string): string => id.replace(/^us\/threat-2025-10-10-100pct$/, "100 % threat").replaceAll("-", " ");
