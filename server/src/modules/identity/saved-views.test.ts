import { describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import type { Principal } from "../../platform/context.ts";
import * as contract from "./contract.ts";
import { aStaff } from "./examples.ts";
import { permissionsOf, type Role } from "./roles.ts";

const shop = await testShop();
const refusal = (code: string) => ({ kind: { code } });

async function someone(name: string, role: Role): Promise<Principal> {
  const email = `${name.toLowerCase()}@views.example`;
  const { id } = await aStaff(shop.edge(), { email, role, name });
  return { kind: "staff", staffId: id, name, permissions: permissionsOf(role) };
}
const [ava, ben, olive] = [
  await someone("Ava", "support"),
  await someone("Ben", "warehouse"),
  await someone("Olive", "owner"),
];

const list = "orders";
const late = { list, name: "Late", address: "needs=late&status=placed", shared: false };
const viewsOf = (who: Principal) => shop.call(contract.listViews, { query: { list } }, who);
const namesOf = async (who: Principal) => (await viewsOf(who)).map(({ name }) => name);
const save = (who: Principal, change: Partial<typeof late> = {}) =>
  shop.call(contract.saveView, { body: { ...late, ...change } }, who);
const change = (who: Principal, id: string, version: number, name: string, shared: boolean) =>
  shop.call(contract.changeView, { params: { id }, body: { version, name, shared } }, who);
const openWith = (who: Principal, view: string | null) =>
  shop.call(contract.chooseFirstView, { body: { list, view } }, who);

describe("saved views", () => {
  it("are there on every device of their owner, and nobody else's until they are shared", async () => {
    const view = await save(ava);
    expect(view).toMatchObject({ name: "Late", by: "Ava", editable: true, first: false });
    expect(await namesOf(ava)).toEqual(["Late"]);
    expect(await namesOf(ben)).toEqual([]);
    await change(ava, view.id, 1, "Too late", true);
    expect(await viewsOf(ben)).toMatchObject([{ name: "Too late", by: "Ava", editable: false }]);
    const bens = change(ben, view.id, 2, "Bens", true);
    await expect(bens).rejects.toMatchObject(refusal("not_found"));
    const removal = shop.call(contract.deleteView, { params: { id: view.id } }, ben);
    await expect(removal).rejects.toMatchObject(refusal("not_found"));
  });

  it("that someone shared can be tidied away by who looks after the staff", async () => {
    const { id } = await save(ben, { name: "Heavy", shared: true });
    expect((await viewsOf(olive)).find((each) => each.id === id)).toMatchObject({ editable: true });
    await shop.call(contract.deleteView, { params: { id } }, olive);
    expect(await namesOf(ben)).not.toContain("Heavy");
  });

  it("of one name replace each other; a name of another view is refused, and so is an old version", async () => {
    const first = await save(ava, { name: "Abroad", address: "country=US" });
    const again = await save(ava, { name: "ABROAD", address: "country=CH" });
    expect(again).toMatchObject({ id: first.id, address: "country=CH", version: 2 });
    const taken = change(ava, first.id, 2, "too LATE", false);
    await expect(taken).rejects.toMatchObject(refusal("view_name_taken"));
    const old = change(ava, first.id, 1, "Elsewhere", false);
    await expect(old).rejects.toMatchObject(refusal("changed_meanwhile"));
  });

  it("can be what a list opens with, for each of the staff apart, as long as they may be seen", async () => {
    const { id } = await save(ava, { name: "Morning", shared: true });
    await openWith(ben, id);
    const firsts = async (who: Principal) =>
      (await viewsOf(who)).filter(({ first }) => first).map(({ name }) => name);
    expect([await firsts(ben), await firsts(ava)]).toEqual([["Morning"], []]);
    await change(ava, id, 1, "Morning", false);
    expect(await firsts(ben)).toEqual([]);
    await expect(openWith(ben, id)).rejects.toMatchObject(refusal("not_found"));
    await openWith(ava, id);
    await openWith(ava, null);
    expect(await firsts(ava)).toEqual([]);
  });

  it("are fifty for a list at the most", async () => {
    const own = { list: "stock", shared: false };
    for (let made = 0; made < 50; made += 1) await save(ava, { ...own, name: `View ${made}` });
    await expect(save(ava, { ...own, name: "One more" })).rejects.toMatchObject(
      refusal("too_many_views"),
    );
    await save(ava, { ...own, name: "View 7", address: "only=low" });
  });
});
