/**
 * The shape of the demo shop's data. Plain values only: the seed, the picture renderer and the
 * tests all read the same objects, so nothing here may depend on a runtime.
 */

import type { FamilyCode } from "../models/families.ts";
import type { MaterialCode } from "../models/materials.ts";

export type { FamilyCode } from "../models/families.ts";
export type { MaterialCode } from "../models/materials.ts";

export type Locale = "en" | "de";
export const locales: readonly Locale[] = ["en", "de"];

/** One text in every language the demo shop speaks. */
export type Localised = Readonly<Record<Locale, string>>;

/** Outer measures in millimetres: width, depth, height. */
export interface Dimensions {
  readonly w: number;
  readonly d: number;
  readonly h: number;
}

export type ModelParams = Readonly<Record<string, number | string | boolean>>;
export type ModelMaterials = Readonly<Record<string, MaterialCode>>;

/** What one option value changes on the model, on top of the product's own parameters. */
export interface ModelOverride {
  readonly option: OptionCode;
  readonly value: string;
  readonly params?: ModelParams;
  readonly materials?: ModelMaterials;
}

/** Which parametric model shows the product; lengths in millimetres, materials by slot. */
export interface DemoModel {
  readonly family: FamilyCode;
  readonly params: ModelParams;
  readonly materials: ModelMaterials;
  readonly overrides: readonly ModelOverride[];
}

export type OptionCode = "size" | "colour" | "material";

export interface DemoOptionValue {
  readonly code: string;
  readonly label: Localised;
  /** `#rrggbb`, for values that are a colour or a material. */
  readonly swatch?: string;
}

export interface DemoOption {
  readonly code: OptionCode;
  readonly name: Localised;
  readonly values: readonly DemoOptionValue[];
}

/** What happens to a sale when the shelf is empty. */
export type StockPolicy =
  | { readonly kind: "refuse" }
  /** Sold ahead, up to `cap` units, promised within `days`. */
  | { readonly kind: "backorder"; readonly cap: number; readonly days: number }
  /** Bought from the supplier for this sale, promised within `days`. */
  | { readonly kind: "order_from_supplier"; readonly days: number };

export type WarehouseCode = "HAV" | "NJY";

export interface DemoVariant {
  readonly sku: string;
  /** Option code → value code; names every option of the product. */
  readonly options: Readonly<Partial<Record<OptionCode, string>>>;
  /** GTIN-13 from the range that GS1 leaves for use inside a company (20…). */
  readonly barcode: string;
  readonly weightGrams: number;
  readonly dimensions: Dimensions;
  /** Cents, German VAT included. */
  readonly priceEurMinor: bigint;
  /** Cents before sales tax. */
  readonly priceUsdMinor: bigint;
  /** What a unit costs to make or buy, in euro cents before VAT. */
  readonly costEurMinor: bigint;
  /** Earlier price in euro cents, VAT included; only on reduced variants. */
  readonly compareAtEurMinor?: bigint;
  /** Earlier price in US cents; present exactly when the euro one is. */
  readonly compareAtUsdMinor?: bigint;
  readonly stock: Readonly<Record<WarehouseCode, number>>;
  readonly stockPolicy: StockPolicy;
  readonly taxCategory: "standard";
}

export interface DemoProductText {
  readonly title: string;
  /** One line under the title. */
  readonly subtitle: string;
  /** Two to four paragraphs of plain text. */
  readonly description: readonly string[];
  /** How to look after it, one or two sentences. */
  readonly care: string;
  readonly seoTitle: string;
  readonly seoDescription: string;
}

export interface DemoProduct {
  /** The address of the product page, unique in the shop. */
  readonly handle: string;
  /** Code of a leaf category. */
  readonly category: string;
  /** Handles of products that go well with it. */
  readonly related: readonly string[];
  /** Shown on the home page. */
  readonly featured: boolean;
  readonly text: Readonly<Record<Locale, DemoProductText>>;
  readonly options: readonly DemoOption[];
  /** The first one is what the product page opens with. */
  readonly variants: readonly DemoVariant[];
  readonly model: DemoModel;
}

/** One property of a product type; the same as the program's own attributes, in two languages. */
export interface DemoAttribute {
  readonly code: string;
  readonly name: Localised;
  readonly help?: Localised;
  readonly group: Localised;
  readonly kind:
    | "text"
    | "rich_text"
    | "number"
    | "boolean"
    | "date"
    | "choice"
    | "multi_choice"
    | "swatch"
    | "reference";
  readonly level?: "product" | "variant";
  readonly required?: true;
  readonly translatable?: true;
  readonly filterable?: true;
  readonly unit?: string;
  readonly target?: "product";
  readonly choices?: readonly {
    readonly code: string;
    readonly label: Localised;
    readonly swatch?: string;
  }[];
}

export interface DemoProductType {
  readonly code: string;
  readonly name: Localised;
  readonly attributes: readonly DemoAttribute[];
}

export type DemoAttributeValue =
  | string
  | number
  | boolean
  | readonly string[]
  | Localised
  /** Handle of the product pointed to. */
  | { readonly product: string };

/** What a product and each of its variants say of themselves, by the code of the attribute. */
export interface DemoAttributes {
  /** Code of the product type. */
  readonly type: string;
  readonly product: Readonly<Record<string, DemoAttributeValue>>;
  /** In the order of the product's variants. */
  readonly variants: readonly Readonly<Record<string, DemoAttributeValue>>[];
}

export interface DemoCategory {
  readonly code: string;
  /** The address of its page in each language, unique among the categories. */
  readonly handle: Localised;
  /** Code of the category above; null for a root. */
  readonly parent: string | null;
  /** Place among its siblings, from 1. */
  readonly order: number;
  readonly name: Localised;
  readonly intro: Localised;
}

/** Where something stands or goes; the same fields as the program's own addresses. */
export interface DemoAddress {
  readonly name: string;
  readonly company?: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly postcode: string;
  /** In the United States the state's two letters. */
  readonly region?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone?: string;
}

export interface DemoWarehouse {
  readonly code: WarehouseCode;
  readonly name: string;
  readonly address: DemoAddress;
  /** Countries it serves first; empty: any. */
  readonly countries: readonly string[];
  /** The higher is asked first. */
  readonly priority: number;
}

export interface DemoCustomer {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly address: DemoAddress;
}

export interface PageSection {
  /** Empty for the opening section. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface DemoPage {
  readonly code: "about" | "delivery" | "contact" | "imprint" | "privacy" | "terms";
  readonly handle: Localised;
  readonly text: Readonly<
    Record<
      Locale,
      {
        readonly title: string;
        readonly seoDescription: string;
        readonly sections: readonly PageSection[];
      }
    >
  >;
}

export interface HomeText {
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly headline: string;
  readonly lead: string;
  /** On the button below the lead. */
  readonly invitation: string;
  readonly featuredHeading: string;
  readonly categoriesHeading: string;
  readonly story: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly promises: readonly { readonly heading: string; readonly text: string }[];
}
