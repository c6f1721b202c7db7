import { fold, type Instrument, LawError, type Regime as LawAsKnown } from "@truce/engine/law";
import { type Instant, OPEN, toUtc } from "@truce/engine/time";
import { InputError } from "./open.js";

const LAW = new Set(["law", "notice"]);

/**
 * The law as known, with suppositions on top.
 * @throws InputError `supposition-too-early` where one moves what is not known by then, `bad-supposition` where it moves what nobody imposed
 * @example lay(law.instruments, known, [truceExtended]).at("cn/general", on)
 */
export function lay(instruments: readonly Instrument[], known: Instant, supposed: readonly Instrument[]): LawAsKnown {
  try {
    return fold(instruments, known, supposed);
  } catch (e) {
    if (!(e instanceof LawError) || !supposed.includes(e.instrument) || (e.rule !== "R10" && e.rule !== "R13")) throw e;
    throw holds(instruments, supposed)
      ? new InputError("supposition-too-early", `${e.instrument.id} moves what is not known by ${toUtc(known).slice(0, 10)}`, "give a later --known", "--suppose")
      : new InputError("bad-supposition", e.message, "name a measure that is imposed by an instrument, or by the supposition itself", "--suppose");
  }
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
