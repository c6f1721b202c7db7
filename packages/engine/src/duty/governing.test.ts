import { expect, test } from "vitest";
import { parseInstant, WASHINGTON } from "../time/index.js";
import { governing } from "./governing.js";

const on = parseInstant("2025-05-20T12:00-04:00");
const facts = (bond?: string) => new Map(bond === undefined ? [] : [["entered-bond", bond]]);

test("an entry is governed by its own instant", () => expect(governing(on, facts(), "us", WASHINGTON)).toBe(on));
test("an in-bond entry by its acceptance", () => expect(governing(on, facts("2025-05-10"), "us", WASHINGTON)).toBe(parseInstant("2025-05-10T12:00-04:00")));
test("acceptance at the entry itself changes nothing", () => expect(governing(on, facts("2025-05-20"), "us", WASHINGTON)).toBe(on));
test("acceptance after the entry is refused", () => expect(() => governing(on, facts("2025-05-21"), "us", WASHINGTON)).toThrow("after the goods were entered"));
test("China knows no such rule here", () => expect(governing(on, facts("2025-05-10"), "cn", WASHINGTON)).toBe(on));
