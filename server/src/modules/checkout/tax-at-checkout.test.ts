import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { spawnTaxOffices } from "../../../../tools/tax-offices/running-tax-offices.ts";
import { owner } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { runAudit } from "../../platform/audit.ts";
import { taxService } from "../../providers/tax-service/tax-service.ts";
import { viesRegister } from "../../providers/vies/vies.ts";
import * as cart from "../cart/contract.ts";
import { readOrder, refundOrder } from "../desk/contract.ts";
import { parcelShop } from "../fulfilment/testing.ts";
import { checks } from "../orders/audit.ts";
import { changeShop, changeTax, getAllSettings, type SettingView } from "../settings/contract.ts";
import * as contract from "../tax/contract.ts";
import { setTaxService, setVatRegister } from "../tax/index.ts";
import { berlin, goods, place, readyCart, refusalOf, wanted } from "./examples.ts";

const shop = await parcelShop();
const offices = await spawnTaxOffices();
afterAll(() => offices.stop());
const timeoutMs = 500;
setVatRegister(viesRegister({ url: offices.url, timeoutMs }));
setTaxService(taxService({ url: offices.url, apiKey: "key", timeoutMs }));
const chair = await goods(shop, { price: 11_900, stock: 1000 });
const { shop: ourShop } = await shop.call(getAllSettings, {}, owner);
const ours = { ...ourShop.value, vatId: "DE123456789" };
await shop.call(changeShop, { body: { version: ourShop.version, value: ours } }, owner);

beforeEach(() => offices.behave("well"));

async function setTax(change: Partial<SettingView<"tax">>): Promise<void> {
  const { tax } = await shop.call(getAllSettings, {}, owner);
  const value = { ...tax.value, ...change };
  await shop.call(changeTax, { body: { version: tax.version, value } }, owner);
}

const paris = {
  ...berlin,
  company: "Exemple SARL",
  city: "Paris",
  postcode: "75001",
  country: "FR",
};
let ids = 0;
/** A VAT id that nobody was asked about yet; the stand-in knows none that ends in 0. */
const freshId = (last = "1") => `FR12${String((ids += 1)).padStart(8, "0")}${last}`;

/** A cart to Paris with this VAT id; nobody was asked yet. */
async function toParis(
  vatId: string,
  as?: Parameters<typeof readyCart>[2],
): Promise<cart.CartView> {
  const { id } = await readyCart(shop, [wanted(chair)], as);
  const details = { shippingAddress: paris, vatId };
  const params = { id };
  const { deliveryChoices } = await shop.call(
    cart.changeCartDetails,
    { params, body: details },
    as,
  );
  const [parcel] = deliveryChoices;
  const body = { deliveryOptionId: present(parcel, "a delivery").id };
  return shop.call(cart.chooseDelivery, { params, body }, as);
}

const settle = ({ id }: { id: string }) => shop.call(cart.settleCartTax, { params: { id } });
const reasons = ({ totals }: cart.CartView) => totals.taxLines.map((line) => line.reason);

describe("a business in another member state", () => {
  it("pays no VAT once the register knows its VAT id, and the invoice can prove it", async () => {
    const vatId = freshId();
    const asked = await toParis(vatId.toLowerCase());
    expect([asked.vatId?.state, asked.taxUnsettled, reasons(asked)]).toEqual([
      "unchecked",
      true,
      ["eu-vat"],
    ]);
    const known = await settle(asked);
    expect(known.vatId).toMatchObject({ state: "valid", name: "Exemple SARL" });
    // 119.00 and 12.90 for the parcel, less the sixth of it that is French VAT.
    expect([known.totals.relief.minor, known.totals.total.minor]).toEqual(["2198", "10992"]);
    expect([reasons(known), known.taxUnsettled]).toEqual([["reverse-charge"], false]);

    const card = { paymentMethod: "test-card", paymentToken: "tok_approved" } as const;
    const { order } = await place(shop, known, card);
    const read = () => shop.call(readOrder, { params: { orderId: order.id } }, owner);
    const { taxEvidence, taxIncluded, lines, customer } = await read();
    expect(taxIncluded).toBe(false);
    expect(lines.map((line) => [line.unitPrice.minor, line.tax.minor])).toEqual([
      ["9917", "0"],
      ["1075", "0"],
    ]);
    expect(taxEvidence).toMatchObject({
      vatId: { vatId, state: "valid", consultationNumber: "WAPIAAAA12000000" },
      certificate: null,
    });
    const params = { customerId: present(customer, "the customer").id };
    const { vatIds } = await shop.call(contract.getCustomerTax, { params }, owner);
    expect(vatIds.map((each) => [each.vatId, each.state])).toEqual([[vatId, "valid"]]);

    await shop.drain();
    const { rows } = await shop.database.pool.query<{ id: string }>(
      "select id from orders.order where number = $1",
      [order.number],
    );
    await shop.ship(await shop.onlyWork(present(rows[0], "the order").id));
    await shop.drain();
    const content = await invoiceOf(order.number);
    expect(content).toMatchObject({ buyerVatId: vatId, taxMinor: "0", netMinor: "10992" });

    const everything = lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity }));
    const body = { reason: "returned", lines: everything };
    const refund = { params: { orderId: order.id }, body, idempotencyKey: newId() };
    await expect(shop.call(refundOrder, refund, owner)).resolves.toBeDefined();
    await shop.drain();
    await shop.expectClean();
  });

  it("pays VAT when the register says no, and is asked about once", async () => {
    const asked = await toParis(freshId("0"));
    const known = await settle(asked);
    expect([known.vatId?.state, reasons(known), known.taxUnsettled]).toEqual([
      "invalid",
      ["eu-vat"],
      false,
    ]);
    const before = await offices.calls();
    await settle(known);
    expect((await offices.calls()).vies).toBe(before.vies);
  });

  it.each(["down", "slow", "refuse", "cut"] as const)(
    "buys with VAT while the register is %s; it is asked again afterwards",
    async (mode) => {
      await offices.behave(mode);
      const vatId = freshId();
      const known = await settle(await toParis(vatId));
      expect([known.vatId?.state, known.requirements, reasons(known)]).toEqual([
        "unavailable",
        [],
        ["eu-vat"],
      ]);
      const { order } = await place(shop, known);
      const read = await shop.call(readOrder, { params: { orderId: order.id } }, owner);
      expect(read.taxEvidence?.vatId?.state).toBe("unavailable");
      await offices.behave("well");
      await shop.database.run(sql`update tax.vat_id set check_at = now() where vat_id = ${vatId}`);
      await runJob("tax.recheck-vat-ids");
      const now = await shop.call(contract.getVatId, { query: { vatId } }, owner);
      expect(now).toMatchObject({ state: "valid", name: "Exemple SARL" });
    },
  );

  it("keeps a young yes when the register has gone since", async () => {
    const vatId = freshId();
    await settle(await toParis(vatId));
    await offices.behave("down");
    const check = { body: { vatId } };
    expect((await shop.call(contract.checkVatIdNow, check, owner)).state).toBe("valid");
    await shop.database.run(sql`
      update tax.vat_id set checked_at = now() - interval '31 days' where vat_id = ${vatId}`);
    expect((await shop.call(contract.checkVatIdNow, check, owner)).state).toBe("unavailable");
  });

  it("is told of what cannot be a VAT id, before it orders", async () => {
    const asked = await toParis("12345");
    expect(asked.requirements).toEqual([{ code: "vat_id_invalid", field: "vatId" }]);
    expect((await refusalOf(place(shop, asked))).code).toBe("requirements_open");
    const check = shop.call(contract.checkVatIdNow, { body: { vatId: "12345" } }, owner);
    expect((await refusalOf(check)).code).toBe("vat_id_malformed");
  });
});

describe("a certificate of exemption", () => {
  it("frees its customer where and as long as it holds, and stands on the invoice", async () => {
    const { id: customerId } = await shop.database.one<{ id: string }>(sql`
      insert into customers.customer (id, email, name, has_account, created_at)
      values (${newId()}, 'museum@example.com', 'Museum', true, now()) returning id`);
    const as = { kind: "customer", customerId, name: "Museum" } as const;
    const params = { customerId: typeId("customer", customerId) };
    const body = { number: "EX-7", places: ["FR"], expiresOn: "2999-12-31" };
    const added = await shop.call(contract.addCertificate, { params, body }, owner);
    const freed = await toParis("", as);
    expect(reasons(freed)).toEqual(["exempt"]);
    const { order } = await place(shop, freed, {}, as);
    const read = await shop.call(readOrder, { params: { orderId: order.id } }, owner);
    expect(read.taxEvidence?.certificate?.number).toBe("EX-7");

    const [certificate] = added.certificates;
    const withdrawn = { params: { certificateId: present(certificate, "a certificate").id } };
    await shop.call(contract.withdrawCertificate, withdrawn, owner);
    const again = await shop.call(contract.withdrawCertificate, withdrawn, owner);
    expect(again.certificates.map((each) => each.state)).toEqual(["withdrawn"]);
    expect(reasons(await toParis("", as))).toEqual(["eu-vat"]);
    const old = { ...body, expiresOn: "2020-01-01" };
    await shop.call(contract.addCertificate, { params, body: old }, owner);
    expect(reasons(await toParis("", as))).toEqual(["eu-vat"]);
  });
});

describe("a market with a tax service", () => {
  it("orders on the kept answer to exactly this cart, and on nothing else", async () => {
    await setTax({ serviceMarkets: ["eu"] });
    const asked = await toParis("");
    expect([asked.totals.taxState, asked.taxUnsettled, asked.requirements]).toEqual([
      "pending",
      true,
      [{ code: "tax_not_calculated" }],
    ]);
    expect((await refusalOf(place(shop, asked))).code).toBe("requirements_open");

    for (const mode of ["down", "slow", "wrong", "refuse", "cut"] as const) {
      await offices.behave(mode);
      await shop.database.run(sql`update cart.cart set kept_tax = null`);
      const failed = await settle(asked);
      expect([mode, failed.totals.taxState, failed.requirements]).toEqual([
        mode,
        "failed",
        [{ code: "tax_unavailable" }],
      ]);
      expect((await refusalOf(place(shop, failed))).code).toBe("requirements_open");
    }
    await offices.behave("well");
    await shop.database.run(sql`
      update cart.cart set kept_tax = jsonb_set(kept_tax, '{at}', '"2020-01-01T00:00:00Z"')
      where kept_tax is not null`);
    const known = await settle(asked);
    expect(known.totals.taxLines).toMatchObject([{ rate: "10", jurisdiction: "FR" }]);
    const { calculations } = await offices.calls();

    const params = { id: known.id, lineId: present(known.lines[0], "a line").id };
    const more = await shop.call(cart.changeCartLine, { params, body: { quantity: 2 } });
    expect(more.totals.taxState).toBe("pending");
    const less = await shop.call(cart.changeCartLine, { params, body: { quantity: 1 } });
    expect([less.totals, less.requirements]).toEqual([known.totals, []]);
    await place(shop, less);
    expect((await offices.calls()).calculations).toBe(calculations);
    await setTax({ serviceMarkets: [] });
  });
});

describe("the audit of tax", () => {
  const harms: [string, Sql][] = [
    ["a reverse charge without a valid id", sql`update orders.order set tax_evidence = null`],
    [
      "a rate of nothing without a reason",
      sql`update orders.tax_line set reason = 'eu-vat', rate = 0`,
    ],
    [
      "tax under a reason that frees",
      sql`update orders.tax_line set reason = 'export', tax_minor = 1`,
    ],
  ];
  it.each(harms)("notices %s", async (_what, harm) => {
    let noticed: string[] = [];
    const undo = new Error("undo");
    const harmed = shop.edge().transaction(async ({ db }) => {
      await db.run(harm);
      const results = await runAudit(db, checks);
      noticed = results.filter(({ offences }) => offences.length > 0).map(({ id }) => id);
      throw undo;
    });
    await expect(harmed).rejects.toBe(undo);
    expect(noticed).toContain("I11-reasons");
  });
});

async function invoiceOf(orderNumber: string): Promise<Record<string, unknown>> {
  const { content } = await shop.database.one<{ content: Record<string, unknown> }>(sql`
    select content from invoicing.document
    where kind = 'invoice' and content ->> 'orderNumber' = ${orderNumber}`);
  return content;
}

/** Runs a job that otherwise comes round by itself, and all that it leads to. */
async function runJob(name: string): Promise<void> {
  await shop.database.run(sql`
    insert into platform.job (id, name, payload, run_at, max_attempts, created_at)
    values (${newId()}, ${name}, '{}', now(), 1, now())`);
  await shop.drain();
}
