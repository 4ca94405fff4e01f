import { notFound, refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { pictureViewOf } from "../media/index.ts";
import { getSettings } from "../settings/index.ts";
import { parseBody, plainText } from "./body.ts";
import type { HomeView, PageLinkView, PageView } from "./contract.ts";
import { fillIn } from "./fill-in.ts";
import { findPublishedPage } from "./queries.ts";
import type { HomeText } from "./shapes.ts";
import { shopFactsOf } from "./shop-facts.ts";
import { type ContentSnapshot, contentSnapshot, type PublishedPage } from "./snapshot.ts";
import { partOf, textIn } from "./text-in.ts";

/** For the menu. No round trip while the memory is fresh. */
export async function listPages(ctx: Context): Promise<{ pages: PageLinkView[] }> {
  const [{ pages }, fill] = await Promise.all([contentSnapshot(ctx), filler(ctx)]);
  return { pages: pages.map((page) => linkOf(page, ctx, fill)) };
}

/** A page with the shop's facts filled in; one round trip. */
export async function getPage(ctx: Context, slug: string): Promise<PageView> {
  const [row, fill] = await Promise.all([findPublishedPage(ctx, slug), filler(ctx)]);
  if (row === null) refuse(notFound);
  const { locale, text } = textIn(row.texts, ctx.locale);
  const blocks = parseBody(fill(text.body));
  const opening = blocks.find((block) => block.kind === "paragraph");
  const description = fill(text.description) || (opening ? plainText(opening.text) : "");
  return { ...linkOf(row, ctx, fill), locale, description: description.slice(0, 320), blocks };
}

/** The home page's words and pictures. No round trip while the memory is fresh. */
export async function getHome(ctx: Context): Promise<HomeView> {
  const [{ home, pictures }, fill] = await Promise.all([contentSnapshot(ctx), filler(ctx)]);
  const { locale, text } = textIn(home.texts, ctx.locale);
  const picture = (name: string | null) => pictureNamed(pictures, name, ctx);
  return {
    ...filledHome(text, fill),
    locale,
    hero: picture(home.hero),
    heroPortrait: picture(home.heroPortrait),
  };
}

type Fill = (text: string) => string;

async function filler(ctx: Context): Promise<Fill> {
  const facts = shopFactsOf(await getSettings(ctx, "shop"), ctx.locale);
  return (text) => fillIn(text, facts);
}

function linkOf(page: PublishedPage, ctx: Context, fill: Fill): PageLinkView {
  const { handle, kind, texts } = page;
  const { title, slug } = textIn(texts, ctx.locale).text;
  return { handle, kind, title: fill(title), slug, slugs: partOf(texts, (text) => text.slug) };
}

function filledHome({ story, promises, ...lines }: HomeText, fill: Fill) {
  const { seoTitle, seoDescription, headline, lead, invitation } = lines;
  return {
    seoTitle: fill(seoTitle),
    seoDescription: fill(seoDescription),
    headline: fill(headline),
    lead: fill(lead),
    invitation: fill(invitation),
    featuredHeading: fill(lines.featuredHeading),
    categoriesHeading: fill(lines.categoriesHeading),
    storyHeading: fill(lines.storyHeading),
    story: parseBody(fill(story)),
    promises: promises.map(({ heading, text }) => ({ heading: fill(heading), text: fill(text) })),
  };
}

function pictureNamed(
  pictures: ContentSnapshot["pictures"],
  name: string | null,
  ctx: Context,
): HomeView["hero"] {
  const picture = name === null ? undefined : pictures[name];
  return picture === undefined ? null : pictureViewOf(picture, ctx.locale, "");
}
