import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { instant, parseKnown } from "@truce/engine/time";
import { afterAll, beforeAll, describe, test } from "vitest";
import { errorView } from "../packages/node/dist/cli/output.js";
import { Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { type Answer, compareJson } from "./golden/compare.js";
import { type Given, readCases, root } from "./golden/read.js";
import { describeAnswers, dutyCases } from "./shared-suite.js";

/** The moment at which these cases are asked, where they give no clock. */
const NOW = instant(Date.UTC(2026, 9, 10, 12) / 60_000);
const place = (s: string): string => (s.endsWith(".yaml") && !isAbsolute(s) ? join(root, s) : s);

const desks = openRegime().then((regime) => new Desks(regime));

async function inProcess(given: Given): Promise<Answer> {
  const d = await desks;
  try {
    const { known, suppose = [], ...asked } = given;
    const supposed = await suppositions(suppose.map(place), d.regime);
    return d.duty(asked, known === undefined ? NOW : parseKnown(known).at, NOW, supposed);
  } catch (e) {
    const view = errorView(e);
    if (view === undefined) throw e;
    return { error: view };
  }
}
describeAnswers("the interpreter, in process", inProcess);

describe("the command line, as a batch", () => {
  const dir = mkdtempSync(join(tmpdir(), "truce-golden-"));
  let answers: Answer[] = [];
  beforeAll(async () => {
    const file = join(dir, "questions.jsonl");
    writeFileSync(
      file,
      dutyCases
        .map((c, i) => JSON.stringify({ known: "2026-10-10T12:00Z", on: "2026-10-10T12:00Z", ...c.given, ...(c.given.suppose === undefined ? {} : { suppose: c.given.suppose.map(place) }), ref: i }))
        .join("\n"),
    );
    const out = await new Promise<string>((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, "packages/node/dist/cli/main.js"), "duty", "--batch", file], { stdio: ["ignore", "pipe", "inherit"] });
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
      child.on("error", reject).on("close", (code) => (code === 0 ? resolve(text) : reject(new Error(`the batch ended with ${code}`))));
    });
    answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Answer);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  describeAnswers("line by line", (_, at) => answers[at] as Answer);
});

describe("other commands, through their JSON", () => {
  const files = new Map<string, ReturnType<typeof readCases>["commands"]>();
  for (const c of readCases().commands) files.set(c.file, [...(files.get(c.file) ?? []), c]);
  for (const [file, cases] of files)
    describe(file, () => {
      for (const c of cases)
        test.concurrent(c.ask, async () => {
          const out = await new Promise<string>((resolve, reject) =>
            execFile(process.execPath, [join(root, "packages/node/dist/cli/main.js"), ...c.command.map(place), "--json"], { maxBuffer: 1 << 26 }, (e, stdout, stderr) =>
              e === null ? resolve(stdout) : reject(new Error(`${c.command.join(" ")}: ${stderr || e.message}`)),
            ),
          );
          compareJson(JSON.parse(out), c.expectJson);
        });
    });
});
