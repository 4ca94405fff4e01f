import { describe, expect, it } from "vitest";
import { callerFor, owner, testShop } from "../../../test/support/test-shop.ts";
import { routesById, shopFor } from "../../app/shop.ts";
import type { CallInput, Endpoint } from "../../kernel/endpoint.ts";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import * as contract from "./contract.ts";
import { aVariant } from "./examples.ts";
import { routes } from "./http.ts";

const shop = await testShop();
const executor = { database: shop.database, checkReplies: true };
const byOwner = shopFor(executor, routesById(routes), callerFor(owner));
const call = <E extends Endpoint>(endpoint: E, input: CallInput<E>) =>
  byOwner.call(endpoint, input);
const keyed = <E extends Endpoint>(input: CallInput<E>): CallInput<E> => ({
  ...input,
  idempotencyKey: newId(),
});
const facts = { name: "Hamburg", address: null, countries: ["DE"], priority: 1, active: true };
const hamburg = await call(contract.createWarehouse, keyed({ body: { ...facts, code: "HAM" } }));
const bremen = await call(contract.createWarehouse, keyed({ body: { ...facts, code: "BRE" } }));

const eur = (minor: string) => ({ minor, currency: "EUR" }) as const;

async function aStocked(quantity: number) {
  const variant = await aVariant(shop.database);
  const variantId = typeId("variant", variant.variantId);
  const line = { variantId, quantity, unitCost: eur("500") };
  const receipt = await call(
    contract.receiveStock,
    keyed({ body: { locationId: hamburg.id, lines: [line] } }),
  );
  return { ...variant, variantId, receipt };
}

describe("stock as staff see it", () => {
  it("shows a variant with its shelves, value and movements, and every correction of it", async () => {
    const { variantId, sku, receipt } = await aStocked(9);
    expect(receipt.value).toEqual(eur("4500"));
    const params = { variantId };
    const change = { delta: -1 };
    const body = { locationId: hamburg.id, change, reason: "damage", note: "leg broken" } as const;
    const row = await call(contract.adjustStock, keyed({ params, body }));
    expect(row).toMatchObject({ sku, onHand: 8, available: 8, state: "in" });
    const lines = [{ variantId, quantity: 3 }];
    const transfer = { fromId: hamburg.id, toId: bremen.id, lines };
    await call(contract.transferStock, keyed({ body: transfer }));
    const stock = await call(contract.readStock, { params });
    expect(stock.value).toEqual(eur("4000"));
    expect(new Map(stock.locations.map((at) => [at.locationId, at.onHand]))).toEqual(
      new Map([
        [hamburg.id, 5],
        [bremen.id, 3],
      ]),
    );
    expect(stock.movements.map(({ reason, quantity, note }) => [reason, quantity, note])).toEqual([
      ["transfer", 3, ""],
      ["adjustment", 1, "damage: leg broken"],
      ["receipt", 9, ""],
    ]);
    const [moved] = stock.movements;
    const reversal = { params: { movementId: moved?.id ?? "" }, body: { note: "wrong way" } };
    const { movementId } = await call(contract.reverseMovement, keyed(reversal));
    const { items } = await call(contract.listMovements, { query: { variantId, limit: 2 } });
    expect(items[0]).toMatchObject({ id: movementId, reversesId: moved?.id, sku });
    expect(items[1]?.reversedById).toBe(movementId);
  });

  it("finds by SKU and title, filters by state and warehouse, and pages in the order of SKUs", async () => {
    const few = await aStocked(2);
    const none = await aVariant(shop.database);
    const find = async (query: CallInput<typeof contract.listStock>["query"]) =>
      (await call(contract.listStock, { query })).items.map(({ sku }) => sku);
    expect(await find({ search: few.sku.toLowerCase() })).toEqual([few.sku]);
    expect(await find({ search: "thing" })).toContain(none.sku);
    expect(await find({ search: "100%_\\" })).toEqual([]);
    expect(await find({ only: "low" })).toContain(few.sku);
    expect(await find({ only: "out" })).toContain(none.sku);
    expect(await find({ only: "out" })).not.toContain(few.sku);
    expect(await find({ only: "low", locationId: bremen.id })).not.toContain(few.sku);
    expect(await find({ only: "backordered" })).toEqual([]);
    const all = await find({});
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const query: { limit: number; after?: string } =
        after === null ? { limit: 1 } : { limit: 1, after };
      const page: { items: { sku: string }[]; next: string | null } = await call(
        contract.listStock,
        { query },
      );
      paged.push(...page.items.map(({ sku }) => sku));
      after = page.next;
    } while (after !== null);
    expect(paged).toEqual(all);
    expect(all).toEqual(all.toSorted());
  });

  it("says not found, not more", async () => {
    const params = { variantId: typeId("variant", newId()) };
    await expect(call(contract.readStock, { params })).rejects.toMatchObject({
      kind: { code: "not_found" },
    });
  });

  it("takes costs in the books' currency only", async () => {
    const { variantId } = await aStocked(1);
    const line = { variantId, quantity: 1, unitCost: { minor: "5", currency: "USD" } as const };
    const body = { locationId: hamburg.id, lines: [line] };
    await expect(call(contract.receiveStock, keyed({ body }))).rejects.toMatchObject({
      kind: { code: "bad_request" },
    });
  });
});

describe("warehouses", () => {
  it("have codes of their own", async () => {
    await expect(
      call(contract.createWarehouse, keyed({ body: { ...facts, code: "HAM" } })),
    ).rejects.toMatchObject({ kind: { code: "location_code_taken" } });
  });

  it("change by the version that was read", async () => {
    const { id, version } = await call(
      contract.createWarehouse,
      keyed({ body: { ...facts, code: "KIE" } }),
    );
    const change = {
      params: { locationId: id },
      body: { ...facts, code: "KIE", name: "Kiel", version },
    };
    expect(await call(contract.changeWarehouse, change)).toMatchObject({
      name: "Kiel",
      version: 2,
    });
    await expect(call(contract.changeWarehouse, change)).rejects.toMatchObject({
      kind: { code: "changed_meanwhile" },
      details: { version: 2 },
    });
    await call(contract.deleteWarehouse, { params: { locationId: id } });
    const { items } = await call(contract.listWarehouses, {});
    expect(items.map(({ code }) => code)).toEqual(["BRE", "HAM"]);
  });

  it("stay when they ever held goods, and promise nothing once they are switched off", async () => {
    const { id, version } = await call(
      contract.createWarehouse,
      keyed({ body: { ...facts, code: "EMD" } }),
    );
    const variant = await aVariant(shop.database);
    const variantId = typeId("variant", variant.variantId);
    const lines = [{ variantId, quantity: 9, unitCost: eur("1") }];
    await call(contract.receiveStock, keyed({ body: { locationId: id, lines } }));
    await expect(
      call(contract.deleteWarehouse, { params: { locationId: id } }),
    ).rejects.toMatchObject({ kind: { code: "location_in_use" }, details: { onHand: 9 } });
    const body = { ...facts, code: "EMD", active: false, version };
    await call(contract.changeWarehouse, { params: { locationId: id }, body });
    const { rows } = await shop.database.pool.query<{ available: bigint }>(
      "select available from inventory.availability where variant_id = $1",
      [variant.variantId],
    );
    expect(rows).toEqual([{ available: 0n }]);
  });
});
