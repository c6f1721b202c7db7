import { ControlDesk, Desks, type Law, type Made, openGoods, openLaw, openParties, type Regime } from "@truce/engine/desk";
import type { ListCopy } from "@truce/engine/controls";
import type { Goods } from "@truce/engine/goods";
import { inflateSync } from "fflate";
import goodsUrl from "../../../../build/goods.pack?url";
import lawUrl from "../../../../build/law.pack?url";
import partiesUrl from "../../../../build/parties.pack?url";
import seriesUrl from "../../../../build/series.json?url";

/** Bytes that a pack may have. */
const MOST = 64_000_000;

async function bytesOf(url: string): Promise<Uint8Array> {
  const r = await fetch(url);
  if (!r.ok) throw new Error(`${url} could not be loaded (${r.status}): reload the page`);
  const bytes = new Uint8Array(await r.arrayBuffer());
  if (bytes.length > MOST) throw new Error(`${url} is larger than it can be`);
  return bytes;
}
const inflate = (packed: Uint8Array): Uint8Array => inflateSync(packed);

/** The regime in the reader's browser: the law at once, goods and lists of parties when a question needs them. */
export class PageDesk {
  readonly desks: Desks;
  readonly controls: ControlDesk;
  private goodsPack: Goods | undefined;
  private copies: ListCopy[] | undefined;
  private loadingGoods: Promise<void> | undefined;
  private loadingParties: Promise<void> | undefined;

  private constructor(
    readonly law: Law,
    readonly series: Made,
    /** The name of this version of the regime, as the file of the law carries it. */
    readonly version: string,
  ) {
    const self = this;
    const regime: Regime = {
      law,
      series,
      dir: "regime",
      get goods() {
        if (self.goodsPack === undefined) throw new Error("the goods were asked for before they were loaded");
        return self.goodsPack;
      },
      get copies() {
        if (self.copies === undefined) throw new Error("the lists were asked for before they were loaded");
        return self.copies;
      },
    };
    this.desks = new Desks(regime);
    this.controls = new ControlDesk(this.desks);
  }

  static async open(): Promise<PageDesk> {
    const [law, series] = await Promise.all([bytesOf(lawUrl), fetch(seriesUrl).then((r) => r.json() as Promise<{ key: string; made: Made }>)]);
    return new PageDesk(openLaw(law, inflate), series.made, series.key.slice(0, 12));
  }

  get goodsLoaded(): boolean {
    return this.goodsPack !== undefined;
  }
  /** Loads codes, rates and lists of goods. */
  async goods(): Promise<Goods> {
    this.loadingGoods ??= bytesOf(goodsUrl).then((b) => void (this.goodsPack = openGoods(b, inflate)));
    await this.loadingGoods.catch((e) => {
      this.loadingGoods = undefined;
      throw e;
    });
    return this.desks.regime.goods;
  }
  /** Loads the lists of parties. */
  async parties(): Promise<readonly ListCopy[]> {
    this.loadingParties ??= bytesOf(partiesUrl).then((b) => void (this.copies = openParties(b, inflate)));
    await this.loadingParties.catch((e) => {
      this.loadingParties = undefined;
      throw e;
    });
    return this.desks.regime.copies;
  }
}
