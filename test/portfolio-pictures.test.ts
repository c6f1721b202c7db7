import { portfolioPictures } from "@truce/engine/pictures/portfolio";
import { expect, test } from "vitest";
import { canvas } from "../packages/node/dist/charts/render.js";

/* What is not known is drawn as open, never as nothing owed. */
test("a month of which no line is settled is open in its chart, not zero", () => {
  const side = { side: "us", currency: "USD", lines: 3, value: "300.00" } as const;
  const open = { lines: 1, value: "100.00", byOutcome: {}, additionalMin: "0.00", additionalMax: null };
  const row = (key: string, lines: number, additional: string, isOpen: number) => ({
    key,
    side: "us" as const,
    lines,
    value: "100.00",
    scenarios: [{ scenario: "law", additional, duty: additional, open: isOpen }],
  });
  const of = (last: ReturnType<typeof row>): string =>
    portfolioPictures({
      scenarios: [{ id: "law", title: "" }],
      sides: [{ ...side, scenarios: [{ scenario: "law", settled: 2, base: "0.00", additional: "50.00", duty: "50.00", withoutBase: 0, change: "0.00", open }] }],
      movers: [],
      tables: { month: [row("2025-09", 1, "50.00", 0), last] },
      known: "2026-10-10T00:00:00Z",
      horizon: "2026-10-10",
    })
      .find((p) => p.name === "us-months")
      ?.draw(canvas()).outerHTML ?? "";
  expect(of(row("2025-10", 2, "0.00", 2))).toMatch(/law as it stands\s+open/);
  expect(of(row("2025-10", 2, "0.00", 1))).toMatch(/law as it stands\s+0/);
});
