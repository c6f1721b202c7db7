/** A name as SQL quotes it. */
export const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** A text as SQL quotes it. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
