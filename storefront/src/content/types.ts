import type { ShopView } from "@shopwright/server/contracts/settings";
import type { Locale } from "@shopwright/server/kernel/locale";

/** A page of plain text; the shop's name, address and the like are filled in when it is shown. */
export interface ContentPage {
  readonly code: "about" | "delivery" | "contact" | "imprint" | "privacy" | "terms";
  readonly handle: Readonly<Record<Locale, string>>;
  readonly text: Readonly<Record<Locale, ContentText>>;
}

export interface ContentText {
  readonly title: (shop: ShopView) => string;
  readonly sections: (shop: ShopView) => readonly ContentSection[];
}

export interface ContentSection {
  /** Empty for the opening. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** What the home page says around the pictures. */
export interface HomeText {
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly headline: string;
  readonly lead: string;
  readonly invitation: string;
  readonly featuredHeading: string;
  readonly categoriesHeading: string;
  readonly story: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly promises: readonly { readonly heading: string; readonly text: string }[];
}
