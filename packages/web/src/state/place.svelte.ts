/** Where the reader is: everything that makes an answer stands in the address, so that a link gives the same answer. */
export const VIEWS = ["today", "duty", "line", "article", "timeline", "show", "cliff", "refunds", "portfolio", "controls", "pledges", "averages", "calendar", "not-covered"] as const;
export type View = (typeof VIEWS)[number];
export type Language = "en" | "zh";

class Place {
  private search = $state(location.search);
  private readonly params = $derived(new URLSearchParams(this.search));

  constructor() {
    addEventListener("popstate", () => (this.search = location.search));
  }

  get view(): View {
    const v = this.params.get("view");
    return (VIEWS as readonly string[]).includes(v ?? "") ? (v as View) : "today";
  }
  get language(): Language {
    const given = this.params.get("lang");
    if (given === "en" || given === "zh") return given;
    return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  }
  /** The two clocks as they are written; undefined for now. */
  get on(): string | undefined {
    return this.get("on");
  }
  get known(): string | undefined {
    return this.get("known");
  }
  get suppose(): readonly string[] | undefined {
    const all = this.params.getAll("suppose").filter((s) => s !== "");
    return all.length === 0 ? undefined : all;
  }
  /** What every question takes from the address. */
  get clocks(): { readonly on?: string; readonly known?: string; readonly suppose?: readonly string[] } {
    const { on, known, suppose } = this;
    return { ...(on === undefined ? {} : { on }), ...(known === undefined ? {} : { known }), ...(suppose === undefined ? {} : { suppose }) };
  }
  get(name: string): string | undefined {
    const v = this.params.get(name);
    return v === null || v === "" ? undefined : v;
  }
  all(name: string): string[] {
    return this.params.getAll(name);
  }

  /** The address with some things changed; null or "" takes one out. Another view keeps the clocks, the language and what is supposed. */
  href(changes: Readonly<Record<string, string | readonly string[] | null | undefined>>): string {
    const next = new URLSearchParams(this.search);
    if (changes["view"] !== undefined && changes["view"] !== this.view) for (const key of [...next.keys()]) if (!["on", "known", "lang", "suppose"].includes(key)) next.delete(key);
    for (const [key, value] of Object.entries(changes)) {
      next.delete(key);
      for (const v of value === null || value === undefined ? [] : typeof value === "string" ? [value] : value) if (v !== "") next.append(key, v);
    }
    const text = next.toString();
    return text === "" ? location.pathname : `?${text}`;
  }
  /** Goes to an address of this page. */
  open(href: string): void {
    const view = this.view;
    history.pushState(null, "", href);
    this.search = location.search;
    if (this.view !== view) scrollTo(0, 0);
  }
  /** @param o `replace` for what changes while the reader types or drags: no step of its own in the history */
  go(changes: Readonly<Record<string, string | readonly string[] | null | undefined>>, o: { readonly replace?: boolean } = {}): void {
    const href = this.href(changes);
    const view = this.view;
    history[o.replace === true ? "replaceState" : "pushState"](null, "", href);
    this.search = location.search;
    if (this.view !== view) scrollTo(0, 0);
  }
}
export const place = new Place();

/** For links within the page: follows them without loading anew. */
export function follow(e: MouseEvent): void {
  const a = (e.target as Element).closest("a");
  if (a === null || e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
  const to = a.getAttribute("href");
  if (to === null || !(to.startsWith("?") || to === location.pathname)) return;
  e.preventDefault();
  place.open(to);
}
