import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  changeMarket,
  createMarket,
  getShop,
  listAllMarkets,
} from "@shopwright/server/contracts/settings";
import type { MarketAdminView, SettingView } from "@shopwright/server/contracts/settings";
import { countryName } from "@shopwright/server/kernel/country";
import { currencies } from "@shopwright/server/kernel/currency";
import type { Currency } from "@shopwright/server/kernel/currency";
import { readKey } from "../../api/use-read.ts";
import { call } from "../../api/shop.ts";
import { useLocale } from "../../app/preferences.ts";
import { useBeginText } from "../../locales/begin.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { Form } from "../../ui/form.tsx";
import { Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { furtherMarkets, homeMarket, likelyCurrency, planMarkets } from "./market-plan.ts";
import type { MarketChoice } from "./market-plan.ts";

/** What is paid in at home, and where else the shop sells. */
export function MarketStep({
  shop,
  markets,
  onDone,
}: {
  readonly shop: SettingView<"shop">;
  readonly markets: readonly MarketAdminView[];
  readonly onDone: () => void;
}) {
  const words = useBeginText();
  const locale = useLocale();
  const { country } = shop.address;
  const [currency, setCurrency] = useState<Currency>(() => firstCurrency(markets, country));
  const further = furtherMarkets(markets, { country, currency });
  const [left, setLeft] = useState<readonly string[]>(() =>
    markets.filter(({ active }) => !active).map(({ code }) => code),
  );
  const save = useSaveMarkets(onDone);
  const chosen = further.map(({ code }) => code).filter((code) => !left.includes(code));
  return (
    <Panel title={words.steps.markets}>
      <Form
        error={save.error}
        onSubmit={() => {
          if (!save.isPending) save.mutate({ country, currency, further: chosen });
        }}
        buttons={
          <Button type="submit" variant="primary" busy={save.isPending}>
            {words.next}
          </Button>
        }
      >
        <SelectField
          label={words.currencyAt(countryName(country, locale))}
          hint={words.currencyHint}
          value={currency}
          choices={(Object.keys(currencies) as Currency[]).map((value) => ({
            value,
            label: currencyLabel(value, locale),
          }))}
          onChange={(value) => value !== "" && setCurrency(value)}
        />
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium">{words.further}</legend>
          {further.map((market) => (
            <CheckField
              key={market.code}
              label={market.names[locale] ?? market.names.en}
              hint={words.paidIn(currencyLabel(market.currency, locale))}
              checked={!left.includes(market.code)}
              onChange={(sold) =>
                setLeft(sold ? left.filter((code) => code !== market.code) : [...left, market.code])
              }
            />
          ))}
        </fieldset>
        <p className="text-muted">{words.furtherHint}</p>
      </Form>
    </Panel>
  );
}

/** Saves one after another what is not saved yet; when one fails, the next press goes on from there. */
function useSaveMarkets(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (choice: MarketChoice) => {
      for (const { kind, market } of planMarkets(await call(listAllMarkets, {}), choice)) {
        if (kind === "create") await call(createMarket, { body: market });
        else {
          const { code, ...body } = market;
          await call(changeMarket, { params: { code }, body });
        }
      }
    },
    onSettled: () =>
      Promise.all(
        [listAllMarkets, getShop].map((endpoint) =>
          client.invalidateQueries({ queryKey: readKey(endpoint) }),
        ),
      ),
    onSuccess: onDone,
  });
}

/** What was saved for the country before, else what people there most likely pay in. */
function firstCurrency(markets: readonly MarketAdminView[], country: string): Currency {
  const home = homeMarket(markets, country);
  return home !== null && (home.version > 1 || home.countries.length === 1)
    ? home.currency
    : likelyCurrency(country);
}

function currencyLabel(currency: Currency, locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: "currency" }).of(currency);
  return name === undefined || name === currency ? currency : `${name} (${currency})`;
}
