import { parseDay, parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { InputError } from "@truce/engine/desk";
import { EVENTS, largestSteps } from "@truce/engine/answers/average-events";
import { averageView } from "@truce/engine/answers/average";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { averagePage } from "./pages/average.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly side?: string;
  readonly from?: string;
  readonly to?: string;
  readonly weights?: string;
  readonly by?: string;
  readonly svg?: string;
  readonly png?: string;
  readonly csv?: string;
}

/** truce average --side us|cn */
export async function average(options: Options): Promise<void> {
  const side = options.side?.toLowerCase();
  if (side !== "us" && side !== "cn")
    throw new InputError("bad-side", side === undefined ? "whose average is not said" : `"${options.side?.slice(0, 20)}" is no side`, "write --side us or --side cn", "--side");
  if (options.by !== undefined && options.by !== "section") throw new InputError("bad-table", `averages by "${options.by.slice(0, 20)}" are not made`, "write --by section", "--by");
  const [from, to] = [options.from === undefined ? undefined : parseDay(options.from), options.to === undefined ? undefined : parseDay(options.to)];
  if (from !== undefined && to !== undefined && to < from) throw new InputError("bad-date", `${to} lies before ${from}`, "give --from the earlier day", "--to");
  if (typeof options.known === "string") parseKnown(options.known);
  const { desks, known, now, supposed } = await start(options);
  const on = options.on === undefined ? (known < now ? known : now) : parseOn(options.on, WASHINGTON).at;
  const ask = { side, weights: options.weights, on, known, from, to, sections: options.by === "section", supposed } as const;
  const view = averageView(desks, ask);
  if (options.svg !== undefined || options.png !== undefined) {
    const { averagePicture } = await import("@truce/engine/pictures/average");
    const { canvas, writeDrawing } = await import("../charts/write.js");
    writeDrawing(averagePicture(canvas(), view, largestSteps(view.series, view.side, desks.regimeAt(known, supposed), EVENTS)), options);
  }
  if (options.csv !== undefined) {
    const { writeWhole } = await import("../charts/write.js");
    writeWhole(options.csv, "", csvOf(view.series));
  }
  await write(options.json ? `${JSON.stringify(view)}\n` : averagePage(view));
}

const COLUMNS = ["from", "day", "percent", "percentMin", "percentMax", "additional", "additionalMin", "additionalMax", "abovePre2018", "covered", "open", "withoutRate", "withoutBound"] as const;
/** The series as a table. */
const csvOf = (series: ReturnType<typeof averageView>["series"]): string => `${COLUMNS.join(",")}\n${series.map((s) => COLUMNS.map((c) => s[c]).join(",")).join("\n")}\n`;
