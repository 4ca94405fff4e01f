import { parseBody } from "@shopwright/server/contracts/content";
import type { HomeView, PageLinkView, PageView } from "@shopwright/server/contracts/content";
import { notFound, Refusal } from "@shopwright/server/kernel/errors";
import { aPicture } from "./fixture-catalogue.ts";

const about = aPageLink("about", "service", "About Tidewick", "ueber-uns");
const imprint = aPageLink("imprint", "legal", "Imprint", "impressum");
const terms = aPageLink("terms", "legal", "Terms of sale", "agb");
const notes: PageLinkView = {
  handle: "workshop-notes",
  kind: "service",
  title: "Workshop notes",
  slug: "workshop-notes",
  slugs: { en: "workshop-notes" },
};
const pages = [about, notes, imprint, terms];

function aPageLink(
  handle: string,
  kind: PageLinkView["kind"],
  title: string,
  german: string,
): PageLinkView {
  return { handle, kind, title, slug: handle, slugs: { en: handle, de: german } };
}

/** A page as the shop answers it in the language that `slug` belongs to. */
export function aPageView(page: PageLinkView, slug: string, body: string): PageView {
  const locale = page.slugs.de === slug ? "de" : "en";
  return { ...page, slug, locale, description: "Who we are.", blocks: parseBody(body) };
}

const body = `A workshop of [forty](https://example.org/forty) people.

## How we work

- Slowly
- By hand, see [our terms](/pages/terms)

### In winter

Indoors.`;

export const home: HomeView = {
  locale: "en",
  seoTitle: "Tidewick: made to be kept",
  seoDescription: "A small range of things for the home.",
  headline: "Made to be kept",
  lead: "A small range, thought through to the last joint.",
  invitation: "Look around",
  featuredHeading: "Chosen for you",
  categoriesHeading: "Where would you like to begin?",
  storyHeading: "From Wiekhaven, with patience",
  story: parseBody("Good things take a while.\n\nWood has to dry."),
  promises: [{ heading: "Stock you can trust", text: "What is on the shelf is on the shelf." }],
  hero: { ...aPicture(90, "hero"), width: 1920, height: 1080, widths: [640, 1280, 1920] },
  heroPortrait: {
    ...aPicture(91, "hero-portrait"),
    width: 1080,
    height: 1350,
    widths: [480, 800, 1080],
  },
};

interface Asked {
  readonly params: Readonly<Record<string, string>>;
}

/** What the fixture shop answers about its pages of text and its home page. */
export const contentAnswers = {
  listPages: () => ({ pages }),
  findRedirect: ({ query }: { readonly query?: unknown }) => ({
    to: (query as { path?: string }).path === "/old-chair" ? "/products/lind" : null,
  }),
  getHome: () => home,
  getPage: ({ params }: Asked): PageView => {
    const slug = params["slug"] ?? "";
    const page = pages.find(({ slugs }) => Object.values(slugs).includes(slug));
    if (page === undefined) throw new Refusal(notFound);
    return aPageView(page, slug, body);
  },
};
