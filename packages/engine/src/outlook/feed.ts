import { type Item, timeline, type Regime } from "../law/index.js";
import { toUtc } from "../time/index.js";

/** Text as it stands in XML: what XML 1.0 does not allow is left out. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * The instruments known by then as an Atom feed (RFC 4287), the newest first: an entry counts as updated by its last act known.
 * The same law gives the same text. @param since leaves out what was announced before this day
 * @example feed(regime, "2026-10-10").includes("<entry>") //=> true
 */
export function feed(regime: Regime, horizon: string, since?: string): string {
  const known = toUtc(regime.known);
  const items = timeline(regime, { on: regime.known, known: regime.known, horizon }, {}).items.filter((i) => since === undefined || updated(i).slice(0, 10) >= since);
  const sorted = [...items].sort((a, b) => (updated(a) < updated(b) ? 1 : updated(a) > updated(b) ? -1 : a.id < b.id ? -1 : 1));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:truce:instruments</id>
<title>Truce: instruments of the US-China trade regime</title>
<subtitle>${xml(`As known ${known}; regime checked to ${horizon}`)}</subtitle>
<updated>${sorted[0] === undefined ? known : updated(sorted[0])}</updated>
<author><name>Truce</name></author>
${sorted.map(entry).join("\n")}
</feed>
`;
}

const updated = (i: Item): string => i.acts.reduce((last, a) => (a.announced > last ? a.announced : last), i.announced);

function entry(i: Item): string {
  const url = i.sources.find((s) => s.url !== undefined)?.url;
  const acts = i.acts.map((a) => a.text).join("; ");
  return `<entry>
<id>urn:truce:${xml(i.id)}</id>
<title>${xml(i.title)}</title>
<published>${i.announced}</published>
<updated>${updated(i)}</updated>
<author><name>${xml(i.issuer)}</name></author>
<category term="${xml(i.standing)}"/><category term="${xml(i.kind)}"/>
${url === undefined ? "" : `<link rel="related" href="${xml(url)}"/>\n`}<summary>${xml(
    [i.summary, i.cites.join(", "), acts]
      .filter((x) => x !== undefined && x !== "")
      .join(" · ")
      .slice(0, 2000),
  )}</summary>
</entry>`;
}
