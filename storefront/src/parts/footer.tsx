import { countryName } from "@shopwright/server/kernel/country";
import { formatAddress } from "@shopwright/server/kernel/address";
import type { Locale } from "@shopwright/server/kernel/locale";
import { contentPath, pathIn } from "../addresses.ts";
import type { Frame } from "../visit.ts";

interface FooterProps {
  readonly frame: Frame;
  readonly paths: Partial<Record<Locale, string>>;
}

/** Contact, service and legal pages, market and language. */
export function Footer({ frame, paths }: FooterProps) {
  const { visit, info, pages } = frame;
  const { locale, text } = visit;
  return (
    <footer class="bottom">
      <div class="bottom-columns">
        <section>
          <h2>{info.name}</h2>
          <address>
            {formatAddress(info.address, { from: info.address.country }).map((line) => (
              <span key={line}>{line}</span>
            ))}
            {info.phone && <a href={`tel:${info.phone.replaceAll(/[^+\d]/g, "")}`}>{info.phone}</a>}
            <a href={`mailto:${info.email}`}>{info.email}</a>
          </address>
        </section>
        <section>
          <h2>{text.frame.service}</h2>
          <ul>
            {pages.map(({ handle, slug, title }) => (
              <li key={handle}>
                <a href={pathIn(locale, contentPath(slug))}>{title}</a>
              </li>
            ))}
            <li>
              <a href={pathIn(locale, "/gift-card")}>{text.credit.title}</a>
            </li>
            <li>
              <a href={pathIn(locale, "/account")}>{text.frame.account}</a>
            </li>
          </ul>
        </section>
        <section>
          <h2>{text.frame.whereYouAre}</h2>
          <MarketForm frame={frame} />
          <Languages frame={frame} paths={paths} />
        </section>
        <section>
          <h2>{text.frame.waysToPay}</h2>
          <ul>
            {info.paymentMethods.map((method) => (
              <li key={method}>{text.payment.methods[method]}</li>
            ))}
          </ul>
        </section>
      </div>
      <p class="quiet small">
        © {info.legalName || info.name}
        {info.demo && <> · {text.frame.demo}</>}
      </p>
    </footer>
  );
}

function MarketForm({ frame }: { readonly frame: Frame }) {
  const { visit, info, market } = frame;
  const { locale, text, request } = visit;
  if (info.markets.length < 2) return <p>{countryName(market.defaultCountry, locale)}</p>;
  return (
    <form method="post" action={pathIn(locale, "/market")} class="market">
      <input type="hidden" name="return" value={request.url.pathname + request.url.search} />
      <label for="market">{text.frame.market}</label>
      <span class="joined">
        <select id="market" name="market">
          {info.markets.map(({ code, names, currency }) => (
            <option key={code} value={code} selected={code === market.code}>
              {names[locale] ?? names.en} ({currency})
            </option>
          ))}
        </select>
        <button class="button" type="submit">
          {text.frame.change}
        </button>
      </span>
    </form>
  );
}

function Languages({ frame, paths }: FooterProps) {
  const { locale, text } = frame.visit;
  return (
    <nav aria-label={text.frame.language}>
      <ul class="languages">
        {frame.info.locales.map((each) => (
          <li key={each}>
            <a
              href={pathIn(each, paths[each] ?? "/")}
              lang={each}
              hreflang={each}
              aria-current={each === locale ? "true" : undefined}
            >
              {text.frame.languages[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
