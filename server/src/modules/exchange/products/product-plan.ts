import type { Uuid } from "../../../kernel/ids.ts";
import type { SavedProduct, WholePicture, WholeProduct } from "../../catalog/index.ts";
import type { Verdict } from "../kinds.ts";
import type { ItemProblem } from "../item-problem.ts";

/** One thing that would be another than it is. Blank: nothing. */
export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A picture to fetch. */
export interface WantedPicture {
  readonly address: string;
  readonly place: number;
  readonly alt: Readonly<Record<string, string>>;
  readonly optionCode: string | null;
  readonly valueCode: string | null;
  readonly row: number;
}

/** What is known of the shop while products are planned. */
export interface ProductSurroundings {
  /** By code, by name and by names down from the root ("Living > Chairs"), all in lower case. */
  readonly categoryIds: ReadonlyMap<string, Uuid>;
  readonly productIdByHandle: ReadonlyMap<string, Uuid>;
  /** Handles that the file itself brings. */
  readonly handlesToCome: ReadonlySet<string>;
  readonly productOfSku: ReadonlyMap<string, Uuid>;
  readonly productOfBarcode: ReadonlyMap<string, Uuid>;
  /** Pictures of this shop that the file names by their address, by their key. */
  readonly pictureByKey: ReadonlyMap<string, WholePicture>;
  /** Addresses that were fetched for a product before: `<product> <address>` → the picture. */
  readonly fetched: ReadonlyMap<string, Uuid | null>;
  readonly now: Date;
}

/** What is to become of an item, worked out and not done yet. */
export interface ProductPlan {
  readonly verdict: Verdict;
  readonly title: string;
  readonly problem: ItemProblem | null;
  readonly differences: readonly Difference[];
  readonly product: SavedProduct | null;
  readonly wanted: readonly WantedPicture[];
  readonly alts: readonly { readonly id: Uuid; readonly alt: Readonly<Record<string, string>> }[];
}

export type { WholeProduct };
