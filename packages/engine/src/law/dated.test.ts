import { expect, test } from "vitest";
import { newestDay } from "./dated.js";

test.each([
  ["2025-10-09 by one, 2025-10-10 by another", "2025-10-10"],
  ["until 9 November 2026, says 90 FR 50857", "2026-11-09"],
  ["on 3 May 2026 and in June 2026", "2026-06-31"],
  ["issued on October 9, 2025", "2025-10-09"],
  ["days read as 9 October", "2025-10-09"],
  ["the relief of November 2025", "2025-11-31"],
  ["sometime in 2025-10", "2025-10-31"],
  ["a count of 2026", "2026-12-31"],
  ["85 FR 3741", "2020-12-31"],
  ["FR Doc. 2026-17925", "2026-12-31"],
  ["税委会公告2026年第10号", "2026-12-31"],
  ["printed on 9 November 2026 as 91 FR 2018", "2026-12-31"],
])("the newest day of %j is %s", (text, day) => expect(newestDay(text, "2025")).toBe(day));

test("a text without a day has none", () => expect(newestDay("the clock of the start, 25 and 2.5 points, heading 9903.88.03", "2025")).toBeUndefined());
