import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { averageView } from "@truce/engine/answers/average";
import { printAverages } from "../tools/averages.mjs";
import { root } from "./golden/read.js";

test("docs/averages.md is what the law, the weights and the published series give: npm run averages", async () => {
  expect(readFileSync(join(root, "docs/averages.md"), "utf8")).toBe(printAverages(new Desks(await openRegime()), averageView));
});
