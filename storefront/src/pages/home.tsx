import { listProducts, tagsOfList } from "@shopwright/server/contracts/catalog";
import type { CategoryView, ProductCardView } from "@shopwright/server/contracts/catalog";
import { getHome, tagsOfHome } from "@shopwright/server/contracts/content";
import type { HomeView } from "@shopwright/server/contracts/content";
import { pictureUrl } from "@shopwright/server/contracts/media";
import { categoryPath, contentPath, pathIn } from "../addresses.ts";
import { Blocks } from "../parts/blocks.tsx";
import { Document } from "../parts/document.tsx";
import { HeroPicture, Picture } from "../parts/picture.tsx";
import { ProductGrid } from "../parts/product-card.tsx";
import { htmlReply } from "../reply.tsx";
import { frameTags, loadFrame } from "../visit.ts";
import type { Frame, Page } from "../visit.ts";

const featuredCount = 8;

export const homePage: Page = {
  pattern: "/",
  get: async (visit) => {
    const [frame, words, list] = await Promise.all([
      loadFrame(visit),
      visit.shop.call(getHome, {}),
      visit.shop.call(listProducts, { query: { limit: featuredCount } }),
    ]);
    const tags = [...frameTags, ...tagsOfHome(), ...tagsOfList(list)];
    return htmlReply(<Home frame={frame} words={words} products={list.products} />, tags);
  },
};

interface HomeProps {
  readonly frame: Frame;
  readonly words: HomeView;
  readonly products: readonly ProductCardView[];
}

function Home({ frame, words, products }: HomeProps) {
  const { visit, categories } = frame;
  const leaves = shownCategories(categories);
  const scene = categories.find(({ picture }) => picture !== null)?.picture;
  const hero = words.hero ?? scene ?? products[0]?.picture ?? null;
  return (
    <Document
      frame={frame}
      title={words.seoTitle}
      description={words.seoDescription}
      image={hero ? pictureUrl(hero, 1200) : undefined}
    >
      <section class="hero">
        {hero && <HeroPicture picture={hero} portrait={words.heroPortrait} />}
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
      <Story frame={frame} words={words} />
    </Document>
  );
}

function Story({ frame, words }: Pick<HomeProps, "frame" | "words">) {
  const { locale, text } = frame.visit;
  const about = frame.pages.find(({ handle }) => handle === "about");
  return (
    <>
      <section class="story">
        <h2>{words.storyHeading}</h2>
        <Blocks blocks={words.story} />
        {about && (
          <p>
            <a href={pathIn(locale, contentPath(about.slug))}>{text.home.readMore}</a>
          </p>
        )}
      </section>
      {words.promises.length > 0 && (
        <section class="wide promises" aria-label={text.home.promises}>
          {words.promises.map(({ heading, text: promise }) => (
            <div key={heading}>
              <h3>{heading}</h3>
              <p>{promise}</p>
            </div>
          ))}
        </section>
      )}
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
