import {
  type DemoPage,
  type HomeText,
  home as demoHome,
  type Locale,
  pages as demoPages,
} from "../../../../demo/catalogue/index.ts";
import { type Home, seedContent, type StartingPage } from "../../modules/content/index.ts";
import type { Context } from "../../platform/context.ts";

/** Gives the demo shop its own pages and home page. What is there already stays as it is. */
export async function seedDemoContent(ctx: Context): Promise<void> {
  const texts = inEachLanguage((locale) => homeTextOf(demoHome[locale]));
  await seedContent(ctx, {
    pages: demoPages.map(startingPage),
    home: { hero: "hero", heroPortrait: "hero-portrait", texts },
  });
}

const legal: readonly DemoPage["code"][] = ["imprint", "privacy", "terms"];

function startingPage({ code, handle, text }: DemoPage): StartingPage {
  return {
    handle: code,
    kind: legal.includes(code) ? "legal" : "service",
    texts: inEachLanguage((locale) => ({
      slug: handle[locale],
      title: text[locale].title,
      description: text[locale].seoDescription,
      body: text[locale].sections
        .flatMap(({ heading, paragraphs }) => [
          ...(heading ? [`## ${heading}`] : []),
          ...paragraphs,
        ])
        .join("\n\n"),
    })),
  };
}

function homeTextOf({ story, promises, ...lines }: HomeText): NonNullable<Home["texts"][Locale]> {
  return {
    ...lines,
    storyHeading: story.heading,
    story: story.paragraphs.join("\n\n"),
    promises: promises.map((promise) => ({ ...promise })),
  };
}

function inEachLanguage<T>(textIn: (locale: Locale) => T): Record<Locale, T> {
  const [en, de] = [textIn("en"), textIn("de")];
  return { en, de };
}
