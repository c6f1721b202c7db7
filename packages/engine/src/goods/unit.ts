/** A number of units as a fraction: numerator, denominator. */
export type Fraction = readonly [bigint, bigint];
/** A unit of quantity: what it measures, and how many of the least unit of its kind it holds. */
export interface Unit {
  /** "mass", "mass of lead", "count" …: only units of one kind are converted. */
  readonly kind: string;
  readonly holds: Fraction;
}

/** Units by kind, each with how many of the first it holds. Pounds, ounces, gallons and feet are the international ones, which are exact; a hundredweight is the US one of 100 pounds, a quart the US liquid one. */
const TABLE: Readonly<Record<string, Readonly<Record<string, number | readonly [number, number]>>>> = {
  mass: {
    g: 1,
    gram: 1,
    gramme: 1,
    mg: [1, 1000],
    kg: 1000,
    kilogram: 1000,
    t: 1_000_000,
    mt: 1_000_000,
    tonne: 1_000_000,
    "metric ton": 1_000_000,
    "metric tonne": 1_000_000,
    cwt: [45_359_237, 1000],
    lb: [45_359_237, 100_000],
    pound: [45_359_237, 100_000],
    oz: [28_349_523_125, 1_000_000_000],
    carat: [1, 5],
  },
  volume: {
    ml: 1,
    cm3: 1,
    l: 1000,
    liter: 1000,
    litre: 1000,
    ltr: 1000,
    hl: 100_000,
    kl: 1_000_000,
    m3: 1_000_000,
    cbm: 1_000_000,
    "cu m": 1_000_000,
    "thousand m3": 1_000_000_000,
    ft3: [28_316_846_592, 1_000_000],
    "cu ft": [28_316_846_592, 1_000_000],
    qt: [946_352_946, 1_000_000],
    quart: [946_352_946, 1_000_000],
    gal: [3_785_411_784, 1_000_000],
    gallon: [3_785_411_784, 1_000_000],
    bbl: [158_987_294_928, 1_000_000],
    barrel: [158_987_294_928, 1_000_000],
  },
  length: { cm: 1, mm: [1, 10], m: 100, "lin m": 100, meter: 100, metre: 100, "thousand m": 100_000, km: 100_000, in: [254, 100], ft: [3048, 100], yd: [9144, 100] },
  area: { cm2: 1, m2: 10_000, sqm: 10_000, "sq m": 10_000, ft2: [9_290_304, 10_000], "sq ft": [9_290_304, 10_000], yd2: [83_612_736, 10_000], "sq yd": [83_612_736, 10_000] },
  count: {
    each: 1,
    ea: 1,
    no: 1,
    number: 1,
    pc: 1,
    piece: 1,
    unit: 1,
    article: 1,
    head: 1,
    pin: 1,
    doz: 12,
    dz: 12,
    dozen: 12,
    "doz pc": 12,
    "dz pc": 12,
    gross: 144,
    hundred: 100,
    thousand: 1000,
    1000: 1000,
    "1000 pin": 1000,
  },
  pairs: { pr: 1, pair: 1, "doz pr": 12, "doz pair": 12, "dozen pair": 12 },
  "proof volume": { "pf liter": 1, "proof liter": 1, "pf gallon": [3_785_411_784, 1_000_000_000], "proof gallon": [3_785_411_784, 1_000_000_000] },
  jewels: { jewel: 1, jwl: 1 },
  "lines by the gross": { "line/gross": 1, "gross line": 1, "gr line": 1 },
  degrees: { degree: 1 },
};
/** Of each kind, the units that a hint names. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  mass: ["kg", "g", "t", "lb", "oz"],
  volume: ["liter", "ml", "hl", "gal", "m3", "bbl"],
  length: ["m", "cm"],
  area: ["m2", "cm2"],
  count: ["no", "doz", "gross", "hundred", "thousand"],
  pairs: ["pr", "doz pr"],
  "proof volume": ["pf. liter", "pf. gallon"],
};
/** What a quantity is of, in the tariff's words and in the short form that its unit column prints ("Pb kg"). */
const CONTENT: Readonly<Record<string, string>> = {
  cu: "copper",
  pb: "lead",
  zn: "zinc",
  w: "tungsten",
  mo: "molybdenum",
  mg: "magnesium",
  mn: "manganese",
  si: "silicon",
  cy: "clean yield",
  clean: "clean yield",
  drained: "drained weight",
  sugars: "total sugars",
  "ttl sug": "total sugars",
  container: "contents and container",
  "weight of container": "contents and container",
  "contents and containers": "contents and container",
  "entire contents": "entire contents of container",
};
const MONEY = /^(?:usd|\$|dollars?)(?: (?:of|on))?(?: the)?(?: value of(?: the)?)? (.+)$/;

const PLAIN = new Map(Object.entries(TABLE).flatMap(([kind, units]) => Object.entries(units).map(([name, of]) => [name, { kind, holds: fraction(of) }] as const)));
const read = new Map<string, Unit>();

/**
 * Reads a unit, however it is written. A unit on a content or a condition ("kg on lead content", "Pb kg", "kg drained") is a kind of its own,
 * and so is the value of a part ("USD case"); a unit that is not known converts to itself alone.
 * @example readUnit("Liters").kind //=> "volume"
 */
export function readUnit(text: string): Unit {
  let unit = read.get(text);
  if (unit === undefined) {
    if (read.size > 2000) read.clear();
    read.set(text, (unit = parse(plainWords(text))));
  }
  return unit;
}

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/²/g, "2")
    .replace(/³/g, "3")
    .replace(/1,000/g, "1000")
    .replace(/\s*\/\s*/g, "/")
    .replace(/\.(?=\S)/g, " ")
    .replace(/\./g, "")
    .replace(/\s+/g, " ")
    .trim();

function parse(text: string): Unit {
  const plain = simple(text);
  if (plain !== undefined) return plain;
  const part = MONEY.exec(text)?.[1];
  if (part !== undefined) return { kind: `value of the ${part}`, holds: [1n, 1n] };
  const words = text.split(" ");
  const before = CONTENT[words[0] as string];
  const rest = before === undefined ? undefined : simple(words.slice(1).join(" "));
  if (before !== undefined && rest !== undefined) return { ...rest, kind: `${rest.kind} of ${before}` };
  for (const n of [2, 1]) {
    const base = simple(words.slice(0, n).join(" ").replace(/,$/, ""));
    if (base === undefined || words.length <= n) continue;
    const of = words
      .slice(n)
      .join(" ")
      .replace(/^(on|of|including) /, "")
      .replace(/^the /, "")
      .replace(/ content$/, "");
    return base.kind === "proof volume" ? base : { ...base, kind: `${base.kind} of ${CONTENT[of] ?? of}` };
  }
  return { kind: text, holds: [1n, 1n] };
}

/** A unit of the table, in the singular or the plural. */
const simple = (text: string): Unit | undefined => PLAIN.get(text) ?? PLAIN.get(text.replace(/s\b/g, "")) ?? PLAIN.get(text.replace(/s$/, ""));

/**
 * An amount of one unit in another, exactly. Undefined where the two are not of one kind.
 * @example inUnit([1n, 1n], readUnit("t"), readUnit("kg")) //=> [1000000n, 1000n], which is 1000
 */
export function inUnit(amount: Fraction, from: Unit, to: Unit): Fraction | undefined {
  if (from.kind !== to.kind) return undefined;
  return [amount[0] * from.holds[0] * to.holds[1], amount[1] * from.holds[1] * to.holds[0]];
}

/** Rates that are printed for a number of things: what a question calls it. */
const ASKED: Readonly<Record<string, string>> = { 1000: "thousand", "1,000": "thousand", "1,000 pins": "thousand", "line/gross": "gross lines" };

/** A unit as a question names it, short: "kg lead" for "kg on lead content". The rate's own words where they are plain. */
export function askFor(text: string): string {
  if (ASKED[text] !== undefined) return ASKED[text];
  const [kind = "", of] = readUnit(text).kind.split(" of ");
  if (of === undefined || kind === "value") return text;
  const base = text
    .toLowerCase()
    .replace(/^clean /, "")
    .split(/[ ,]/)[0];
  return `${base} ${of}`;
}

/** The units that would do in the place of one, itself first. @example othersLike("kg on lead content") //=> ["kg lead", "g lead", …] */
export function othersLike(text: string): string[] {
  const own = askFor(text);
  const [kind = "", of] = readUnit(text).kind.split(" of ");
  return [...new Set([own, ...(NAMED[kind] ?? []).map((n) => (of === undefined ? n : `${n} ${of}`))])];
}

function fraction(of: number | readonly [number, number]): Fraction {
  return typeof of === "number" ? [BigInt(of), 1n] : [BigInt(of[0]), BigInt(of[1])];
}
