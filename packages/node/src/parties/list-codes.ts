import type { ListCode, ListKind } from "@truce/engine/controls";

const folded = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");

/**
 * The code of a list by its code, its title or another spelling, whatever the case; undefined for none that is known.
 * @example codeNamed(kinds, "Entity List (EL) - Bureau of Industry and Security") //=> "EL"
 */
export function codeNamed(kinds: readonly ListKind[], text: string): ListCode | undefined {
  const word = folded(text);
  return kinds.find((k) => [k.code, k.title, k.dataset, ...k.also].some((n) => folded(n) === word))?.code;
}

/** The lists of which the Consolidated Screening List is made. One of them that it no longer holds is empty, not unknown. */
export const CSL_LISTS: readonly ListCode[] = ["EL", "MEU", "UVL", "DPL", "SDN", "SSI", "CMIC", "FSE", "CAP", "MBS", "PLC", "ISN", "DTC"];
