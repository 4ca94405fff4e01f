import * as cart from "@shopwright/server/contracts/cart";
import * as catalog from "@shopwright/server/contracts/catalog";
import * as checkout from "@shopwright/server/contracts/checkout";
import * as customers from "@shopwright/server/contracts/customers";
import * as fulfilment from "@shopwright/server/contracts/fulfilment";
import * as invoicing from "@shopwright/server/contracts/invoicing";
import * as orders from "@shopwright/server/contracts/orders";
import * as payments from "@shopwright/server/contracts/payments";
import * as search from "@shopwright/server/contracts/search";
import type { Endpoint } from "@shopwright/server/kernel/endpoint";
import { expect, it } from "vitest";
import { messagesIn } from "../src/locales/index.ts";

const rooms = [cart, catalog, checkout, customers, fulfilment, invoicing, orders, payments, search];

function isStoreEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === "object" &&
    value !== null &&
    "path" in value &&
    String(value.path).startsWith("/api/store/")
  );
}

/** Every refusal that a call from a page can end with. */
const codes = [
  ...new Set(
    rooms
      .flatMap((room) => Object.values(room as Record<string, unknown>))
      .filter(isStoreEndpoint)
      .flatMap(({ errors }) => errors.map(({ code }) => code)),
  ),
].sort();

it.each(["en", "de"] as const)("has words for every refusal a shopper can meet: %s", (locale) => {
  const said: Readonly<Record<string, string>> = messagesIn(locale).refusals;
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !said[code])).toEqual([]);
});
