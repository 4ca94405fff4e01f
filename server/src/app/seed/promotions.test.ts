import { expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { listCoupons, listPromotions } from "../../modules/promotions/contract.ts";
import { seedCatalogue } from "./catalogue.ts";
import { seedPromotions } from "./promotions.ts";

const shop = await testShop();

test("the demo shop begins with its promotions and a code, once", async () => {
  await shop.edge().transaction(seedCatalogue);
  for (let each = 0; each < 2; each += 1) await shop.edge().transaction(seedPromotions);
  const { items } = await shop.call(listPromotions, { query: { state: "running" } }, owner);
  expect(items.map(({ names, codes }) => [names.de !== undefined, codes])).toEqual([
    [true, 1],
    [true, 0],
    [true, 0],
    [true, 0],
  ]);
  const params = { id: items[0]?.id ?? "" };
  const codes = await shop.call(listCoupons, { params, query: {} }, owner);
  expect(codes.items.map(({ code }) => code)).toEqual(["WELCOME10"]);
});
