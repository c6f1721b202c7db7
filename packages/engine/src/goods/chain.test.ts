import { expect, test } from "vitest";
import { chain, shown } from "./chain.js";

const heading = "Ships' derricks; cranes, including cable cranes; mobile lifting frames";

test("the heading's whole text takes the place of its cut form", () => expect(chain("Ships' derricks; cranes…: Tower cranes", heading)).toEqual([heading, "Tower cranes"]));
test("a chain that begins below the heading gets it in front", () => expect(chain("Tower cranes: Used", heading)).toEqual([heading, "Tower cranes", "Used"]));
test("without a heading in hand the text's own links stay", () => expect(chain("Gantry cranes", "")).toEqual(["Gantry cranes"]));
test("a long heading is cut at a word", () => expect(shown([heading, "Tower cranes"])).toBe("Ships' derricks; cranes, including cable…: Tower cranes"));
test("a line's own words stay whole", () => expect(shown([heading])).toBe(heading));
