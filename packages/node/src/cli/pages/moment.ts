import { parseInstant, toZoned } from "@truce/engine/time";
import { zoneOfId } from "@truce/engine/law";

/**
 * A UTC instant as the side of an id writes it, to the minute and with its offset.
 * @example local("2025-10-08T16:00:00Z", "cn/mofcom-2025-61") //=> "2025-10-09 00:00+08:00"
 */
export const local = (utc: string, id: string): string => toZoned(parseInstant(utc), zoneOfId(id)).replace("T", " ").replace(":00+", "+").replace(/:00-/, "-");
