import { z } from "zod";
import { localeSchema, longText, text } from "../../kernel/wire.ts";

export const pageKinds = ["service", "legal"] as const;
export type PageKind = (typeof pageKinds)[number];

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(100);

/** Text in at least one language; the first language there is stands in for one that is missing. */
export function inLanguages<T extends z.ZodType>(shape: T) {
  return z
    .partialRecord(localeSchema, shape)
    .refine((texts) => Object.values(texts).some((each) => each !== undefined), {
      error: "A text is needed",
    });
}

/** A page's text in one language. `body` is written as body.ts says. */
export const pageTextSchema = z.object({
  slug: slugSchema,
  title: text(120),
  /** For search engines; empty: the page's first paragraph. */
  description: longText(320).default(""),
  body: longText(40_000),
});
export type PageText = z.output<typeof pageTextSchema>;
export type PageTexts = z.output<typeof pageTextsSchema>;
export const pageTextsSchema = inLanguages(pageTextSchema);

/** The home page's words in one language. */
export const homeTextSchema = z.object({
  seoTitle: text(120),
  seoDescription: longText(320),
  headline: text(80),
  lead: text(400),
  /** On the button below the lead. */
  invitation: text(40),
  featuredHeading: text(80),
  categoriesHeading: text(80),
  storyHeading: text(120),
  /** Written like a page's body. */
  story: longText(5_000),
  promises: z.array(z.object({ heading: text(80), text: text(400) })).max(6),
});
export type HomeText = z.output<typeof homeTextSchema>;

const pictureName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,60}$/)
  .nullable();

export const homeSchema = z.object({
  /** Name of the picture across the top, and of the one for narrow screens. */
  hero: pictureName,
  heroPortrait: pictureName,
  texts: inLanguages(homeTextSchema),
});
export type Home = z.output<typeof homeSchema>;
