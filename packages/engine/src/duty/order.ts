/**
 * Where a measure stands in the order in which customs wants its headings: Section 301 technology lists, Section 301 forced labor,
 * IEEPA (fentanyl before reciprocal, by practice), Section 122, Section 232, Section 201. Source: CSMS 64018403; CSMS 69668138.
 */
const ORDER = [
  "us/s301/list-1",
  "us/s301/list-2",
  "us/s301/list-3",
  "us/s301/list-4a",
  "us/s301/list-4b",
  "us/s301/review",
  "us/s301/cranes",
  "us/s301/chassis",
  "us/s301/",
  "us/s301/forced-labor",
  "us/fentanyl/",
  "us/reciprocal",
  "us/reciprocal/",
  "us/s122",
  "us/s232/",
  "us/s201/",
  "us/threatened/",
  "us/",
  "cn/s232-answer",
  "cn/s301/list-1",
  "cn/s301/list-2",
  "cn/s301/list-3",
  "cn/s301/list-4a",
  "cn/2025-february",
  "cn/2025-march",
  "cn/general",
  "cn/",
];

/** The place of a measure in the filing order: its own entry, else the longest family that it belongs to. */
export function place(id: string): number {
  const own = ORDER.indexOf(id);
  if (own >= 0) return own;
  let best = ORDER.length;
  let length = 0;
  ORDER.forEach((family, i) => {
    if (family.endsWith("/") && id.startsWith(family) && family.length > length) {
      best = i;
      length = family.length;
    }
  });
  return best;
}
