import {
  findCategoryAddress,
  listProducts,
  tagsOfList,
} from "@shopwright/server/contracts/catalog";
import type { CategoryView, ProductListView } from "@shopwright/server/contracts/catalog";
import { pictureUrl } from "@shopwright/server/contracts/media";
import { locales } from "@shopwright/server/kernel/locale";
import type { PageReply } from "@shopwright/server/kernel/page";
import type { Locale } from "@shopwright/server/kernel/locale";
import { categoryPath, pathIn } from "../addresses.ts";
import { Breadcrumbs } from "../parts/breadcrumbs.tsx";
import { Document } from "../parts/document.tsx";
import { JsonLd } from "../parts/json-ld.tsx";
import { htmlReply, redirect } from "../reply.tsx";
import { frameTags, loadFrame } from "../visit.ts";
import type { Frame, Page, Visit } from "../visit.ts";
import { breadcrumbData } from "./breadcrumb-data.ts";
import { CategoryResults } from "./category-results.tsx";
import { filterQuery, isNarrowed, readListFilter, shopFilter } from "./list-filter.ts";
import type { ListFilter } from "./list-filter.ts";
import { notFoundPage } from "./not-found.tsx";

export const categoryPage: Page = {
  pattern: "/category/:slug",
  get: async (visit) => {
    // The list is asked for by a code, the address says a slug: so the tree comes first.
    const frame = await loadFrame(visit);
    const category = findCategory(frame.categories, visit.params["slug"] ?? "", visit.locale);
    if (category === null) return movedCategory(visit, frame);
    const slug = category.slugs[visit.locale] ?? category.slug;
    if (slug !== visit.params["slug"]) {
      const moved = pathIn(visit.locale, categoryPath(slug)) + visit.request.url.search;
      return redirect(moved, 301);
    }
    const filter = readListFilter(visit.query);
    const after = visit.query.get("after") ?? undefined;
    const list = await visit.shop.call(listProducts, {
      query: {
        category: category.code,
        ...shopFilter(filter, frame.market.currency),
        ...(after === undefined ? {} : { after }),
      },
    });
    const page = <Category frame={frame} category={category} list={list} filter={filter} />;
    return htmlReply(page, [...frameTags, ...tagsOfList(list)]);
  },
};

/** Sends on whoever comes by an address that a category had before. */
async function movedCategory(visit: Visit, frame: Frame): Promise<PageReply> {
  const params = { slug: visit.params["slug"] ?? "" };
  // Refused when there is none: then the shop's own redirects are asked.
  const { code } = await visit.shop.call(findCategoryAddress, { params });
  const category = frame.categories.find((each) => each.code === code);
  if (category === undefined) return notFoundPage(visit);
  const path = categoryPath(category.slugs[visit.locale] ?? category.slug);
  return redirect(pathIn(visit.locale, path) + visit.request.url.search, 301);
}

/** By its slug in this language, else by that of another one: links between languages go wrong easily. */
export function findCategory(
  categories: readonly CategoryView[],
  slug: string,
  locale: Locale,
): CategoryView | null {
  return (
    categories.find((each) => (each.slugs[locale] ?? each.slug) === slug) ??
    categories.find((each) => Object.values(each.slugs).includes(slug)) ??
    null
  );
}

interface CategoryProps {
  readonly frame: Frame;
  readonly category: CategoryView;
  readonly list: ProductListView;
  readonly filter: ListFilter;
}

function Category({ frame, category, list, filter }: CategoryProps) {
  const { locale, query } = frame.visit;
  const crumbs = list.ancestors.map(({ name, slug }) => ({ name, path: categoryPath(slug) }));
  const children = frame.categories.filter(({ parentId }) => parentId === category.id);
  const narrowed = isNarrowed(filter) || query.has("after") || filter.sort !== "recommended";
  const image = category.picture ?? list.products[0]?.picture;
  return (
    <Document
      frame={frame}
      title={category.name}
      description={category.intro || category.name}
      paths={narrowed ? null : pathsOf(category)}
      image={image ? pictureUrl(image, 1200) : undefined}
    >
      <div class="wide">
        <Breadcrumbs frame={frame} crumbs={crumbs} />
        <h1>{category.name}</h1>
        {category.intro && <p class="lead">{category.intro}</p>}
        {children.length > 0 && (
          <ul class="chips">
            {children.map((child) => (
              <li key={child.id}>
                <a href={pathIn(locale, categoryPath(child.slug))}>{child.name}</a>
              </li>
            ))}
          </ul>
        )}
        <CategoryResults
          frame={frame}
          list={list}
          filter={filter}
          path={pathIn(locale, categoryPath(category.slug))}
          query={filterQuery(filter)}
        />
      </div>
      <JsonLd
        data={breadcrumbData(frame, [
          ...crumbs,
          { name: category.name, path: categoryPath(category.slug) },
        ])}
      />
    </Document>
  );
}

function pathsOf(category: CategoryView): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    locales.map((locale) => [locale, categoryPath(category.slugs[locale] ?? category.slug)]),
  );
}
