import { locales } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";
import type { ComponentChildren } from "preact";
import { pathIn } from "../addresses.ts";
import { languageTag } from "../format.ts";
import type { Frame } from "../visit.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

export interface DocumentProps {
  readonly frame: Frame;
  readonly title: string;
  readonly description?: string;
  /** The page's address in each language; by default the same path. Null: not for search engines. */
  readonly paths?: Partial<Record<Locale, string>> | null;
  /** Query of the canonical address, such as a page of a list. */
  readonly canonicalQuery?: string;
  /** Address of the picture for links shared elsewhere. */
  readonly image?: string | undefined;
  readonly kind?: "website" | "product";
  /** Asks the browser to load the page again after so many seconds, where there is no script. */
  readonly refreshSeconds?: number;
  readonly children: ComponentChildren;
}

/** A whole page: head, header, the page's own part, footer. */
export function Document(props: DocumentProps) {
  const { frame, children } = props;
  const { text, path } = frame.visit;
  return (
    <html lang={languageTag(frame)}>
      <Head {...props} />
      <body>
        <a class="skip" href="#content">
          {text.frame.skip}
        </a>
        <Header frame={frame} paths={props.paths ?? samePath(path)} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer frame={frame} paths={props.paths ?? samePath(path)} />
      </body>
    </html>
  );
}

function Head(props: DocumentProps) {
  const { frame, title, description } = props;
  const { assets, request } = frame.visit;
  const name = frame.info.name;
  const full = title.includes(name) ? title : `${title} · ${name}`;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{full}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
      {assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <script type="module" src={assets.script} />
      {description && <meta name="description" content={description} />}
      {/* Under "no-referrer" browsers send forms with the origin "null", which the server cannot know as ours. */}
      <meta name="referrer" content="same-origin" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#f6f3ee" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#1a1916" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {props.refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
        </noscript>
      )}
      {props.paths === null ? (
        <meta name="robots" content="noindex" />
      ) : (
        <Findable {...props} origin={request.url.origin} title={full} />
      )}
    </head>
  );
}

/** What search engines and shared links read. */
function Findable(props: DocumentProps & { readonly origin: string }) {
  const { frame, origin, canonicalQuery } = props;
  const paths = props.paths ?? samePath(frame.visit.path);
  const { locale } = frame.visit;
  const own = `${origin}${pathIn(locale, paths[locale] ?? frame.visit.path)}`;
  const canonical = canonicalQuery ? `${own}?${canonicalQuery}` : own;
  return (
    <>
      <link rel="canonical" href={canonical} />
      {!canonicalQuery &&
        locales.map((each) => {
          const path = paths[each];
          if (path === undefined) return null;
          return (
            <link key={each} rel="alternate" hreflang={each} href={origin + pathIn(each, path)} />
          );
        })}
      {!canonicalQuery && paths.en !== undefined && (
        <link rel="alternate" hreflang="x-default" href={origin + paths.en} />
      )}
      <meta property="og:title" content={props.title} />
      <meta property="og:type" content={props.kind ?? "website"} />
      <meta property="og:url" content={canonical} />
      <meta property="og:site_name" content={frame.info.name} />
      {props.description && <meta property="og:description" content={props.description} />}
      {props.image && <meta property="og:image" content={origin + props.image} />}
    </>
  );
}

function samePath(path: string): Partial<Record<Locale, string>> {
  return Object.fromEntries(locales.map((locale) => [locale, path]));
}
