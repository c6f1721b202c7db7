import type { ItemTable, ListCopy, ListKind, OwnershipRule, Party, Strictness } from "../controls/index.js";
import type { PackedNames } from "../controls/screen/index.js";
import type { InterestRules, RefundRules } from "../entry/index.js";
import { Goods, type Inflate, Pack } from "../goods/index.js";
import type { Article, Instrument } from "../law/index.js";
import type { Made } from "./average-steps.js";

/** The law pack, opened. */
export interface Law {
  readonly instruments: readonly Instrument[];
  readonly scenarios: readonly Instrument[];
  readonly articles: readonly Article[];
  readonly horizon: string;
  /** The first day to which the regime reaches back. */
  readonly first: string;
  /** How refunds are had, and their interest; null where the regime says nothing of it. */
  readonly refunds: { readonly refunds: RefundRules | null; readonly interest: InterestRules | null };
  /** The rules of ownership; null where the regime has none. */
  readonly ownership: { readonly rules: readonly OwnershipRule[]; readonly strictness: Strictness } | null;
  /** Goods that export controls name; null where the regime names none. */
  readonly items: ItemTable | null;
  /** The kinds of lists of parties. */
  readonly lists: readonly ListKind[];
}

/** The regime as a program holds it: the law read, the goods opened on first use. */
export interface Regime {
  readonly law: Law;
  readonly goods: Goods;
  readonly dir: string;
  /** The copies of lists of parties that it ships, read on first use. */
  readonly copies: readonly ListCopy[];
  /** The index of the names of these copies, made when the regime was packed; undefined for another regime folder. */
  readonly names?: PackedNames | undefined;
  /** Average series of all that is known, made when the regime was packed; undefined for another regime folder. */
  readonly series?: Made | undefined;
  /** Reads a supposition from a file of the user's, where the program can. */
  readonly readSupposition?: undefined | ((file: string, n: number) => Promise<Instrument>);
}

/** Opens the law pack; articles, refunds, ownership, items and lists are read only when asked for. */
export function openLaw(bytes: Uint8Array, inflate: Inflate): Law {
  const pack = new Pack(bytes, inflate);
  const law = pack.json<{ instruments: Instrument[]; scenarios: Instrument[]; horizon: string; first: string }>("law");
  return {
    ...law,
    get articles() {
      return pack.json<Article[]>("articles");
    },
    get ownership() {
      return pack.json<Law["ownership"]>("ownership");
    },
    get items() {
      return pack.json<Law["items"]>("items");
    },
    get lists() {
      return pack.json<ListKind[]>("lists");
    },
    get refunds() {
      return pack.json<Law["refunds"]>("refunds");
    },
  };
}

/** Opens the goods pack: each column is opened on first use. */
export const openGoods = (bytes: Uint8Array, inflate: Inflate): Goods => new Goods(bytes, inflate);

/** The copies of lists that the regime ships. */
export function openParties(bytes: Uint8Array, inflate: Inflate): ListCopy[] {
  const pack = new Pack(bytes, inflate);
  return pack.json<Omit<ListCopy, "parties">[]>("copies").map((copy) => ({ ...copy, parties: pack.json<Party[]>(`parties.${copy.id}`) }));
}
