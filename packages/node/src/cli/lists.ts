import { type Freshness, freshness, freshnessSays } from "@truce/engine/controls";
import { type Instant, dayIn, parseOn, toUtc, toZoned, WASHINGTON } from "@truce/engine/time";
import { type CopyInUse, InputError, type Lists } from "@truce/engine/desk";
import { openLists } from "../parties/index.js";
import { forget } from "../parties/list-store.js";
import type { Common } from "./command.js";
import { errorView, usage, write } from "./output.js";
import { type ImportView, type ListLine, importPage, listsPage, type ListsView } from "./pages/lists.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly as?: string;
  readonly date?: string;
  readonly dryRun?: boolean;
  readonly acceptDrop?: boolean;
}
const ACTIONS = ["import", "diff", "remove"] as const;

/** truce lists, truce lists import FILE, truce lists diff FILE, truce lists remove ID */
export async function lists(action: string | undefined, what: string | undefined, o: Options): Promise<void> {
  const json = o.json === true;
  if (action === undefined) return show(o);
  const done = ACTIONS.find((a) => a === action);
  if (done === undefined) return usage(`there is no action "${action.slice(0, 40)}" of lists: import, diff or remove`, json);
  if (what === undefined) return usage(done === "remove" ? "truce lists remove needs the id of a list that was imported" : `truce lists ${done} needs a file`, json);
  return done === "remove" ? remove(what, o) : take(what, o, done === "diff" || o.dryRun === true);
}

async function show(o: Options): Promise<void> {
  const { desks, known, now } = await start(o);
  const on = o.on === undefined ? now : parseOn(o.on, WASHINGTON).at;
  const used = openLists(desks.regime);
  needKinds(used);
  const view: ListsView = {
    on: toZoned(on, WASHINGTON),
    known: toUtc(known),
    horizon: desks.regime.law.horizon,
    folder: used.dir,
    lists: used.kinds.flatMap((k): ListLine[] => used.copies.filter((c) => c.adds !== true && c.lists.includes(k.code)).map((c) => line(c, k.code, used, on, known))),
    notices: used.copies.filter((c) => c.adds === true).map((c) => ({ id: c.id, lists: c.lists, date: c.asOf, parties: c.parties.length, file: c.file ?? "" })),
    without: used.without.map((code) => ({ list: code, title: used.kinds.find((k) => k.code === code)?.title ?? code })),
    replaced: used.replaced,
    missing: used.copies.filter((c) => c.missing.length > 0).map((c) => ({ copy: c.id, missing: c.missing })),
    warnings: [],
  };
  const old = view.lists.filter((l) => l.tooOld);
  const warnings = [
    ...(old.length === 0 ? [] : [`${old.length} of ${view.lists.length} lists are too old: where nothing is found in them the answer is list-too-old; import the current files`]),
    ...(o.suppose === undefined || o.suppose.length === 0 ? [] : ["a supposition changes no list: it is not used here"]),
  ];
  await write(o.json ? `${JSON.stringify({ ...view, warnings })}\n` : listsPage({ ...view, warnings }));
}

function line(c: CopyInUse, code: string, used: Lists, on: Instant, known: Instant): ListLine {
  const kinds = new Map(used.kinds.map((k) => [k.code, k]));
  const f = freshness(c, kinds, on, known).find((x) => x.list === code) as Freshness;
  const kind = kinds.get(code);
  return {
    ...f,
    side: kind?.side ?? "us",
    publisher: kind?.publisher ?? "",
    url: kind?.url ?? null,
    origin: c.origin,
    from: c.origin === "shipped" ? c.source.title : (c.file ?? ""),
    importedAt: c.importedAt ?? null,
    says: freshnessSays(f),
  };
}

async function take(path: string, o: Options, dry: boolean): Promise<void> {
  const { desks, now, known } = await start(o);
  const used = openLists(desks.regime);
  needKinds(used);
  const { compareFile, keepCompared, refuseDrop } = await import("../parties/import-list.js");
  const said = { today: dayIn(now, WASHINGTON), ...(o.as === undefined ? {} : { as: o.as }), ...(o.date === undefined ? {} : { date: o.date }) };
  const compared = compareFile(path, used, said);
  let refused: string | null = null;
  if (dry && o.acceptDrop !== true)
    try {
      refuseDrop(compared);
    } catch (e) {
      refused = errorView(e)?.message ?? null;
      if (refused === null) throw e;
    }
  const kept = dry ? null : keepCompared(compared, used.dir, o.acceptDrop === true, toUtc(now));
  const { copy, diff } = compared;
  const kinds = new Map(used.kinds.map((k) => [k.code, k]));
  const view: ImportView = {
    on: toZoned(now, WASHINGTON),
    known: toUtc(known),
    horizon: desks.regime.law.horizon,
    id: copy.id,
    format: compared.format,
    file: compared.file,
    asOf: copy.asOf,
    adds: copy.adds === true,
    lists: copy.lists.map((list) => ({ list, title: kinds.get(list)?.title ?? list, before: diff.before[list] ?? 0, after: diff.after[list] ?? 0 })),
    against: compared.against,
    added: diff.added,
    removed: diff.removed,
    renamed: diff.renamed,
    missing: copy.missing,
    kept,
    refused,
    warnings: compared.notes,
  };
  await write(o.json ? `${JSON.stringify(view)}\n` : importPage(view));
}

async function remove(id: string, o: Options): Promise<void> {
  const { desks, now, known } = await start(o);
  const dir = (await import("../parties/list-store.js")).listsFolder();
  forget(dir, id);
  const used = openLists(desks.regime, dir);
  const view = {
    on: toZoned(now, WASHINGTON),
    known: toUtc(known),
    horizon: desks.regime.law.horizon,
    removed: id,
    copies: used.copies.map((c) => ({ copy: c.id, origin: c.origin, asOf: c.asOf, lists: c.lists })),
    warnings: [],
  };
  await write(o.json ? `${JSON.stringify(view)}\n` : `${id} is taken away. In use: ${view.copies.map((c) => `${c.copy} (${c.origin}, ${c.asOf})`).join(", ")}\n`);
}

function needKinds(used: Lists): void {
  if (used.kinds.length === 0) throw new InputError("no-lists", "this regime folder has no lists of parties", "add parties/lists.yaml, or leave --regime out", "--regime");
}
