import { getProduct, tagsOfProduct } from "@shopwright/server/contracts/catalog";
import type { ProductView, VariantView } from "@shopwright/server/contracts/catalog";
import { pictureUrl } from "@shopwright/server/contracts/media";
import { categoryPath, pathIn, productPath } from "../addresses.ts";
import { length, weight } from "../format.ts";
import { Availability } from "../parts/availability.tsx";
import { Breadcrumbs } from "../parts/breadcrumbs.tsx";
import { Document } from "../parts/document.tsx";
import { Gallery } from "../parts/gallery.tsx";
import { JsonLd } from "../parts/json-ld.tsx";
import { Price, TaxNote } from "../parts/price.tsx";
import { ProductGrid } from "../parts/product-card.tsx";
import { htmlReply, redirect } from "../reply.tsx";
import { frameTags, loadFrame } from "../visit.ts";
import type { Frame, Page } from "../visit.ts";
import { breadcrumbData } from "./breadcrumb-data.ts";
import { productData } from "./product-data.ts";
import { FactRows, Facts } from "./attribute-facts.tsx";
import { OptionChoices } from "./option-choices.tsx";
import { chosenVariant, picturesOf } from "./variant-choice.ts";

export const productPage: Page = {
  pattern: "/products/:handle",
  get: async (visit) => {
    const [frame, product] = await Promise.all([
      loadFrame(visit),
      visit.shop.call(getProduct, { params: { handle: visit.params["handle"] ?? "" } }),
    ]);
    if (product.handle !== visit.params["handle"]) {
      const moved = pathIn(visit.locale, productPath(product.handle)) + visit.request.url.search;
      return redirect(moved, 301);
    }
    const tags = [...frameTags, ...tagsOfProduct(product)];
    return htmlReply(<Product frame={frame} product={product} />, tags);
  },
};

interface ProductProps {
  readonly frame: Frame;
  readonly product: ProductView;
}

function Product({ frame, product }: ProductProps) {
  const { visit } = frame;
  const variant = chosenVariant(product, visit.query);
  const path = productPath(product.handle);
  const crumbs = product.breadcrumb.map(({ name, slug }) => ({ name, path: categoryPath(slug) }));
  const pictures = picturesOf(product, variant);
  return (
    <Document
      frame={frame}
      title={product.seoTitle}
      description={product.seoDescription}
      kind="product"
      paths={{ en: path, de: path }}
      image={pictures[0] ? pictureUrl(pictures[0], 1200) : undefined}
    >
      <div class="wide">
        <Breadcrumbs frame={frame} crumbs={crumbs} />
        <div class="product" id="product" data-region>
          <Gallery frame={frame} pictures={pictures} title={product.title} />
          <div class="buy">
            <h1>{product.title}</h1>
            {product.subtitle && <p class="lead">{product.subtitle}</p>}
            {variant ? (
              <Offer frame={frame} product={product} variant={variant} />
            ) : (
              <p class="notice">{visit.text.product.notOffered}</p>
            )}
          </div>
        </div>
        <Description frame={frame} product={product} variant={variant} />
        {product.related.length > 0 && (
          <section>
            <h2>{visit.text.product.related}</h2>
            <ProductGrid frame={frame} cards={product.related} />
          </section>
        )}
      </div>
      <JsonLd data={breadcrumbData(frame, [...crumbs, { name: product.title, path }])} />
      <JsonLd data={productData(frame, product)} />
    </Document>
  );
}

interface OfferProps extends ProductProps {
  readonly variant: VariantView;
}

function Offer({ frame, product, variant }: OfferProps) {
  const { text, locale } = frame.visit;
  const out = variant.availability.state === "out";
  return (
    <>
      <p class="price-large">
        <Price frame={frame} price={variant.price} />
      </p>
      <TaxNote frame={frame} price={variant.price} />
      <OptionChoices frame={frame} product={product} variant={variant} />
      <p>
        <Availability frame={frame} availability={variant.availability} />
      </p>
      <form
        method="post"
        action={pathIn(locale, "/basket")}
        class="add"
        data-add={text.product.added}
      >
        <input type="hidden" name="do" value="add" />
        <input type="hidden" name="variant" value={variant.id} />
        <label class="unseen" for="quantity">
          {text.basket.quantity}
        </label>
        <input
          id="quantity"
          name="quantity"
          type="number"
          inputMode="numeric"
          min={1}
          max={999}
          value={1}
          required
        />
        <button class="button button-main" type="submit" disabled={out}>
          {out ? text.stock.out : text.product.add}
        </button>
      </form>
      <output class="add-said" data-add-said />
      <ul class="assurances">
        {text.product.assurances.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Description({ frame, product, variant }: ProductProps & { variant: VariantView | null }) {
  const { text } = frame.visit;
  return (
    <div class="details">
      <section>
        <h2>{text.product.description}</h2>
        {product.description.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <div>
        <Facts frame={frame} facts={product.attributes} />
        {variant && <Measures frame={frame} product={product} variant={variant} />}
        {product.care && (
          <section>
            <h2>{text.product.care}</h2>
            {product.care.split(/\n\s*\n/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        )}
      </div>
    </div>
  );
}

/** What this variant measures and weighs. */
function Measures({ frame, variant }: OfferProps) {
  const { text } = frame.visit;
  const { dimensions } = variant;
  const rows: (readonly [string, string])[] = [
    ...(dimensions
      ? ([
          [text.product.width, length(frame, dimensions.width)],
          [text.product.depth, length(frame, dimensions.depth)],
          [text.product.height, length(frame, dimensions.height)],
        ] as const)
      : []),
    ...(variant.weightGrams > 0
      ? ([[text.product.weight, weight(frame, variant.weightGrams)]] as const)
      : []),
    [text.product.sku, variant.sku],
  ];
  return (
    <section id="measures" data-region>
      <h2>{text.product.measures}</h2>
      {variant.optionText && <p class="quiet">{variant.optionText}</p>}
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <FactRows frame={frame} facts={variant.attributes} />
      </dl>
    </section>
  );
}
