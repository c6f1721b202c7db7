import { fold, type Instrument, LawError, placeOf, type Regime as LawAsKnown } from "../law/index.js";
import { type Instant, OPEN, toUtc } from "../time/index.js";
import { InputError } from "./input-error.js";

const LAW = new Set(["law", "notice"]);

/**
 * The law as known, with suppositions on top.
 * @throws InputError `contradiction` where two of them cannot both be, `supposition-too-early` where one moves what is not known by then, `bad-supposition` where it moves what nobody imposed
 * @example lay(law.instruments, known, [truceExtended]).at("cn/general", on)
 */
export function lay(instruments: readonly Instrument[], known: Instant, given: readonly Instrument[]): LawAsKnown {
  const supposed = withLaid(instruments, given);
  try {
    return fold(instruments, known, supposed);
  } catch (e) {
    if (!(e instanceof LawError) || !supposed.includes(e.instrument)) throw e;
    if (e.rule === "R25")
      throw new InputError("contradiction", `${at(e)}: ${e.rule} ${e.what}`, "leave one of them out, or give each a --suppose of its own where they stand side by side", "--suppose");
    if (e.rule !== "R10" && e.rule !== "R13") throw e;
    throw holds(instruments, supposed)
      ? new InputError("supposition-too-early", `${e.instrument.id} moves what is not known by ${toUtc(known).slice(0, 10)}`, "give a later --known", "--suppose")
      : new InputError("bad-supposition", `${at(e)}: ${e.rule} ${e.what}`, "name a measure that is imposed by an instrument, or by the supposition itself", "--suppose");
  }
}

/**
 * Suppositions with the documents that they lay below themselves, each once.
 * @throws InputError `bad-supposition` where one lays what does not exist
 */
export function withLaid(instruments: readonly Instrument[], supposed: readonly Instrument[]): readonly Instrument[] {
  if (supposed.every((s) => s.lays === undefined)) return supposed;
  const out = new Set<Instrument>();
  for (const s of supposed) {
    (s.lays ?? []).forEach((id, n) => {
      const laid = instruments.find((i) => i.id === id);
      const place = placeOf(s, "lays", n);
      if (laid === undefined)
        throw new InputError("bad-supposition", `${s.file}:${place.line}:${place.column}: R15 there is no document ${id}`, "name a document of the regime: truce timeline lists them", "--suppose");
      out.add(laid);
    });
    out.add(s);
  }
  return [...out];
}

/** file:line:column of the act; of a scenario of ours, which is packed, file and line. */
function at(e: LawError): string {
  const place = placeOf(e.act);
  return place.line === e.line ? `${e.file}:${place.line}:${place.column}` : `${e.file}:${e.line}`;
}

function holds(instruments: readonly Instrument[], supposed: readonly Instrument[]): boolean {
  try {
    fold(instruments, OPEN, supposed);
    return true;
  } catch (e) {
    if (e instanceof LawError) return false;
    throw e;
  }
}

/** Of what is supposed, the documents that are wholly law by then: they stay where they are. */
export function alreadyLaw(instruments: readonly Instrument[], known: Instant, supposed: readonly Instrument[]): Instrument[] {
  const there = new Set(instruments);
  return supposed.filter((i) => there.has(i) && LAW.has(i.standing) && i.announced <= known && i.acts.every((a) => a.announced <= known));
}
