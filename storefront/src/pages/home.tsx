import { listProducts, tagsOfList } from "@shopwright/server/contracts/catalog";
import type { CategoryView, ProductCardView } from "@shopwright/server/contracts/catalog";
import { pictureUrl } from "@shopwright/server/contracts/media";
import { categoryPath, contentPath, pathIn } from "../addresses.ts";
import { homeText } from "../content/home.ts";
import { contentPages } from "../content/index.ts";
import { Document } from "../parts/document.tsx";
import { Picture } from "../parts/picture.tsx";
import { ProductGrid } from "../parts/product-card.tsx";
import { htmlReply } from "../reply.tsx";
import { frameTags, loadFrame } from "../visit.ts";
import type { Frame, Page } from "../visit.ts";

const featuredCount = 8;

export const homePage: Page = {
  pattern: "/",
  get: async (visit) => {
    const [frame, list] = await Promise.all([
      loadFrame(visit),
      visit.shop.call(listProducts, { query: { limit: featuredCount } }),
    ]);
    const tags = [...frameTags, ...tagsOfList(list)];
    return htmlReply(<Home frame={frame} products={list.products} />, tags);
  },
};

interface HomeProps {
  readonly frame: Frame;
  readonly products: readonly ProductCardView[];
}

function Home({ frame, products }: HomeProps) {
  const { visit, info, categories } = frame;
  const words = homeText(info, visit.locale);
  const leaves = shownCategories(categories);
  const scene = categories.find(({ picture }) => picture !== null)?.picture;
  const hero = scene ?? products[0]?.picture ?? null;
  return (
    <Document
      frame={frame}
      title={words.seoTitle}
      description={words.seoDescription}
      image={hero ? pictureUrl(hero, 1200) : undefined}
    >
      <section class="hero">
        {hero && <Picture picture={hero} sizes="(min-width: 60rem) 60vw, 100vw" first alt="" />}
        <div class="hero-text">
          <h1>{words.headline}</h1>
          <p class="lead">{words.lead}</p>
          {categories[0] && (
            <a
              class="button button-main"
              href={pathIn(visit.locale, categoryPath(categories[0].slug))}
            >
              {words.invitation}
            </a>
          )}
        </div>
      </section>
      {products.length > 0 && (
        <section class="wide">
          <h2>{words.featuredHeading}</h2>
          <ProductGrid frame={frame} cards={products} />
        </section>
      )}
      {leaves.length > 0 && (
        <section class="wide">
          <h2>{words.categoriesHeading}</h2>
          <ul class="rooms">
            {leaves.map((category) => (
              <li key={category.id}>
                <a href={pathIn(visit.locale, categoryPath(category.slug))}>
                  {category.picture && (
                    <span class="tile tile-scene">
                      <Picture
                        picture={category.picture}
                        sizes="(min-width: 48rem) 30vw, 90vw"
                        alt=""
                      />
                    </span>
                  )}
                  <span class="card-title">{category.name}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Story frame={frame} />
    </Document>
  );
}

function Story({ frame }: { readonly frame: Frame }) {
  const { locale, text } = frame.visit;
  const words = homeText(frame.info, locale);
  const about = contentPages.find(({ code }) => code === "about");
  return (
    <>
      <section class="story">
        <h2>{words.story.heading}</h2>
        {words.story.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {about && (
          <p>
            <a href={pathIn(locale, contentPath(about.handle[locale]))}>{text.home.readMore}</a>
          </p>
        )}
      </section>
      <section class="wide promises" aria-label={text.home.promises}>
        {words.promises.map(({ heading, text: promise }) => (
          <div key={heading}>
            <h3>{heading}</h3>
            <p>{promise}</p>
          </div>
        ))}
      </section>
    </>
  );
}

/** The places where goods stand: categories without others below them, at most nine, with pictures first. */
function shownCategories(categories: readonly CategoryView[]): readonly CategoryView[] {
  const parents = new Set(categories.map(({ parentId }) => parentId));
  return categories
    .filter(({ id, productCount }) => !parents.has(id) && productCount > 0)
    .toSorted((a, b) => Number(b.picture !== null) - Number(a.picture !== null))
    .slice(0, 9);
}
