import { formatAddress } from "../../kernel/address.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { ShopView } from "../settings/contract.ts";
import type { ShopFacts } from "./fill-in.ts";

/** What texts may leave to the settings, as the shop has it now. */
export function shopFactsOf(
  shop: Pick<ShopView, "name" | "legalName" | "address" | "email" | "phone" | "vatId">,
  locale: Locale,
): ShopFacts {
  const { name, address, email, phone, vatId } = shop;
  const legalName = shop.legalName || name;
  return {
    name,
    legalName,
    email,
    phone,
    vatId,
    city: address.city,
    address: formatAddress({ ...address, name: legalName }, { locale }).join(", "),
  };
}
