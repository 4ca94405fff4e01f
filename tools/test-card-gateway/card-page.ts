import type { CardEntry, CardFaults, CardField } from "./card-entry.ts";
import { findCardByNumber, groupDigits, testCards } from "./cards.ts";
import type { CardGroup, TestCard } from "./cards.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { fill, formatAmount, messages } from "./messages.ts";
import type { Locale } from "./messages.ts";
import { pageLayout } from "./page-layout.ts";
import type { Payment } from "./payment.ts";

const groups: readonly CardGroup[] = ["everyday", "connection", "webhooks", "afterwards"];

export const emptyEntry: CardEntry = { number: "", expiry: "", cvc: "", name: "" };

/** The form as a click on a test card fills it in. */
export function entryOf(card: TestCard): CardEntry {
  return { number: groupDigits(card.number), expiry: "12 / 34", cvc: "123", name: "Robin Test" };
}

/** The hosted payment page: amount, form, and the list of test cards. */
export function cardPage(
  payment: Payment,
  locale: Locale,
  entry: CardEntry,
  faults: CardFaults,
): Html {
  const words = messages[locale];
  const content = html`<main class="sheet">
    <section class="summary">${summary(payment, locale)} ${plastic(entry)}</section>
    <section class="panel paying">
      <h2>${words.cardHeading}</h2>
      ${form(payment, locale, entry, faults)}
    </section>
    <section class="cards" id="cards">
      <h2>${words.testCards}</h2>
      <p>${words.testCardsHint}</p>
      ${groups.map((group) => cardGroup(group, locale, entry))}
    </section>
  </main>`;
  return pageLayout(locale, words.title, content);
}

function summary(payment: Payment, locale: Locale): Html {
  const words = messages[locale];
  const description = payment.description === "" ? null : html`${payment.description}<br />`;
  return html`<h1>
      <span class="merchant">${fill(words.payTo, "merchant", payment.merchant)}</span>
    </h1>
    <p class="amount">${formatAmount(payment.amount, payment.currency, locale)}</p>
    <p class="about">${description}${words.reference}: ${payment.reference}</p>`;
}

/** A picture of the card, on wide screens only; it says nothing the form does not. */
function plastic(entry: CardEntry): Html {
  const number = entry.number === "" ? "•••• •••• •••• ••••" : entry.number;
  return html`<div class="plastic" aria-hidden="true">
    <span class="chip"></span>
    <span class="digits">${number}</span>
    <span class="foot"
      ><span>${entry.name || "Test"}</span><span>${entry.expiry || "•• / ••"}</span></span
    >
  </div>`;
}

function form(payment: Payment, locale: Locale, entry: CardEntry, faults: CardFaults): Html {
  const words = messages[locale];
  const amount = formatAmount(payment.amount, payment.currency, locale);
  const alert = html`<p class="alert" role="alert">${words.faultsHeading}</p>`;
  return html`${Object.keys(faults).length > 0 ? alert : null}
    <form method="post" action="/pay/${payment.id}?locale=${locale}" autocomplete="off" novalidate>
      <div class="fields">
        ${field("number", "0000 0000 0000 0000", locale, entry, faults)}
        ${field("expiry", words.expiryHint, locale, entry, faults)}
        ${field("cvc", "123", locale, entry, faults)} ${field("name", "", locale, entry, faults)}
      </div>
      <button type="submit" class="primary">${fill(words.pay, "amount", amount)}</button>
    </form>
    <form method="post" action="/pay/${payment.id}/cancellation?locale=${locale}">
      <button type="submit" class="plain">${words.cancel}</button>
    </form>`;
}

function field(
  name: CardField,
  placeholder: string,
  locale: Locale,
  entry: CardEntry,
  faults: CardFaults,
): Html {
  const words = messages[locale];
  const fault = faults[name];
  const keyboard = name === "name" ? "text" : "numeric";
  // Autocomplete stays off: a browser must not offer a real card to a test gateway.
  return html`<div class="field ${name}">
    <label for="${name}">${words[name]}</label>
    <input
      type="text"
      id="${name}"
      name="${name}"
      value="${entry[name]}"
      placeholder="${placeholder}"
      inputmode="${keyboard}"
      autocomplete="off"
      spellcheck="false"
      required
      maxlength="100"
      ${fault ? html`aria-invalid="true" aria-describedby="${name}-fault"` : null}
    />
    ${fault ? html`<p class="fault" id="${name}-fault">${words.faults[fault]}</p>` : null}
  </div>`;
}

function cardGroup(group: CardGroup, locale: Locale, entry: CardEntry): Html {
  const chosen = findCardByNumber(entry.number.replaceAll(" ", ""));
  const isOpen = (chosen?.group ?? "everyday") === group;
  const cards = testCards.filter((card) => card.group === group);
  return html`<details ${isOpen ? "open" : null}>
    <summary>${messages[locale].groups[group]}</summary>
    <ul class="choices">
      ${cards.map((card) => choice(card, locale, card === chosen))}
    </ul>
  </details>`;
}

function choice(card: TestCard, locale: Locale, isChosen: boolean): Html {
  const mark = isChosen ? html`aria-current="true"` : null;
  return html`<li>
    <a href="?locale=${locale}&amp;card=${card.name}" ${mark}>
      <span>${card.label[locale]}</span> <span class="digits">${groupDigits(card.number)}</span></a
    >
  </li>`;
}
