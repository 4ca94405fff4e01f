import type { AvailabilityView, ProductView } from "@shopwright/server/contracts/catalog";
import { pictureUrl } from "@shopwright/server/contracts/media";
import { toDecimal } from "@shopwright/server/kernel/money";
import { pathIn, productPath } from "../addresses.ts";
import type { Frame } from "../visit.ts";
import { variantQuery } from "./variant-choice.ts";

/** schema.org's words for how soon a thing can be had. */
const schemaAvailability: Readonly<Record<AvailabilityView["state"], string>> = {
  in_stock: "https://schema.org/InStock",
  low: "https://schema.org/LimitedAvailability",
  backorder: "https://schema.org/BackOrder",
  supplier: "https://schema.org/BackOrder",
  out: "https://schema.org/OutOfStock",
};

/** schema.org Product with an Offer for each variant. */
export function productData(frame: Frame, product: ProductView): object {
  const { request, locale } = frame.visit;
  const { origin } = request.url;
  const address = origin + pathIn(locale, productPath(product.handle));
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    description: product.seoDescription || product.subtitle,
    url: address,
    image: product.pictures.slice(0, 6).map((picture) => origin + pictureUrl(picture, 1200)),
    sku: product.variants[0]?.sku,
    brand: { "@type": "Brand", name: frame.info.name },
    offers: product.variants.map((variant) => ({
      "@type": "Offer",
      sku: variant.sku,
      ...(variant.barcode && /^\d{8,14}$/.test(variant.barcode) ? { gtin: variant.barcode } : {}),
      name: [product.title, variant.optionText].filter(Boolean).join(", "),
      url: product.options.length > 0 ? `${address}?${variantQuery(product, variant)}` : address,
      price: toDecimal({
        minor: BigInt(variant.price.amount.minor),
        currency: variant.price.amount.currency,
      }),
      priceCurrency: variant.price.amount.currency,
      availability: schemaAvailability[variant.availability.state],
      itemCondition: "https://schema.org/NewCondition",
    })),
  };
}
