import { describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Principal } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { berlin, goods, readyCart, refusalOf, stockedShop, wanted } from "../checkout/examples.ts";
import {
  acceptCartChanges,
  addCartLine,
  changeCartDetails,
  changeCartLine,
  chooseCartMarket,
  chooseDelivery,
  choosePaymentMethod,
  createCart,
  getAccountCart,
  getCart,
  mergeIntoAccountCart,
  removeCartLine,
} from "./contract.ts";

const shop = await stockedShop({ poolSize: 20 });
const chair = await goods(shop, { title: "Chair", price: 14_900, stock: 50 });
const lamp = await goods(shop, { title: "Lamp", price: 4_900, stock: 3 });

async function aCustomer(): Promise<Extract<Principal, { kind: "customer" }>> {
  const id = newId();
  await shop.database.run(sql`
    insert into customers.customer (id, email, name, created_at)
    values (${id}, ${`${id}@example.com`}, 'Cora', now())`);
  return { kind: "customer", customerId: id, name: "Cora" };
}

const eur = (minor: string) => ({ minor, currency: "EUR" });
const codes = (view: { requirements: { code: string }[] }) =>
  view.requirements.map(({ code }) => code);

describe("a cart", () => {
  test("starts with lines, prices, tax and all that is still needed", async () => {
    const view = await shop.call(createCart, { body: { lines: [wanted(chair, 2)] } });
    expect(view).toMatchObject({ market: "eu", currency: "EUR", taxIncluded: true, itemCount: 2 });
    expect(view.lines).toMatchObject([
      {
        title: "Chair",
        quantity: 2,
        unitPrice: eur("14900"),
        total: eur("29800"),
        gross: eur("29800"),
        tax: eur("4758"),
        availability: { state: "in_stock", left: null, promiseDate: null },
      },
    ]);
    expect(view.totals).toMatchObject({ goods: eur("29800"), total: eur("29800") });
    expect(view.totals.taxState).toBe("estimated");
    expect(codes(view)).toEqual([
      "email_missing",
      "shipping_address_missing",
      "delivery_not_chosen",
      "payment_not_chosen",
    ]);
    expect(view.version).toBe(1);
  });

  test("that is complete needs nothing more", async () => {
    const view = await readyCart(shop, [wanted(chair)]);
    expect(view.requirements).toEqual([]);
    expect(view.totals).toMatchObject({
      goods: eur("14900"),
      delivery: eur("0"),
      total: eur("14900"),
      taxState: "final",
      taxLines: [{ rate: "19", jurisdiction: "DE", reason: "eu-vat" }],
    });
  });

  test("adds up parallel adds and loses none", async () => {
    const { id } = await shop.call(createCart, { body: { lines: [] } });
    const adds = Array.from({ length: 20 }, (_, index) =>
      shop.call(addCartLine, { params: { id }, body: wanted(index % 2 ? chair : lamp, 2) }),
    );
    await Promise.all(adds);
    const view = await shop.call(getCart, { params: { id } });
    expect(view.lines.map(({ quantity }) => quantity)).toEqual([20, 20]);
    expect(view.version).toBe(21);
  });

  test("says which line is short and what is left of it", async () => {
    const view = await shop.call(createCart, { body: { lines: [wanted(lamp, 5)] } });
    const [line] = view.lines;
    expect(line?.availability).toEqual({ state: "out", left: 3, promiseDate: null });
    expect(view.requirements[0]).toEqual({
      code: "out_of_stock",
      line: line?.id,
      details: { available: 3 },
    });
  });

  test("promises a date for goods that are sold ahead", async () => {
    const sofa = await goods(shop, { stock: 1, policy: "backorder", cap: 5, days: 20 });
    const now = await shop.call(createCart, { body: { lines: [wanted(sofa, 1)] } });
    expect(now.lines[0]?.availability).toMatchObject({ state: "low", left: 1 });
    const later = await shop.call(createCart, { body: { lines: [wanted(sofa, 4)] } });
    const { state, promiseDate } = later.lines[0]?.availability ?? {};
    expect(state).toBe("backorder");
    expect(promiseDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const choice of later.deliveryChoices) {
      expect(choice.latest > (promiseDate ?? "")).toBe(true);
    }
  });

  test("changes and removes lines; removing again changes nothing", async () => {
    const view = await shop.call(createCart, { body: { lines: [wanted(chair), wanted(lamp)] } });
    const [first, second] = view.lines;
    const params = { id: view.id, lineId: first?.id ?? "" };
    const more = await shop.call(changeCartLine, { params, body: { quantity: 7 } });
    expect(more.lines[0]?.quantity).toBe(7);
    const none = await shop.call(changeCartLine, { params, body: { quantity: 0 } });
    expect(none.lines.map(({ id }) => id)).toEqual([second?.id]);
    const again = await shop.call(removeCartLine, { params });
    expect(again.lines).toHaveLength(1);
    const gone = await refusalOf(shop.call(changeCartLine, { params, body: { quantity: 1 } }));
    expect(gone.code).toBe("not_found");
  });

  test("takes no more than 999 of a thing and refuses what is not on sale", async () => {
    const { id } = await shop.call(createCart, { body: { lines: [wanted(chair, 999)] } });
    const more = await refusalOf(
      shop.call(addCartLine, { params: { id }, body: wanted(chair, 1) }),
    );
    expect(more.code).toBe("quantity_limited");
    expect((await shop.call(getCart, { params: { id } })).lines[0]?.quantity).toBe(999);
    const unknown = await refusalOf(
      shop.call(addCartLine, { params: { id }, body: wanted(newId(), 1) }),
    );
    expect(unknown.code).toBe("not_for_sale");
  });

  test("tells a changed price until it is accepted", async () => {
    const vase = await goods(shop, { price: 2_000 });
    const { id } = await shop.call(createCart, { body: { lines: [wanted(vase)] } });
    await shop.database.run(
      sql`update pricing.price set amount_minor = 2500 where variant_id = ${vase}`,
    );
    const seen = await shop.call(getCart, { params: { id } });
    expect(seen.changes).toEqual([
      {
        kind: "price_changed",
        line: seen.lines[0]?.id,
        before: eur("2000"),
        now: eur("2500"),
      },
    ]);
    expect(seen.totals.goods).toEqual(eur("2500"));
    const accepted = await shop.call(acceptCartChanges, { params: { id } });
    expect(accepted.changes).toEqual([]);
  });

  test("keeps goods that were withdrawn, and says that they cannot be had", async () => {
    const mug = await goods(shop);
    const { id } = await shop.call(createCart, { body: { lines: [wanted(mug), wanted(chair)] } });
    await shop.database.run(sql`update catalog.variant set active = false where id = ${mug}`);
    const view = await shop.call(getCart, { params: { id } });
    expect(view.lines[0]).toMatchObject({ unitPrice: null, total: null });
    expect(view.requirements[0]).toEqual({ code: "not_for_sale", line: view.lines[0]?.id });
    expect(view.totals.goods).toEqual(eur("14900"));
  });

  test("keeps an unfinished address and names each gap", async () => {
    const { id } = await shop.call(createCart, { body: { lines: [wanted(chair)] } });
    const body = { email: "nobody", shippingAddress: { name: "Ada", country: "DE", city: "B" } };
    const view = await shop.call(changeCartDetails, { params: { id }, body });
    expect(view.shippingAddress).toEqual(body.shippingAddress);
    const problems = view.requirements.map(({ code, field }) => `${code} ${field ?? ""}`);
    expect(problems).toContain("email_invalid email");
    expect(problems).toContain("address_invalid shippingAddress.line1");
    expect(problems).toContain("address_invalid shippingAddress.postcode");
  });

  test("keeps HTML and odd characters as plain text", async () => {
    const { id } = await shop.call(createCart, { body: { lines: [] } });
    const nasty = `<script>alert("1")</script> & 'x' {{y}} \${z} ＜b＞`;
    const body = { note: nasty, shippingAddress: { ...berlin, name: nasty } };
    const view = await shop.call(changeCartDetails, { params: { id }, body });
    expect(view.note).toBe(nasty);
    expect(view.shippingAddress?.name).toBe(nasty);
  });

  test("leaves what a change does not mention, and empties what it sets to null", async () => {
    const { id } = await shop.call(createCart, { body: { lines: [wanted(chair)] } });
    const put = (body: object) => shop.call(changeCartDetails, { params: { id }, body });
    await put({ email: "a@example.com", shippingAddress: berlin, note: "Ring twice" });
    const view = await put({ billingAddress: { ...berlin, name: "Ada's office" } });
    expect(view).toMatchObject({
      email: "a@example.com",
      shippingAddress: berlin,
      note: "Ring twice",
    });
    expect((await put({ shippingAddress: null })).shippingAddress).toBeNull();
  });

  test("names the market that sells where this one does not, and can move there", async () => {
    const ready = await readyCart(shop, [wanted(chair)]);
    const params = { id: ready.id };
    const shippingAddress = {
      name: "Ada",
      line1: "1 Main St",
      city: "Portland",
      postcode: "97201",
      region: "OR",
      country: "US",
    };
    const view = await shop.call(changeCartDetails, { params, body: { shippingAddress } });
    expect(view.requirements).toContainEqual({
      code: "country_not_served",
      field: "shippingAddress.country",
      details: { market: "us" },
    });
    const moved = await shop.call(chooseCartMarket, { params, body: { market: "us" } });
    expect(moved).toMatchObject({ market: "us", currency: "USD", taxIncluded: false, changes: [] });
    expect(codes(moved)).toEqual(["delivery_not_chosen"]);
    const unknown = shop.call(chooseCartMarket, { params, body: { market: "moon" } });
    expect((await refusalOf(unknown)).code).toBe("choice_unknown");
  });

  test("cannot tell American tax without the state, and says so", async () => {
    const view = await shop.call(createCart, { body: { market: "us", lines: [wanted(chair)] } });
    expect(view.totals).toMatchObject({ taxState: "pending", tax: null, net: null });
    expect(view.totals.total).toEqual({ minor: "14900", currency: "USD" });
    expect(codes(view)).toContain("tax_unknown");
  });

  test("is picked up without a shipping address, taxed where it is handed over", async () => {
    const ready = await readyCart(shop, [wanted(chair)]);
    const params = { id: ready.id };
    const pickup = ready.deliveryChoices.find(({ kind }) => kind === "pickup");
    await shop.call(changeCartDetails, {
      params,
      body: {
        shippingAddress: null,
        billingAddress: { ...berlin, country: "FR", postcode: "75001" },
      },
    });
    const view = await shop.call(chooseDelivery, {
      params,
      body: { deliveryOptionId: pickup?.id ?? null },
    });
    expect(view.requirements).toEqual([]);
    expect(view.totals.taxLines).toMatchObject([{ jurisdiction: "DE" }]);
  });

  test("does not offer cash above the limit, and says why", async () => {
    const table = await goods(shop, { price: 150_000 });
    const ready = await readyCart(shop, [wanted(table)]);
    expect(ready.requirements).toEqual([]);
    const params = { id: ready.id };
    const view = await shop.call(addCartLine, { params, body: wanted(table) });
    expect(view.requirements).toEqual([
      { code: "cod_limit_exceeded", field: "paymentMethod", details: { limit: eur("200000") } },
    ]);
    const cash = view.paymentMethods.find(({ method }) => method === "cash-on-delivery");
    expect(cash).toMatchObject({ available: false, reason: "limit_exceeded" });
    const other = await shop.call(choosePaymentMethod, {
      params,
      body: { method: "bank-transfer" },
    });
    expect(other.requirements).toEqual([]);
  });

  test("refuses a delivery that is not on offer, known or not", async () => {
    const { id } = await shop.call(createCart, { body: { lines: [wanted(chair)] } });
    const choose = (uuid: string) =>
      shop.call(chooseDelivery, {
        params: { id },
        body: { deliveryOptionId: typeId("delivery_option", uuid) },
      });
    expect((await refusalOf(choose(newId()))).code).toBe("choice_unknown");
    const { id: american } = await shop.database.one<{ id: string }>(
      sql`select id from settings.delivery_option where currency = 'USD' limit 1`,
    );
    expect((await refusalOf(choose(american))).code).toBe("choice_unknown");
  });

  test("costs four round trips to add to, and to start", async () => {
    const { id } = await shop.call(createCart, { body: { lines: [] } });
    const add = () => shop.call(addCartLine, { params: { id }, body: wanted(chair) });
    await add();
    expect(await shop.roundTrips(add)).toHaveLength(4);
    const many = Array.from({ length: 5 }, () => wanted(chair));
    const start = () => shop.call(createCart, { body: { lines: many } });
    expect(await shop.roundTrips(start)).toHaveLength(4);
  });
});

describe("a customer's cart", () => {
  test("is for that customer alone", async () => {
    const [cora, carl] = [await aCustomer(), await aCustomer()];
    const { id } = await shop.call(createCart, { body: { lines: [wanted(chair)] } }, cora);
    expect((await shop.call(getCart, { params: { id } }, cora)).id).toBe(id);
    for (const stranger of [carl, undefined]) {
      const read = shop.call(getCart, { params: { id } }, stranger);
      expect((await refusalOf(read)).code).toBe("not_found");
      const add = shop.call(addCartLine, { params: { id }, body: wanted(lamp) }, stranger);
      expect((await refusalOf(add)).code).toBe("not_found");
    }
  });

  test("is the guest's one after signing in, when there was none", async () => {
    const cora = await aCustomer();
    expect(await shop.call(getAccountCart, {}, cora)).toEqual({ cart: null });
    const guest = await shop.call(createCart, { body: { lines: [wanted(chair)] } });
    const merged = await shop.call(mergeIntoAccountCart, { body: { cartId: guest.id } }, cora);
    expect(merged.id).toBe(guest.id);
    expect((await shop.call(getAccountCart, {}, cora)).cart?.id).toBe(guest.id);
  });

  test("takes in the guest's lines, as far as they fit", async () => {
    const cora = await aCustomer();
    const own = await shop.call(createCart, { body: { lines: [wanted(chair, 600)] } }, cora);
    const guest = await shop.call(createCart, {
      body: { lines: [wanted(chair, 500), wanted(lamp, 2)] },
    });
    const merged = await shop.call(mergeIntoAccountCart, { body: { cartId: guest.id } }, cora);
    expect(merged.id).toBe(own.id);
    expect(merged.lines.map(({ quantity }) => quantity)).toEqual([999, 2]);
    expect(merged.changes).toEqual([
      { kind: "quantity_reduced", line: merged.lines[0]?.id, before: 1100, now: 999 },
    ]);
    const read = shop.call(getCart, { params: { id: guest.id } });
    expect((await refusalOf(read)).code).toBe("not_found");
    const again = shop.call(mergeIntoAccountCart, { body: { cartId: guest.id } }, cora);
    expect((await refusalOf(again)).code).toBe("not_found");
  });
});
