import { inflateRawSync } from "node:zlib";
import { Goods, Pack } from "@truce/engine/goods";
import type { ItemTable, ListCopy, ListKind, OwnershipRule, Party, Strictness } from "@truce/engine/controls";
import type { InterestRules, RefundRules } from "@truce/engine/entry";
import type { Article, Instrument } from "@truce/engine/law";

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

const inflate = (packed: Uint8Array): Uint8Array => inflateRawSync(packed);

/** Opens the law pack; articles and refunds are read only when asked for. */
export function openLaw(bytes: Uint8Array): Law {
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
export const openGoods = (bytes: Uint8Array): Goods => new Goods(bytes, inflate);

/** The copies of lists that the regime ships. */
export function openParties(bytes: Uint8Array): ListCopy[] {
  const pack = new Pack(bytes, inflate);
  return pack.json<Omit<ListCopy, "parties">[]>("copies").map((copy) => ({ ...copy, parties: pack.json<Party[]>(`parties.${copy.id}`) }));
}
