import type { Instant } from "../time/index.js";
import { type Owners, packedIndex, Screen, ScreenGrounds, type ScreenQuery } from "../controls/screen/index.js";
import type { Instrument } from "../law/index.js";
import { type Asking, asking, type Clocks, ControlDesk, Desks, InputError, type Lists, type Regime } from "../desk/index.js";

/** What a server answers from: the regime, opened once, and the lists, made ready when they are first asked for. */
export class Grounds {
  readonly desks: Desks;
  readonly controls: ControlDesk;
  private lists: ScreenGrounds | undefined;

  /** @param inUse the lists of parties, opened when they are first asked for */
  constructor(
    readonly regime: Regime,
    readonly inUse: () => Lists,
  ) {
    this.desks = new Desks(regime);
    this.controls = new ControlDesk(this.desks);
  }

  /** The clocks of a request. Files of suppositions are not read here. */
  async asking(c: Clocks, o: { zone?: string; ahead?: boolean } = {}): Promise<Asking> {
    return asking(this.desks, { ...c, suppose: named(c.suppose) }, o);
  }

  /** A screen of parties, with stakes of the request where it gives some. */
  screen(known: Instant, supposed: readonly Instrument[], queries: readonly ScreenQuery[], owners?: Owners): Screen {
    const base = this.screenGrounds();
    const grounds = owners === undefined ? base : new ScreenGrounds({ ...base.input, owners }, base.index);
    return new Screen(grounds, this.desks.regimeAt(known, supposed), queries);
  }

  screenGrounds(): ScreenGrounds {
    const { law } = this.regime;
    if (law.ownership === null || law.lists.length === 0) throw new InputError("no-lists", "this regime has no lists of parties", "ask another server", "regime");
    if (this.lists === undefined) {
      const { copies } = this.inUse();
      this.lists = new ScreenGrounds({ copies, kinds: law.lists, rules: law.ownership.rules, strictness: law.ownership.strictness }, packedIndex(this.regime.names, copies));
    }
    return this.lists;
  }
}

/** Suppositions by their ids; a server reads no file that a request names. @throws InputError for a file name */
export function named(suppose: readonly string[] | undefined): readonly string[] {
  const file = suppose?.find((s) => /\.ya?ml$/i.test(s) || /[\\]|\.\./.test(s) || s.startsWith("/"));
  if (file !== undefined) throw new InputError("unknown-supposition", `"${file.slice(0, 60)}" is a file, and a server reads none`, "name a threat, statement or scenario by its id", "suppose");
  return suppose ?? [];
}
