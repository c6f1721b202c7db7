import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVER, type Instant, OPEN } from "../time/index.js";
import { LawError } from "./error.js";
import { fold } from "./fold.js";
import { stateAt, type Regime } from "./regime.js";
import type { Act, Instrument, Standing } from "./types.js";

const t = (n: number): Instant => n as Instant;
type Draft = Record<string, unknown> & { do: Act["do"] };
/** A document announced at `at`; its acts too, unless they say otherwise. */
const doc = (id: string, at: number, acts: Draft[], standing: Standing = "law"): Instrument => ({
  id,
  title: id,
  issuer: "us/president",
  kind: "order",
  standing,
  announced: t(at),
  cites: [`cite of ${id}`],
  sources: [],
  confidence: "confirmed",
  file: `regime/${id}.yaml`,
  acts: acts.map((a, i) => ({ announced: t(at), line: i + 10, until: OPEN, ...a }) as unknown as Act),
});
const terms = (percent: number) => ({ percent: percent * 10_000, origin: "any", goods: "all", basis: "value", kind: "adds" });
const impose = (percent: number, from: number, until: number = OPEN): Draft => ({ do: "impose", measure: "us/m", sort: "duty", terms: terms(percent), from: t(from), until: t(until) });
const set = (percent: number, from: number): Draft => ({ do: "set", measure: "us/m", change: { percent: percent * 10_000 }, from: t(from) });
const suspend = (from: number, until: number, percent?: number): Draft => ({
  do: "suspend",
  measures: ["us/m"],
  from: t(from),
  until: t(until),
  ...(percent === undefined ? {} : { percent: percent * 10_000 }),
});
const extend = (until: number, of?: string): Draft => ({ do: "extend", measures: ["us/m"], until: t(until), ...(of === undefined ? {} : { of }) });
const seen = (r: Regime, at: number): string => {
  const s = r.at("us/m", t(at));
  return s === undefined ? "nothing" : `${s.standing} ${s.terms?.percent === undefined ? "-" : s.terms.percent / 10_000}`;
};

describe("layers", () => {
  const truce = [doc("us/a", 1, [impose(125, 100)]), doc("us/b", 50, [set(34, 200), suspend(200, 300)])];
  test.each([
    [99, "none -"],
    [100, "in-force 125"],
    [199, "in-force 125"],
    [200, "suspended 34"],
    [299, "suspended 34"],
    [300, "in-force 34"],
  ])("at %i: %s", (at, what) => expect(seen(fold(truce, t(60)), at)).toBe(what));

  test("what is not announced yet is not there", () => {
    expect(seen(fold(truce, t(49)), 250)).toBe("in-force 125");
    expect(fold(truce, t(0)).at("us/m", t(250))).toBeUndefined();
  });
  test("an extension moves the end, and only for those who know it", () => {
    const more = [...truce, doc("us/c", 320, [extend(400, "us/b")])];
    expect(seen(fold(more, t(319)), 350)).toBe("in-force 34");
    expect(seen(fold(more, t(320)), 350)).toBe("suspended 34");
    expect(seen(fold(more, t(320)), 310)).toBe("suspended 34");
    expect(seen(fold(more, t(320)), 400)).toBe("in-force 34");
    expect(fold(more, t(320)).at("us/m", t(350))?.by).toEqual(["us/a", "us/b", "us/c"]);
  });
  test("an extension of an extension names either of the two", () =>
    expect(seen(fold([...truce, doc("us/c", 320, [extend(400, "us/b")]), doc("us/d", 330, [extend(500, "us/c")])], t(330)), 450)).toBe("suspended 34"));
  test("a suspension of a part leaves the rest", () => {
    const s = fold([doc("us/a", 1, [impose(34, 100)]), doc("us/b", 2, [suspend(100, 200, 24)])], t(5)).at("us/m", t(150));
    expect([s?.standing, s?.suspensions[0]?.percent]).toEqual(["in-force", 240_000]);
  });
  test("what has ended never returns", () => expect(seen(fold([...truce, doc("us/e", 260, [{ do: "end", measures: ["us/m"], from: t(270) }])], t(260)), 999)).toBe("ended 34"));
  test("a duty with an end of its own has ended after it", () => expect(seen(fold([doc("us/a", 1, [impose(10, 100, 200)])], t(5)), 200)).toBe("ended -"));
});

describe("owed and collected", () => {
  const struck = [doc("us/a", 1, [impose(20, 100)]), doc("us/court", 300, [{ do: "void", measures: ["us/m"], from: EVER, ruled: t(300) }])];
  const told = [...struck, doc("us/cbp", 310, [{ do: "collect", measures: ["us/m"], from: EVER, until: t(320), whether: "yes" }])];
  const at = (r: Regime, n: number) => [r.at("us/m", t(n))?.owed, r.at("us/m", t(n))?.collected];
  test("before the ruling is known all is owed", () => expect(at(fold(struck, t(299)), 150)).toEqual(["yes", "yes"]));
  test("after it nothing was owed from the first day, though it was collected", () => expect(at(fold(struck, t(300)), 150)).toEqual(["no", "yes"]));
  test("what is collected after the ruling is not known until customs says", () => expect(at(fold(struck, t(300)), 315)).toEqual(["no", "unknown"]));
  test("then it is, to the minute", () => {
    expect(at(fold(told, t(310)), 319)).toEqual(["no", "yes"]);
    expect(at(fold(told, t(310)), 320)).toEqual(["no", "no"]);
  });
  test("a stayed ruling changes nothing that is owed", () =>
    expect(at(fold([...struck, doc("us/appeal", 301, [{ do: "stay", instrument: "us/court", from: EVER }])], t(301)), 150)).toEqual(["yes", "yes"]));
  test("a ruling for some parties makes it contested", () => {
    const some = [doc("us/a", 1, [impose(20, 100)]), doc("us/court", 300, [{ do: "void", measures: ["us/m"], from: EVER, ruled: t(300), parties: ["three"] }])];
    expect(at(fold(some, t(300)), 150)).toEqual(["contested", "yes"]);
  });
});

describe("standing", () => {
  const threat = doc("us/threat", 5, [impose(100, 100)], "threat");
  test("a threat is no law", () => expect(fold([threat], t(9)).at("us/m", t(150))).toBeUndefined());
  test("unless it is supposed", () => expect(seen(fold([threat], t(9), [threat]), 150)).toBe("in-force 100"));
  test("a supposition lies on top, whatever its own announcement", () =>
    expect(seen(fold([doc("us/a", 50, [impose(20, 100)])], t(60), [doc("supposed/x", 1, [set(7, 100)], "supposed")]), 150)).toBe("in-force 7"));
  test("suppositions lie in the order in which they are given", () => {
    const [x, y] = [doc("supposed/x", 9, [set(7, 100)], "supposed"), doc("supposed/y", 1, [set(8, 100)], "supposed")];
    const law = [doc("us/a", 50, [impose(20, 100)])];
    expect(seen(fold(law, t(60), [x, y]), 150)).toBe("in-force 8");
    expect(seen(fold(law, t(60), [y, x]), 150)).toBe("in-force 7");
  });
  test("what is law by then stays where it is, supposed or not", () => {
    const law = [doc("us/a", 1, [impose(20, 100)]), doc("us/b", 5, [set(7, 100)]), doc("us/c", 9, [set(8, 100)])];
    expect(seen(fold(law, t(60), [law[1] as Instrument]), 150)).toBe("in-force 8");
    expect(fold(law, t(60), [law[1] as Instrument]).entries).toHaveLength(3);
  });
  test("of a law that comes later, supposing lays on what is not known yet", () => {
    const law = [doc("us/a", 1, [impose(20, 100)]), doc("us/b", 5, [set(7, 100), { ...set(9, 200), announced: t(50) }])];
    expect(seen(fold(law, t(20)), 250)).toBe("in-force 7");
    const r = fold(law, t(20), [law[1] as Instrument]);
    expect([seen(r, 150), seen(r, 250), r.entries.length]).toEqual(["in-force 7", "in-force 9", 3]);
  });
  test("threats stand among the entries all the same, from their announcement on", () => {
    expect(fold([threat], t(5)).entries.map((e) => e.instrument.id)).toEqual(["us/threat"]);
    expect(fold([threat], t(4)).entries).toEqual([]);
  });
});

describe("contradictions", () => {
  const refused = (docs: Instrument[], known = 99): LawError => {
    try {
      fold(docs, t(known));
    } catch (e) {
      if (e instanceof LawError) return e;
      throw e;
    }
    throw new Error("nothing was refused");
  };
  const a = doc("us/a", 1, [impose(10, 100)]);
  test("two documents that set one rate differently at one announcement: both are cited", () => {
    const e = refused([a, doc("us/b", 5, [set(20, 100)]), doc("us/c", 5, [set(30, 100)])]);
    expect(e.rule).toBe("R12");
    expect(e.message).toContain("regime/us/c.yaml:10");
    expect(e.message).toContain("regime/us/b.yaml:10 (cite of us/b)");
  });
  test("they may agree", () => expect(seen(fold([a, doc("us/b", 5, [set(20, 100)]), doc("us/c", 5, [set(20, 100)])], t(9)), 150)).toBe("in-force 20"));
  test("or follow each other without a gap", () => {
    const r = fold([a, doc("us/b", 5, [{ ...set(20, 100), until: t(200) }]), doc("us/c", 5, [set(30, 200)])], t(9));
    expect([seen(r, 199), seen(r, 200)]).toEqual(["in-force 20", "in-force 30"]);
  });
  test("a second impose while the first stands is refused whenever it comes", () => expect(refused([a, doc("us/b", 50, [impose(20, 100)])]).rule).toBe("R11"));
  test("but not before it is known", () => expect(seen(fold([a, doc("us/b", 50, [impose(20, 100)])], t(49)), 150)).toBe("in-force 10"));
  test("an act on what nobody imposed is refused", () => expect(refused([doc("us/b", 5, [set(20, 100)])]).rule).toBe("R10"));
  test("an extension without a layer is refused", () => expect(refused([a, doc("us/b", 5, [extend(200)])]).rule).toBe("R13"));
  test("so is one of a layer that the named document did not make", () => expect(refused([a, doc("us/s", 2, [suspend(100, 200)]), doc("us/b", 5, [extend(300, "us/other")])]).rule).toBe("R13"));
});

/** Histories that cannot contradict each other: one document for each announcement. */
const history = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant("set" as const), n: fc.integer({ min: 1, max: 50 }), from: fc.integer({ min: 0, max: 400 }) }),
      fc.record({ kind: fc.constant("suspend" as const), n: fc.integer({ min: 1, max: 120 }), from: fc.integer({ min: 0, max: 400 }) }),
      fc.record({ kind: fc.constant("end" as const), n: fc.constant(0), from: fc.integer({ min: 300, max: 500 }) }),
    ),
    { maxLength: 8 },
  )
  .map((steps) => [
    doc("us/first", 0, [impose(10, 50)]),
    ...steps.map((s, i) => doc(`us/d${i}`, i + 1, [s.kind === "set" ? set(s.n, s.from) : s.kind === "suspend" ? suspend(s.from, s.from + s.n) : { do: "end", measures: ["us/m"], from: t(s.from) }])),
  ]);

describe("whatever the history", () => {
  test("the order of the files does not matter", () =>
    fc.assert(
      fc.property(
        history.chain((h) => fc.tuple(fc.constant(h), fc.shuffledSubarray(h, { minLength: h.length }))),
        ([h, shuffled]) => {
          expect([...fold(shuffled, t(99)).timelines]).toEqual([...fold(h, t(99)).timelines]);
        },
      ),
    ));
  test("states follow each other without a gap, half-open, and name who made them", () =>
    fc.assert(
      fc.property(history, (h) => {
        const timeline = fold(h, t(99)).timelines.get("us/m");
        if (timeline === undefined) throw new Error("no timeline");
        timeline.states.forEach((s, i) => {
          expect(s.until).toBe(timeline.states[i + 1]?.from ?? OPEN);
          expect(stateAt(timeline, s.from)).toBe(s);
          expect(stateAt(timeline, t(s.until - 1))).toBe(s);
          if (s.standing !== "none") expect(s.by.length).toBeGreaterThan(0);
        });
      }),
    ));
  test("extending its last suspension changes nothing before the old end", () =>
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 300 }), (h, more) => {
        const last = h.findLast((d) => d.acts[0]?.do === "suspend");
        const act = last?.acts[0];
        if (last === undefined || act?.do !== "suspend") return;
        const before = fold(h, t(99));
        const after = fold([...h, doc("us/z", 50, [extend(act.until + more, last.id)])], t(99));
        for (let at = 0; at < act.until; at += 7) expect(seen(after, at)).toBe(seen(before, at));
      }),
    ));
  test("what is announced later changes nothing that is known before", () =>
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 600 }),
        (h, known, at) =>
          void expect(seen(fold(h, t(known)), at)).toBe(
            seen(
              fold(
                h.filter((d) => d.announced <= known),
                t(known),
              ),
              at,
            ),
          ),
      ),
    ));
});
