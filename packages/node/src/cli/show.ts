import { chainOf } from "@truce/engine/law";
import { parseOn, WASHINGTON } from "@truce/engine/time";
import { showId } from "@truce/engine/answers/show-id";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { InputError } from "@truce/engine/desk";
import { openLists } from "../parties/index.js";
import { chainPart } from "./pages/chain.js";
import { showPage } from "./pages/show.js";
import { start } from "./question.js";

/** truce show */
export async function show(id: string, options: Common & { readonly chain?: boolean }): Promise<void> {
  const { desks, known, now, supposed } = await start(options);
  const on = options.on === undefined ? now : parseOn(options.on, WASHINGTON).at;
  if (/^[^/]*:/.test(id)) {
    const party = (await import("@truce/engine/answers/show-party")).showParty(desks, openLists(desks.regime), id.trim(), { on, known, now, supposed });
    if (party !== undefined) return write(options.json ? `${JSON.stringify(party)}\n` : (await import("./pages/party.js")).partyPage(party));
  }
  const result = showId(desks, id.trim(), { on, known, now, supposed });
  if (options.chain !== true) return write(options.json ? `${JSON.stringify(result)}\n` : showPage(result));
  const regime = desks.regimeAt(known, supposed);
  const document = regime.instruments.find((i) => i.id === id.trim());
  if (document === undefined)
    throw new InputError("no-chain", `${id.trim().slice(0, 80)} is no document: chains join documents`, "ask for the document that made it: truce show ID names it", "--chain");
  const chain = chainOf(regime, document.id);
  await write(options.json ? `${JSON.stringify({ ...result, chain })}\n` : `${showPage(result).trimEnd()}\n${chainPart(chain)}\n`);
}
