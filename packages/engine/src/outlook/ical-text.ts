/** Lines of iCalendar (RFC 5545) are at most so many octets, the break not counted. */
const OCTETS = 75;

/** Text as a value: backslashes, commas, semicolons and line breaks escaped, other control characters left out. */
export const icalText = (text: string): string =>
  text
    .replace(/\\/g, "\\\\")
    .replace(/[;,]/g, (c) => `\\${c}`)
    .replace(/\r?\n/g, "\\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f]/g, "");

/**
 * One line folded so that no part is longer than 75 octets and no character is cut in two.
 * @example fold("SUMMARY:short") //=> "SUMMARY:short\r\n"
 */
export function foldLine(line: string): string {
  const encoder = new TextEncoder();
  let out = "";
  let room = OCTETS;
  for (const c of line) {
    const size = encoder.encode(c).length;
    if (size > room) {
      out += "\r\n ";
      room = OCTETS - 1;
    }
    out += c;
    room -= size;
  }
  return `${out}\r\n`;
}

/** The zones of both capitals, with the rule of their clocks since 2007 and 1991. */
export const ZONES = `BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
END:STANDARD
END:VTIMEZONE
BEGIN:VTIMEZONE
TZID:Asia/Shanghai
BEGIN:STANDARD
DTSTART:19910915T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE`;
