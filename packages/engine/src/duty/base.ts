import type { Goods, Rate, Schedule } from "../goods/index.js";
import { parseCode, showCode } from "../goods/index.js";
import { QuestionError, type Side } from "./question.js";

/** The ordinary (column 1 or MFN) rate of a line, or why there is none. */
export interface Base {
  readonly rate: Rate | undefined;
  readonly why: string | undefined;
  readonly inferred: boolean;
  /** The rate is that of a special programme. */
  readonly special?: true;
  /** The part of the value that pays it, in parts per million, where that is not all of it. */
  readonly share?: number;
  /** Lowest and highest where the longer codes under this one differ. */
  readonly range?: readonly [number, number];
}
/** A line as the schedules know it: the code under which lists are searched, and the lines that it may be. */
export interface Placed {
  readonly asked: string;
  /** Codes to judge; several where the code is shorter than a line. */
  readonly leaves: readonly string[];
  readonly notes: readonly string[];
  /** The code is none of the tariff of 2017 to 2019 in hand, and can only be one of a later year. */
  readonly later?: true;
}

/**
 * Finds a code in its schedule. An unknown one is refused with the nearest that exist.
 * @throws QuestionError
 */
export function placeCode(text: string, side: Side, goods: Goods): Placed {
  const asked = parseCode(text);
  const schedule = goods.schedule(side);
  if (side === "us") {
    const leaves = schedule.leaves(asked);
    if (leaves.length === 0) throw unknown(asked, schedule, "the HTS editions of 2025 and 2026");
    return { asked, leaves, notes: [] };
  }
  const direct = chinese(asked, schedule);
  if (direct.length > 0) {
    const shorter = asked.length === 10 && !schedule.has(asked);
    return { asked, leaves: direct, notes: shorter ? [`${showCode(asked)} is not in the tariff in hand: answered by its eight digits ${showCode(asked.slice(0, 8))}`] : [] };
  }
  const parent = asked.length > 6 ? goods.parentOf(asked) : undefined;
  if (parent !== undefined) return { asked, leaves: [asked.slice(0, 8)], notes: [`${showCode(asked.slice(0, 8))} is read as ${showCode(parent.parent)} of the 2017 nomenclature (${parent.basis})`] };
  const cousins = asked.length > 6 ? chinese(asked.slice(0, 6), schedule) : [];
  if (cousins.length > 0)
    return { asked, leaves: cousins, notes: [`${showCode(asked.slice(0, 8))} is not in the 2017-2019 tariff in hand; every line under ${showCode(asked.slice(0, 6))} is considered`], later: true };
  throw unknown(asked, schedule, "the Chinese tariff of 2018 and 2019");
}

/** Chinese lines under a code: eight digits, ten where the ordinary rate differs below eight. */
function chinese(asked: string, schedule: Schedule): string[] {
  const eight = asked.slice(0, 8);
  if (asked.length === 10) return schedule.has(asked) ? [asked] : schedule.has(eight) ? [eight] : schedule.leaves(eight);
  return schedule.leaves(asked);
}

/** The refusal of a code, with the nearest that exist. */
export function unknown(code: string, schedule: Schedule, where: string): QuestionError {
  const near = schedule.nearest(code);
  const hint = near.length === 0 ? "no code begins like it" : `the nearest are ${near.map(showCode).join(", ")}`;
  return new QuestionError("unknown-code", `${showCode(code)} is not a code of ${where}`, "code", hint);
}

/** The ordinary rate of one line on a day, as printed in the last edition out by then and known by then. */
export function baseOf(code: string, side: Side, goods: Goods, onDay: string, knownDay: string, program: string | undefined): Base {
  const schedule = goods.schedule(side);
  const day = onDay < knownDay ? onDay : knownDay;
  const listed = side === "cn" && !schedule.has(code) ? (goods.parentOf(code)?.parent ?? code) : code;
  const none = (why: string): Base => ({ rate: undefined, why, inferred: false });
  const first = schedule.info.first;
  if (onDay < first) return none(`ordinary rates before ${first} are not in hand`);
  // The edition that took effect on the first day had been published just before it.
  const row = rated(schedule, side, listed, day < first ? first : day);
  if (knownDay < first && side === "us" && !schedule.rows(code.slice(0, 8)).some((r) => r.from <= knownDay)) return none(`no tariff edition in hand was known by ${knownDay}`);
  if (row === undefined) return none("the line is not in the tariff edition of that day");
  const text = row.rate(side === "us" ? "general" : "percent");
  if (side === "cn") {
    if (text === "") return none("the line has no ad valorem MFN rate in hand");
    return { rate: schedule.rate(`${text}%`), why: undefined, inferred: onDay >= "2020-01-01" };
  }
  const special = program === undefined ? undefined : specialRate(row.rate("special"), program);
  return { rate: schedule.rate(special ?? text), why: undefined, inferred: false, ...(special === undefined ? {} : { special: true as const }) };
}

function rated(schedule: Schedule, side: Side, code: string, day: string) {
  for (const c of [code, code.slice(0, 8)]) {
    const row = schedule.on(c, day);
    if (row !== undefined && row.rate(side === "us" ? "general" : "percent") !== "") return row;
    if (row !== undefined && c.length === 8) return row;
  }
  return undefined;
}

/** The words of a code, or of the older code that it came from. */
export function textOf(place: Placed, side: Side, goods: Goods): string {
  const schedule = goods.schedule(side);
  return schedule.text(place.asked) || schedule.text(goods.parentOf(place.asked)?.parent ?? "") || schedule.text(place.leaves[0] as string);
}

/** The rate of the special column for a programme's symbol, where the line names it. */
function specialRate(column: string, program: string): string | undefined {
  for (const m of column.matchAll(/([^()]+?)\s*\(([^)]*)\)/g)) {
    const symbols = (m[2] as string).split(/[,\s]+/);
    if (symbols.includes(program)) return (m[1] as string).trim();
  }
  return undefined;
}
