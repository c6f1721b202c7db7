import { expect, test } from "vitest";
import { type Instant, OPEN } from "../time/index.js";
import { decided } from "./decided.js";
import { fold } from "./fold.js";
import type { Act, Instrument, Standing } from "./types.js";

const t = (n: number): Instant => n as Instant;
const doc = (id: string, acts: object[], standing: Standing = "law"): Instrument => ({
  id,
  title: id,
  issuer: "us/president",
  kind: "order",
  standing,
  announced: t(1),
  cites: [],
  sources: [],
  confidence: "confirmed",
  file: `${id}.yaml`,
  acts: acts.map((a) => ({ announced: t(1), line: 1, from: t(10), until: OPEN, ...a }) as unknown as Act),
});
const terms = { percent: 10_000, origin: "any", goods: "all", basis: "value", kind: "adds" };
const law = doc("us/law", [
  { do: "impose", measure: "us/m", sort: "duty", terms },
  { do: "impose", measure: "us/other", sort: "duty", terms },
  { do: "except", measure: "us/m/relief", of: ["us/m"], terms },
]);
const ids = (...supposed: Instrument[]): string[] => [...decided(fold([law], t(5), supposed))].sort();

test("nothing is decided where nothing is supposed", () => expect(ids()).toEqual([]));
test("what a supposition sets is decided", () => expect(ids(doc("supposed/x", [{ do: "set", measure: "us/m", change: { percent: 1 } }], "supposed"))).toEqual(["us/m"]));
test("so is that of which it says how it goes on", () => expect(ids(doc("supposed/x", [{ do: "say", says: "it lapses", about: "us/m" }], "supposed"))).toEqual(["us/m"]));
test("with an exception, that from which it excepts", () => expect(ids(doc("supposed/x", [{ do: "say", says: "it lapses", about: "us/m/relief" }], "supposed"))).toEqual(["us/m", "us/m/relief"]));
test("what is no measure is not", () => expect(ids(doc("supposed/x", [{ do: "say", says: "they meet", about: "bi/summit" }], "supposed"))).toEqual([]));
