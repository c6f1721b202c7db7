import { BEIJING, dayIn, type Instant, WASHINGTON } from "../time/index.js";

/** The zone in whose calendar the days of a document, a measure or a meeting are counted: Beijing for China's, else Washington. */
export const zoneOfId = (id: string): string => (id.startsWith("cn/") ? BEIJING : WASHINGTON);

/** The day of an instant as the side that spoke counts it; the day itself where nothing but the day is known. */
export const localDay = (id: string, at: Instant, day?: string): string => day ?? dayIn(at, zoneOfId(id));
