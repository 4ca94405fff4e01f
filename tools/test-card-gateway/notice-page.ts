import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { messages } from "./messages.ts";
import type { Locale } from "./messages.ts";
import { pageLayout } from "./page-layout.ts";

type Notice = "processorError" | "finished" | "notFound";

/** A page that only says something, and leads on when `next` is an address. */
export function noticePage(notice: Notice, locale: Locale, next: string | null): Html {
  const words = messages[locale];
  const heading = words[`${notice}Heading`];
  const link = html`<a class="button primary" href="${next ?? ""}">${words.tryAgain}</a>`;
  const content = html`<main class="narrow">
    <section class="panel">
      <h1>${heading}</h1>
      <p>${words[`${notice}Text`]}</p>
      ${next === null ? null : link}
    </section>
  </main>`;
  return pageLayout(locale, heading, content);
}
