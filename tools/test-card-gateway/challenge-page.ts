import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { formatAmount, messages } from "./messages.ts";
import type { Locale } from "./messages.ts";
import { pageLayout } from "./page-layout.ts";
import type { Payment } from "./payment.ts";

/** The bank's question, as 3-D Secure would ask it, with the two answers as buttons. */
export function challengePage(payment: Payment, locale: Locale): Html {
  const words = messages[locale];
  const amount = formatAmount(payment.amount, payment.currency, locale);
  const action = `/pay/${payment.id}/authentication?locale=${locale}`;
  const content = html`<main class="narrow">
    <section class="panel">
      <p class="bank">
        <svg
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          stroke-width="1.75"
          stroke-linejoin="round"
          aria-hidden="true"
        >
          <path d="M3 9.5 12 4l9 5.5zM5 12v6m4.7-6v6m4.6-6v6M19 12v6M3 20.5h18" /></svg
        >${words.bank}
      </p>
      <h1>${words.challengeHeading}</h1>
      <p>${words.challengeText}</p>
      <dl class="facts">
        <div>
          <dt>${words.challengeMerchant}</dt>
          <dd>${payment.merchant}</dd>
        </div>
        <div>
          <dt>${words.challengeAmount}</dt>
          <dd>${amount}</dd>
        </div>
        <div>
          <dt>${words.challengeCard}</dt>
          <dd>•••• ${payment.card?.last4 ?? ""}</dd>
        </div>
      </dl>
      <form class="decisions" method="post" action="${action}">
        <button type="submit" class="primary" name="decision" value="approve">
          ${words.approve}
        </button>
        <button type="submit" class="secondary" name="decision" value="reject">
          ${words.reject}
        </button>
      </form>
    </section>
  </main>`;
  return pageLayout(locale, words.challengeHeading, content);
}
