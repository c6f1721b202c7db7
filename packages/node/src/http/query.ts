/** A parameter of a query as text. */
export const text = (description: string) => ({ type: "string", maxLength: 300, description }) as const;
/** One that may stand several times. */
export const texts = (description: string) => ({ type: "array", maxItems: 100, items: { type: "string", maxLength: 300 }, description }) as const;
