// Writes packages/engine/src/time/new-york.ts: every change of the clocks of New York from 2000 to 2299, as the time zone database has them.
// Run again when the rules change: node tools/make-zones.mjs
import { writeFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";

const at = Temporal.ZonedDateTime.from("2000-01-01T00:00[America/New_York]");
const rows = [];
for (let next = at.getTimeZoneTransition("next"); next !== null && next.year < 2300; next = next.getTimeZoneTransition("next"))
  rows.push([next.epochMilliseconds / 60_000, next.offsetNanoseconds / 60e9]);
const steps = rows.map(([t], i) => (i === 0 ? t : t - rows[i - 1][0]));
writeFileSync(
  new URL("../packages/engine/src/time/new-york.ts", import.meta.url),
  `// Written by tools/make-zones.mjs from the time zone database; do not edit.
/** Minutes since 1970 of the first change of New York's clocks after 2000-01-01, then the minutes from each change to the next. Summer time begins first. */
export const NEW_YORK_CHANGES: readonly number[] = [
${steps.reduce((lines, s, i) => (i % 12 === 0 ? [...lines, `  ${s},`] : [...lines.slice(0, -1), `${lines.at(-1)} ${s},`]), []).join("\n")}
];
`,
);
if (rows[0][1] !== -240) throw new Error("the first change of a year was expected to be to summer time");
