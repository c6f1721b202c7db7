import { dayIn, type Instant, toUtc } from "../time/index.js";
import { newestDay } from "./dated.js";
import type { Regime } from "./regime.js";
import type { Act, Conflict, Instrument, Source } from "./types.js";

/** What may be shown of an instrument to someone who knows what `known` knows. */
export interface Seen {
  readonly sources: readonly Source[];
  readonly conflicts: readonly Conflict[];
  readonly unconfirmed: readonly string[];
  readonly causes: readonly string[];
  readonly implements: readonly string[];
  readonly summary?: string;
  readonly note?: string;
}

/**
 * Keeps hindsight out of what is shown of a document. Sources, notes and conflicts were written down later than the law they speak of:
 * each shows once the newest day that it names is known. What names no day counts from the day to which the record was checked.
 */
export class Lookback {
  private readonly day: string;
  private readonly all: boolean;
  private readonly known: ReadonlySet<string>;
  /** Names of documents that are not known yet: ids and citations. */
  private readonly later: readonly string[];
  /** Citations of what is known, the longest first: a text that names one does not look ahead by it. */
  private readonly cited: readonly string[];

  constructor(regime: Regime, known: Instant, horizon: string) {
    this.day = toUtc(known).slice(0, 10);
    this.all = this.day >= horizon;
    this.known = new Set([...regime.instruments.map((i) => i.id), ...regime.supposed]);
    const cited = new Set([...regime.instruments.flatMap((i) => i.cites), ...regime.entries.flatMap((e) => e.act.cites ?? [])]);
    this.cited = this.all ? [] : [...cited].sort((a, b) => b.length - a.length);
    const names = regime.all.flatMap((i) => [...(this.known.has(i.id) ? [] : [i.id, ...i.cites]), ...i.acts.flatMap((a) => a.cites ?? [])]);
    this.later = this.all ? [] : [...new Set(names)].filter((c) => c.length > 5 && !cited.has(c));
  }

  of(i: Instrument): Seen {
    const year = dayIn(i.announced, "UTC").slice(0, 4);
    const summary = i.summary !== undefined && this.whole(i) ? { summary: i.summary } : {};
    const note = i.note !== undefined && this.text(i.note, year, false) ? { note: i.note } : {};
    return {
      sources: i.sources.filter((s) => this.all || (s.date !== undefined && (s.date.length === 10 ? s.date : `${s.date}-31`) <= this.day && !this.later.some((name) => s.title.includes(name)))),
      conflicts: (i.conflicts ?? []).flatMap((c) => this.conflict(c, year)),
      unconfirmed: (i.unconfirmed ?? []).filter((u) => this.text(u, year, false)),
      causes: (i.causes ?? []).filter((id) => this.known.has(id)),
      implements: (i.implements ?? []).filter((id) => this.known.has(id)),
      ...summary,
      ...note,
    };
  }

  /** Is this the id of a document that is not known yet? */
  isLater(id: string): boolean {
    return this.later.includes(id);
  }

  /** The note of an act, where nothing in it looks back from later. */
  note(act: Act): string | undefined {
    return act.note !== undefined && this.text(act.note, dayIn(act.announced, "UTC").slice(0, 4), true) ? act.note : undefined;
  }

  /**
   * A conflict is whole once the newest account is known. Before that those accounts show whose giver is dated to a day by then,
   * without the choice between them, which was made with all of them in hand.
   */
  private conflict(c: Conflict, year: string): Conflict[] {
    if (this.text([c.about, ...c.accounts.flatMap((a) => [a.says, a.by]), c.uses ?? ""].join(" \n"), year, false)) return [c];
    const accounts = c.accounts.filter((a) => /\d{4}-\d{2}-\d{2}/.test(a.by) && this.text(`${a.says} \n${a.by}`, year, false));
    return accounts.length > 0 && this.text(c.about, year, true) ? [{ about: c.about, accounts }] : [];
  }

  private text(text: string, year: string, undated: boolean): boolean {
    if (this.all) return true;
    if (/\blater\b/.test(text) || this.later.some((name) => text.includes(name))) return false;
    const newest = newestDay(
      this.cited.reduce((t, c) => (t.includes(c) ? t.replaceAll(c, " ") : t), text),
      year,
    );
    return newest === undefined ? undated : newest <= this.day;
  }

  /** A summary speaks of the whole document, but for what was reported of it or how it was taken back. */
  private whole(i: Instrument): boolean {
    return this.all || i.acts.every((a) => a.do === "withdraw" || a.do === "report" || dayIn(a.announced, "UTC") <= this.day);
  }
}
