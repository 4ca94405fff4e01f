import { useQueries } from "@tanstack/react-query";
import { getAdminProduct, listAdminCategories } from "@shopwright/server/contracts/catalog";
import { readStock } from "@shopwright/server/contracts/inventory";
import { getShop } from "@shopwright/server/contracts/settings";
import type { Locale } from "@shopwright/server/kernel/locale";
import { call } from "../../api/shop.ts";
import { readKey, useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePromotionText } from "../../locales/promotions.ts";
import type { Teller } from "./sentence.ts";

/** Gives names to what a rule mentions: categories and markets at once, products and variants one by one. */
export function useTeller(rule: unknown): Teller {
  const words = usePromotionText();
  const locale = useLocale();
  const categories = useRead(listAdminCategories, {}).data?.categories ?? [];
  const markets = useRead(getShop, {}).data?.markets ?? [];
  const ids = JSON.stringify(rule).match(/\b(?:product|variant)_[0-9a-z]{26}/g) ?? [];
  const found = useQueries({
    queries: [...new Set(ids)].slice(0, 50).map((id) => naming(id, locale)),
  });
  const names = new Map<string, string>([
    ...categories.map(({ id, texts }): [string, string] => [
      id,
      texts[locale]?.name ?? texts.en?.name ?? id,
    ]),
    ...markets.map(({ code, names: said }): [string, string] => [code, said[locale] ?? said.en]),
    ...found.flatMap(({ data }) => (data === undefined ? [] : [data])),
  ]);
  return { words, locale, nameOf: (id) => names.get(id) ?? id };
}

function naming(id: string, locale: Locale) {
  return {
    queryKey: [
      ...(id.startsWith("product_") ? readKey(getAdminProduct) : readKey(readStock)),
      "name",
      id,
      locale,
    ],
    queryFn: async (): Promise<readonly [string, string]> => {
      if (id.startsWith("variant_")) {
        const { title, options } = await call(readStock, { params: { variantId: id } });
        return [id, [title, options].filter((part) => part !== "").join(" · ")];
      }
      const { texts, handle } = await call(getAdminProduct, { params: { id } });
      return [id, texts[locale]?.title ?? texts.en?.title ?? handle];
    },
  };
}
