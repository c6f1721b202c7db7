import { dayIn, type Instant, WASHINGTON } from "../time/index.js";
import { InputError } from "../desk/index.js";
import { eachCsvRow } from "./csv-rows.js";
import { dayAt } from "./days.js";
import { OwnerBuilder, type OwnerFile } from "./owner-file.js";

const [CHILD, PARENT, TYPE, STATUS] = ["relationship.startnode.nodeid", "relationship.endnode.nodeid", "relationship.relationshiptype", "relationship.relationshipstatus"] as const;
const [REGISTERED, STANDS] = ["registration.initialregistrationdate", "registration.registrationstatus"] as const;
const CONSOLIDATED = new Set(["IS_DIRECTLY_CONSOLIDATED_BY", "IS_ULTIMATELY_CONSOLIDATED_BY"]);
/** Records that GLEIF itself says are not to be used. */
const VOID = new Set(["ANNULLED", "DUPLICATE"]);
const LEI = /^[A-Z0-9]{18}\d{2}$/;

export const isGleif = (header: string): boolean => header.toLowerCase().includes(CHILD);

/**
 * GLEIF level 2 relationship records. A consolidated firm is owned by a part that is not known: consolidation follows control. A branch is its firm. Funds and their managers are no owners.
 * @param known records registered later are not read
 * @throws InputError where no record is a relationship in force
 */
export function ownersGleif(csv: string, file: string, known: Instant): OwnerFile {
  const out = new OwnerBuilder();
  const today = dayIn(known, WASHINGTON);
  const left = new Map<string, number>();
  const leave = (why: string): void => void left.set(why, (left.get(why) ?? 0) + 1);
  eachCsvRow(csv, [CHILD, PARENT, TYPE], (r, line) => {
    const source = `${file}:${line}`;
    const [child, parent, type, status] = [r[CHILD] ?? "", r[PARENT] ?? "", r[TYPE] ?? "", r[STATUS] ?? "ACTIVE"];
    if (!LEI.test(child) || !LEI.test(parent)) {
      out.problem(`${source}: "${(LEI.test(child) ? parent : child).slice(0, 30)}" is not an LEI; the row is left out`);
      return;
    }
    if (child === parent) {
      out.problem(`${source}: ${child} owns itself; the row is left out`);
      return;
    }
    if (VOID.has(r[STANDS] ?? "")) return leave(`registered as ${r[STANDS]}`);
    if ((r[REGISTERED] ?? "").slice(0, 10) > today) return leave(`registered after ${today}`);
    const life = lifeOf(r);
    // What has ended still says who owned until then, where it gives the day.
    if (status !== "ACTIVE" && life.until === undefined) return leave(`of status ${status.slice(0, 20) || "none"} without a day of its end`);
    out.person(child, child);
    out.person(parent, parent);
    const branch = type === "IS_INTERNATIONAL_BRANCH_OF";
    if (CONSOLIDATED.has(type) || branch) out.stake({ owner: parent, owned: child, low: branch ? 1_000_000 : 0, high: 1_000_000, kind: branch ? "branch" : "shares", ...life, source });
    else out.interests.push({ holder: parent, subject: child, type: type.slice(0, 60), ...life, source });
  });
  for (const [why, n] of left) out.problem(`${file}: ${n.toLocaleString("en")} ${n === 1 ? "record" : "records"} ${why} ${n === 1 ? "is" : "are"} left out`);
  const done = out.done("gleif", file);
  if (done.stakes.length === 0 && done.interests.length === 0)
    throw new InputError("no-stakes", `${file} holds no relationship in force`, "use the level 2 relationship file of GLEIF, as CSV", "--owners");
  return done;
}

/** The period of the relationship itself; those of accounts and of documents say nothing of when it began or ended. */
function lifeOf(r: Readonly<Record<string, string>>): { from?: Instant; until?: Instant } {
  const at = (n: number, key: string): string => r[`relationship.period.${n}.${key}`] ?? "";
  const n = [1, 2, 3, 4, 5].find((n) => at(n, "periodtype") === "RELATIONSHIP_PERIOD");
  if (n === undefined) return {};
  const [from, until] = [dayAt(at(n, "startdate")), dayAt(at(n, "enddate"))];
  return { ...(from === undefined || (until !== undefined && until <= from) ? {} : { from }), ...(until === undefined ? {} : { until }) };
}
