import type { PageReply } from "@shopwright/server/kernel/page";
import { pathIn } from "../addresses.ts";
import { refusalText } from "../locales/index.ts";
import { Document } from "../parts/document.tsx";
import { htmlReply } from "../reply.tsx";
import { loadFrame } from "../visit.ts";
import type { Visit } from "../visit.ts";

/** A refusal that the page itself had no place for, said in words. */
export async function errorPage(visit: Visit, code: string, status: number): Promise<PageReply> {
  const frame = await loadFrame(visit);
  const { text, locale } = visit;
  return htmlReply(
    <Document frame={frame} title={text.failed.refused} paths={null}>
      <div class="prose">
        <h1>{text.failed.refused}</h1>
        <p role="alert">{refusalText(text, code)}</p>
        <p>
          <a class="button" href={pathIn(locale, "/basket")}>
            {text.frame.toBasket}
          </a>{" "}
          <a class="button" href={pathIn(locale, "/")}>
            {text.frame.home}
          </a>
        </p>
      </div>
    </Document>,
    null,
    status,
  );
}

/** Something broke. Made without asking the shop for anything, because that may be what broke. */
export function faultPage(visit: Visit): PageReply {
  const { text, locale, assets, request } = visit;
  return htmlReply(
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{text.failed.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <main class="prose" id="content">
          <h1>{text.failed.title}</h1>
          <p>{text.failed.kept}</p>
          <p>
            <a class="button" href={pathIn(locale, "/")}>
              {text.frame.home}
            </a>
          </p>
          <p class="quiet small">{text.failed.reference(request.requestId)}</p>
        </main>
      </body>
    </html>,
    null,
    500,
  );
}
