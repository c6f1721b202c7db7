import { InputError } from "@truce/engine/desk";
import { csvRows } from "../parties/read-csl-csv.js";
import { OwnerBuilder, type OwnerFile } from "./owner-file.js";

const [CHILD, PARENT, TYPE, STATUS] = ["relationship.startnode.nodeid", "relationship.endnode.nodeid", "relationship.relationshiptype", "relationship.relationshipstatus"] as const;
const CONSOLIDATED = new Set(["IS_DIRECTLY_CONSOLIDATED_BY", "IS_ULTIMATELY_CONSOLIDATED_BY"]);

export const isGleif = (header: string): boolean => header.toLowerCase().includes(CHILD);

/**
 * GLEIF level 2 relationship records. A consolidated firm is owned by a part that is not known; a branch is its firm. Funds and their managers are no owners.
 * @throws InputError where no record is a relationship in force
 */
export function ownersGleif(csv: string, file: string): OwnerFile {
  const out = new OwnerBuilder();
  for (const { record: r, line } of csvRows(csv, [CHILD, PARENT, TYPE])) {
    const source = `${file}:${line}`;
    const [child, parent, type] = [r[CHILD] ?? "", r[PARENT] ?? "", r[TYPE] ?? ""];
    if ((r[STATUS] ?? "ACTIVE") !== "ACTIVE") continue;
    if (!/^[A-Z0-9]{18}\d{2}$/.test(child) || !/^[A-Z0-9]{18}\d{2}$/.test(parent)) {
      out.problems.push(`${source}: "${(/^[A-Z0-9]{18}\d{2}$/.test(child) ? parent : child).slice(0, 30)}" is not an LEI; the row is left out`);
      continue;
    }
    if (child === parent) {
      out.problems.push(`${source}: ${child} owns itself; the row is left out`);
      continue;
    }
    if (!CONSOLIDATED.has(type) && type !== "IS_INTERNATIONAL_BRANCH_OF") {
      out.interests.push({ holder: parent, subject: child, type: type.slice(0, 60), source });
      continue;
    }
    out.person(child, child);
    out.person(parent, parent);
    const branch = type === "IS_INTERNATIONAL_BRANCH_OF";
    out.stakes.push({ owner: parent, owned: child, low: branch ? 1_000_000 : 0, high: 1_000_000, kind: branch ? "branch" : "shares", source });
  }
  if (out.stakes.length === 0) throw new InputError("no-stakes", `${file} holds no relationship in force`, "use the level 2 relationship file of GLEIF, as CSV", "--owners");
  return out.done("gleif");
}
