import { X } from "lucide-react";
import { useState } from "react";
import { simulatePromotions } from "@shopwright/server/contracts/promotions";
import { getShop } from "@shopwright/server/contracts/settings";
import { countryChoices } from "@shopwright/server/kernel/country";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePromotionText } from "../../locales/promotions.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { Form } from "../../ui/form.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { QuantityField } from "../../ui/quantity-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { momentOf } from "./local-time.ts";
import { SimulatorAnswer } from "./simulator-answer.tsx";
import { TextsField } from "./texts-field.tsx";
import { VariantField } from "./variant-field.tsx";

interface Line {
  readonly variantId: string;
  readonly name: string;
  readonly quantity: number;
}

/** Tries promotions on a made-up basket. */
export default function SimulatorPage() {
  const words = usePromotionText().simulate;
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [wish, setWish] = useState(blank);
  const markets = useRead(getShop, {}).data?.markets ?? [];
  const market = markets.find(({ code }) => code === wish.market) ?? markets[0];
  const run = useAction(simulatePromotions);
  const send = (): void => {
    if (market === undefined || lines.length === 0) return;
    const { delivery, at, country, ...rest } = wish;
    run.mutate({
      body: {
        ...rest,
        market: market.code,
        country: country === "" ? null : country,
        at: momentOf(at),
        customerId: null,
        delivery: delivery?.currency === market.currency ? delivery : null,
        lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
      },
    });
  };
  return (
    <Page title={words.title} back={{ to: "/promotions", label: usePromotionText().title }}>
      <p className="max-w-prose text-muted">{words.hint}</p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Form
          error={run.error}
          onSubmit={send}
          buttons={
            <Button
              variant="primary"
              type="submit"
              busy={run.isPending}
              disabled={lines.length === 0}
            >
              {words.run}
            </Button>
          }
        >
          <Panel title={words.basket}>
            <Goods lines={lines} onChange={setLines} />
          </Panel>
          <Panel title={words.shopper}>
            <ShopperFields wish={wish} onChange={setWish} markets={markets} market={market} />
          </Panel>
        </Form>
        {run.data === undefined ? (
          <Panel>
            <p className="text-muted">{words.needGoods}</p>
          </Panel>
        ) : (
          <SimulatorAnswer answer={run.data} />
        )}
      </div>
    </Page>
  );
}

const blank = {
  market: "",
  country: "",
  at: "",
  signedIn: false,
  firstOrder: true,
  groups: [] as string[],
  codes: [] as string[],
  delivery: null as MoneyView | null,
};

function Goods({
  lines,
  onChange,
}: {
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
}) {
  const words = usePromotionText().simulate;
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2">
        {lines.map((line, at) => (
          <li key={line.variantId} className="flex flex-wrap items-center gap-3">
            <span className="min-w-0 flex-1 basis-40 truncate">{line.name}</span>
            <QuantityField
              name={line.name}
              min={1}
              max={999}
              value={line.quantity}
              onChange={(quantity) => onChange(lines.with(at, { ...line, quantity }))}
            />
            <Button
              variant="ghost"
              icon={X}
              aria-label={words.remove(line.name)}
              onClick={() => onChange(lines.filter((each) => each !== line))}
            />
          </li>
        ))}
      </ul>
      <VariantField
        label={words.addItem}
        value=""
        onChange={({ variantId, title, options, sku }) => {
          if (lines.some((each) => each.variantId === variantId)) return;
          const name = [title, options, sku].filter((part) => part !== "").join(" · ");
          onChange([...lines, { variantId, name, quantity: 1 }]);
        }}
      />
    </div>
  );
}

type Wish = typeof blank;
type Market = {
  code: string;
  currency: MoneyView["currency"];
  names: { en: string; de?: string | undefined };
};

function ShopperFields({
  wish,
  onChange,
  markets,
  market,
}: {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
  readonly markets: readonly Market[];
  readonly market: Market | undefined;
}) {
  const words = usePromotionText().simulate;
  const locale = useLocale();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        label={words.market}
        value={market?.code ?? ""}
        choices={markets.map(({ code, names }) => ({
          value: code,
          label: names[locale] ?? names.en,
        }))}
        onChange={(code) => onChange({ ...wish, market: code })}
      />
      <SelectField
        label={words.country}
        empty={words.anyCountry}
        value={wish.country}
        choices={countryChoices(locale).map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(country) => onChange({ ...wish, country })}
      />
      <TextsField
        label={words.codes}
        name="codes"
        texts={wish.codes}
        onChange={(codes) => onChange({ ...wish, codes })}
      />
      <TextsField
        label={words.groups}
        name="groups"
        texts={wish.groups}
        onChange={(groups) => onChange({ ...wish, groups })}
      />
      <TextField
        type="datetime-local"
        label={words.at}
        hint={words.atHint}
        value={wish.at}
        onChange={(at) => onChange({ ...wish, at })}
      />
      {market && (
        <MoneyField
          key={market.currency}
          label={words.delivery(market.currency)}
          optional
          currency={market.currency}
          value={wish.delivery}
          onChange={(delivery) => onChange({ ...wish, delivery })}
        />
      )}
      <CheckField
        label={words.signedIn}
        checked={wish.signedIn}
        onChange={(signedIn) => onChange({ ...wish, signedIn })}
      />
      <CheckField
        label={words.firstOrder}
        checked={wish.firstOrder}
        onChange={(firstOrder) => onChange({ ...wish, firstOrder })}
      />
    </div>
  );
}
