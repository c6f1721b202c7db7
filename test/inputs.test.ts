import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/* What the program does with input that is wrong, too much, or cut off. Each case runs it as a user does, as a process of its own. */
const main = fileURLToPath(new URL("../packages/node/dist/cli/main.js", import.meta.url));
const question = (ref: unknown) => ({ code: "4202.92.31", from: "CN", on: "2025-10-25", known: "2025-10-25", ref });
let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "truce-inputs-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function truce(args: readonly string[], input?: string | Buffer) {
  const run = spawnSync(process.execPath, [main, ...args], { encoding: "utf8", maxBuffer: 1 << 28, ...(input === undefined ? {} : { input }) });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
function file(name: string, content: string | Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}
/** The lines of a batch's answer, read. */
const lines = (out: string): Record<string, unknown>[] =>
  out
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Record<string, unknown>);
const codeOf = (line: Record<string, unknown> | undefined): unknown => (line?.["error"] as { code: string } | undefined)?.code ?? line?.["outcome"];

describe("a question that cannot be answered", () => {
  const duty = (...more: string[]): string[] => ["duty", "4202.92.31", ...more];
  test.each([
    ["an unknown code, with the nearest", ["duty", "4202.92.99"], "unknown-code", /4202\.92\.97/],
    ["a code with letters", ["duty", "42x2.92.31"], "bad-code", /6, 8 or 10 digits/],
    ["a code of seven digits", ["duty", "4202923"], "bad-code", /has 7 digits/],
    ["a day that does not exist", duty("--on", "2025-02-30"), "bad-date", /2025-02-30" is not a day/],
    ["an hour that does not exist", duty("--on", "2025-10-25T25:00Z"), "bad-date", /not an instant/],
    ["a wall time that the clocks skipped", duty("--on", "2026-03-08T02:30[America/New_York]"), "bad-date", /put forward/],
    ["a wall time that came twice", duty("--on", "2025-11-02T01:30[America/New_York]"), "bad-date", /put back/],
    ["a bad moment of knowledge", duty("--known", "yesterday"), "bad-date", /yesterday/],
    ["an unknown supposition", duty("--suppose", "us/no-such-threat"), "unknown-supposition", /us\/threat-2025-10-10-100pct/],
    ["a supposition whose file is not there", duty("--suppose", "no-such.yaml"), "no-file", /no-such\.yaml is not a file/],
    ["an unknown fact", duty("--fact", "colour=red"), "bad-fact", /facts are: use, steel/],
    ["a fact with a value that it cannot have", duty("--fact", "use=hat"), "bad-fact", /one of: auto-part/],
    ["a share above the whole", duty("--fact", "steel=101"), "bad-fact", /0 to 100/],
    ["a fact without its value", duty("--fact", "steel"), "bad-fact", /NAME=VALUE/],
    ["a negative value, naming its flag", duty("--value", "-5"), "bad-amount", /not an amount/],
    ["a value above the limit", duty("--value", "10000000000.01"), "bad-amount", /above the limit of 10000000000\.00/],
    ["a quantity above the limit", duty("--quantity", "1000000000", "--unit", "kg"), "bad-quantity", /above the limit of 999999999\.9999/],
    ["a quantity that is not a number", duty("--quantity", "many", "--unit", "kg"), "bad-quantity", /not a quantity/],
    ["a quantity without its unit", duty("--quantity", "5"), "no-unit", /--unit/],
    ["a country that is none", duty("--from", "Mars"), "bad-country", /two letters/],
    ["a regime folder that is not there", duty("--regime", "no-such-folder"), "no-regime", /is not a folder/],
    ["a batch that is not there", ["duty", "--batch", "no-such.jsonl"], "no-file", /is not a file/],
    ["a check of a folder that is not there", ["check", "no-such-folder"], "no-regime", /is not a folder/],
  ] as const)("%s: one line on stderr, exit 1, the same as JSON", (_, args, code, says) => {
    const plain = truce(args);
    expect(plain).toMatchObject({ code: 1, out: "" });
    expect(plain.err.trim().split("\n")).toHaveLength(1);
    expect(plain.err).toMatch(says);
    const json = truce([...args, "--json"]);
    expect(json).toMatchObject({ code: 1, out: "" });
    const { error } = JSON.parse(json.err) as { error: Record<string, string> };
    expect(Object.keys(error).sort()).toEqual(["code", "hint", "message", "where"]);
    expect(error["code"]).toBe(code);
    expect(`${error["message"]} ${error["hint"]}`).toMatch(says);
  });

  test.each([
    ["--value", ["--value", "-5"]],
    ["--quantity", ["--quantity", "many", "--unit", "kg"]],
    ["--unit", ["--quantity", "5"]],
    ["--from", ["--from", "Mars"]],
    ["--rounding", ["--rounding", "up"]],
  ] as const)("the one line names %s", (flag, args) => expect(truce(duty(...args)).err).toContain(flag));

  test("a supposition with a mistake in it is refused with its line", () => {
    const path = file(
      "draft.yaml",
      "title: A draft\nissuer: us/president\nkind: draft\nstanding: rumour\nannounced: 2025-10-01\nacts: []\nsources: [{publisher: me, title: a draft}]\nconfidence: unconfirmed\n",
    );
    const { code, err } = truce(["duty", "4202.92.31", "--suppose", path]);
    expect(code).toBe(1);
    expect(err).toContain("draft.yaml:4:11: R05");
  });

  test("a regime folder with a broken rule is not used", () => {
    const folder = join(dir, "regime");
    mkdirSync(join(folder, "us"), { recursive: true });
    writeFileSync(join(folder, "us", "2025-01-01-x.yaml"), "title: [\n");
    const { code, out, err } = truce(["duty", "4202.92.31", "--regime", folder]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/:\d+:\d+: R01 /);
    expect(truce(["check", folder]).code).toBe(1);
  });
});

describe("usage", () => {
  test.each([[["duty", "4202.92.31", "--frob"]], [["duty"]], [["frob"]], [["duty", "1", "2"]], [["duty", "--on"]]])("%j exits 2", (args) => {
    const plain = truce(args);
    expect(plain).toMatchObject({ code: 2, out: "" });
    const json = truce([...args, "--json"]);
    // The last flag of `--on --json` is taken as its value, so that one is answered as a question without a code.
    if (args.at(-1) !== "--on") expect(JSON.parse(json.err)).toMatchObject({ error: { code: "usage" } });
  });

  test("help on duty names the facts, and those that fees turn on", () => {
    const { out } = truce(["duty", "--help"]);
    for (const word of ["us-content", "claim", "entered-bond", "entry=formal|informal", "mode=ocean", "the list of all"]) expect(out).toContain(word);
  });

  test("help exits 0 and shows examples for every command", () => {
    const help = truce(["--help"]);
    expect(help.code).toBe(0);
    const commands = [...(help.out.split("Commands:")[1] ?? "").matchAll(/^ {2}([a-z]+)/gm)].map((m) => m[1] as string).filter((c) => c !== "help");
    expect(commands).toEqual(expect.arrayContaining(["duty", "status", "timeline", "show", "find", "diff", "check"]));
    for (const c of commands) {
      const one = truce([c, "--help"]);
      expect(one.code, c).toBe(0);
      expect(one.out, c).toMatch(new RegExp(`Examples:\n\\s+truce ${c}`));
    }
  });
});

describe("a batch", () => {
  test.each([
    ["empty", ""],
    ["of blank lines", "\n  \n\n"],
  ])("that is %s exits 1", (_, text) => {
    expect(truce(["duty", "--batch", "-"], text)).toMatchObject({ code: 1, out: "" });
  });

  test("answers what it can, says what it cannot, in order, and exits 0", () => {
    const bad: [string | Buffer, string][] = [
      ['{"code":', "bad-json"],
      [Buffer.from([0x7b, 0, 0xff, 0xfe, 0x80, 0x7d]), "bad-json"],
      ["[1]", "bad-json"],
      ["null", "bad-json"],
      [`{"code":"4202.92.31","ref":"${"x".repeat(1_500_000)}"}`, "line-too-long"],
      ['{"ref":"r"}', "no-code"],
      ['{"code":4202,"ref":"r"}', "no-code"],
      ['{"code":"4202.92.99","ref":"r"}', "unknown-code"],
      ['{"code":"4202.92.31","on":"2025-02-30","ref":"r"}', "bad-date"],
      ['{"code":"4202.92.31","known":{"a":1},"ref":"r"}', "bad-date"],
      ['{"code":"4202.92.31","facts":["steel"],"ref":"r"}', "bad-facts"],
      ['{"code":"4202.92.31","facts":{"use":"hat"},"ref":"r"}', "bad-fact"],
      ['{"code":"4202.92.31","quantity":5,"ref":"r"}', "bad-quantity"],
      ['{"code":"4202.92.31","quantity":[null],"ref":"r"}', "bad-quantity"],
      ['{"code":"4202.92.31","value":{},"ref":"r"}', "bad-amount"],
      ['{"code":"4202.92.31","suppose":"us/eo-14298","ref":"r"}', "bad-suppose"],
      ['{"code":"4202.92.31","suppose":["none"],"ref":"r"}', "unknown-supposition"],
      ['{"code":"4202.92.31","colour":1,"ref":"r"}', "unknown-field"],
      ['{"code":"4202.92.31","__proto__":{},"ref":"r"}', "unknown-field"],
    ];
    const parts: Buffer[] = [Buffer.from("\uFEFF")];
    bad.forEach(([line], i) => void parts.push(Buffer.from(`${JSON.stringify(question(i))}\r\n\n`), Buffer.from(line), Buffer.from("\n")));
    parts.push(Buffer.from(JSON.stringify(question("last, without a line's end"))));
    const { code, out } = truce(["duty", "--batch", file("mixed.jsonl", Buffer.concat(parts))]);
    expect(code).toBe(0);
    const answers = lines(out);
    expect(answers.map(codeOf)).toEqual([...bad.flatMap(([, want]) => ["settled", want]), "settled"]);
    expect(answers.filter((a) => a["outcome"] === "settled").map((a) => a["ref"])).toEqual([...bad.map((_, i) => i), "last, without a line's end"]);
    for (const a of answers.filter((x) => x["error"] !== undefined)) expect(Object.keys(a)).toEqual(["ref", "error"]);
    const where = answers.flatMap((a) => (a["error"] === undefined ? [] : [(a["error"] as { where: string }).where]));
    const fields = ["", "", "", "", "", "code", "code", "code", "on", "known", "facts", "use", "quantity", "quantity", "value", "suppose", "suppose", "colour", "__proto__"];
    // Each bad line stands after a good one and a blank one.
    expect(where).toEqual(fields.map((f, i) => `line ${3 * i + 3}${f === "" ? "" : `, ${f}`}`));
    expect(answers.filter((a) => a["ref"] === "r")).toHaveLength(bad.filter(([line]) => String(line).includes('"ref":"r"')).length);
  });

  test("of 200 MB runs in bounded memory and keeps its order", { timeout: 120_000 }, async () => {
    const path = join(dir, "large.jsonl");
    const rows = 50_000;
    const pad = "x".repeat(4_000);
    const fd = openSync(path, "w");
    for (let i = 0; i < rows; i += 500) writeSync(fd, Array.from({ length: 500 }, (_, k) => `${JSON.stringify(question(`${i + k} ${pad}`))}\n`).join(""));
    closeSync(fd);
    expect(statSync(path).size).toBeGreaterThan(200_000_000);
    const child = spawn(process.execPath, [main, "duty", "--batch", path, "--quiet"], { stdio: ["ignore", "pipe", "inherit"] });
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid as number))), 100);
    let seen = 0;
    let rest = "";
    for await (const chunk of child.stdout) {
      const text = rest + String(chunk);
      const end = text.lastIndexOf("\n") + 1;
      for (const line of text.slice(0, end).split("\n")) if (line !== "" && line.startsWith(`{"ref":"${seen} x`) && line.includes('"additionalPercent":"55"')) seen++;
      rest = text.slice(end);
    }
    const code = await new Promise((done) => (child.exitCode === null ? child.on("exit", done) : done(child.exitCode)));
    clearInterval(watch);
    rmSync(path);
    expect({ code, seen, rest }).toEqual({ code: 0, seen: rows, rest: "" });
    if (process.platform === "linux") expect(peak).toBeGreaterThan(0);
    else console.warn("the peak of memory is read on Linux only");
    expect(peak).toBeLessThan(600);
  });

  test("whose reader goes away ends in peace, and the reader has whole answers up to there", { timeout: 60_000 }, async () => {
    const path = file("piped.jsonl", `${Array.from({ length: 20_000 }, (_, i) => JSON.stringify(question(i))).join("\n")}\n`);
    const child = spawn(process.execPath, [main, "duty", "--batch", path, "--quiet"], { stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (d) => (err += String(d)));
    let got = "";
    for await (const chunk of child.stdout) {
      got += String(chunk);
      if (got.length > 200_000) break; // leaving the loop destroys the stream, as `head` closes its end
    }
    const code = await new Promise((done) => (child.exitCode === null ? child.on("exit", done) : done(child.exitCode)));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const whole = got.slice(0, got.lastIndexOf("\n"));
    expect(lines(whole).map((a) => a["ref"])).toEqual(Array.from({ length: whole.split("\n").length }, (_, i) => i));
  });

  test("whose questions stop coming answers all that came, the cut-off one as an error", async () => {
    const child = spawn(process.execPath, [main, "duty", "--batch", "-", "--quiet"], { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.end(`${JSON.stringify(question(1))}\n${JSON.stringify(question(2))}\n{"code":"4202`);
    let out = "";
    for await (const chunk of child.stdout) out += String(chunk);
    expect(lines(out).map(codeOf)).toEqual(["settled", "settled", "bad-json"]);
  });
});

/** Peak memory of a process in MB so far; 0 where it cannot be read. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
