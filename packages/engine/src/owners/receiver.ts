import type { Receiver } from "../controls/index.js";
import type { ScreenAnswer } from "../controls/screen/index.js";

/** What a screen says of a party, as far as controls of goods turn on it. */
export const receiverOf = (a: ScreenAnswer): Receiver => ({
  name: a.matches.find((m) => m.strength === "strong")?.party ?? a.name,
  verdict: a.verdict,
  why: a.why,
  listed: a.matches
    .filter((m) => m.strength === "strong" && m.status === "active")
    .map(({ list, instruments, cites, means }) => ({ list, instruments, cites, means }))
    .filter((l, i, all) => all.findIndex((o) => o.list === l.list) === i),
  owned: a.regimes.some((r) => r.regime === "cn/announcement-61" && r.verdict === "restricted"),
});
