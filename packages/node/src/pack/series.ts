import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OPEN } from "@truce/engine/time";
import { Desks, type Made } from "@truce/engine/desk";
import { nameOf, OWN, workOut } from "@truce/engine/answers/average-series";
import type { Packs } from "./make.js";
import { openGoods, openLaw } from "./open.js";
import { root } from "./root.js";

/** What the series rest on: the packs, and the program that works them out. */
export function keyOf(packs: Packs): string {
  const hash = createHash("sha256").update(packs.law).update(packs.goods);
  const files = (dir: string): string[] =>
    readdirSync(dir, { recursive: true, encoding: "utf8" })
      .filter((f) => f.endsWith(".js"))
      .sort()
      .map((f) => join(dir, f));
  for (const f of files(join(root, "packages/engine/dist"))) hash.update(readFileSync(f));
  return hash.digest("hex");
}

/** The average series of all that is known, as the text of build/series.json; undefined where the one that is there still holds. */
export function makeSeries(packs: Packs): string | undefined {
  const key = keyOf(packs);
  const path = join(root, "build", "series.json");
  if (existsSync(path) && readFileSync(path, "utf8").startsWith(`{"key":"${key}"`)) return undefined;
  const desks = new Desks({ law: openLaw(packs.law), goods: openGoods(packs.goods), copies: [], dir: "" });
  const made: Record<string, Made[string]> = {};
  for (const side of ["us", "cn"] as const) for (const weights of [OWN[side], "simple"]) made[nameOf(side, weights)] = workOut(desks, side, weights, OPEN, []);
  return JSON.stringify({ key, made });
}
