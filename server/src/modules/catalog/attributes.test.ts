import { beforeAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import { addFile, getFile } from "../media/contract.ts";
import { searchProducts } from "../search/contract.ts";
import { seedSettings } from "../settings/index.ts";
import * as contract from "./contract.ts";
import { aCategory, aLampType, aProduct } from "./examples.ts";
import { readAttributes, writeAttributes } from "./index.ts";

const shop = await testShop();

beforeAll(() => shop.edge().transaction((ctx) => seedSettings(ctx)));

const invalid = (...problems: object[]) => ({
  kind: { code: "attributes_invalid" },
  details: { problems: problems.map((each) => expect.objectContaining(each)) },
});
const refusal = (code: string) => ({ kind: { code } });

const createType = (code: string, more: Parameters<typeof aLampType>[1] = {}) =>
  shop.call(contract.createProductType, { body: aLampType(code, more) }, owner);

async function createLamp(sku: string, typeOf: string, more: Parameters<typeof aProduct>[1] = {}) {
  const plain = aProduct(sku, more);
  const body = {
    ...plain,
    typeId: typeOf,
    attributes: {
      socket: "e27",
      "max-power": 60,
      note: { en: "Warm", de: "Warm" },
      ...more.attributes,
    },
    variants: plain.variants.map((each) => ({ ...each, attributes: { dimmable: true } })),
  };
  const { id, version } = await shop.call(contract.createProduct, { body }, owner);
  return shop.call(contract.publishProduct, { params: { id }, body: { version } }, owner);
}

const changed = (product: contract.AdminProductView, more: object) => {
  const { version, texts, options, variants } = product;
  const body = {
    version,
    texts,
    options,
    variants: variants.map(({ prices: _p, available: _a, attributes: _v, ...each }) => each),
    ...more,
  };
  return shop.call(contract.changeProduct, { params: { id: product.id }, body }, owner);
};

/** The type's attributes as its editor sends them back. */
const bodyOf = ({ version, code, names, attributes }: contract.ProductTypeView) => ({
  version,
  code,
  names,
  attributes: attributes.map((each) => ({ ...each })),
});

const typeAgain = async (id: string) =>
  present(
    (await shop.call(contract.listProductTypes, {}, owner)).types.find((each) => each.id === id),
    "the type",
  );

test("a value must fit its type: kind, choice, place, and a target that exists", async () => {
  const type = await createType("fit");
  const lamp = await createLamp("FIT", type.id);
  const wrong = {
    socket: "e40",
    "max-power": "much",
    dimmable: true,
    colour: "red",
    sheet: { file: typeId("file", newId()) },
  };
  await expect(changed(lamp, { attributes: wrong })).rejects.toMatchObject(
    invalid(
      { attribute: "colour", problem: "unknown" },
      { attribute: "dimmable", problem: "wrong_place" },
      { attribute: "max-power", problem: "wrong_kind" },
      { attribute: "socket", problem: "unknown_choice" },
      { attribute: "sheet", problem: "no_such_target" },
    ),
  );
  await expect(
    changed(lamp, { typeId: typeId("product_type", newId()), attributes: {} }),
  ).rejects.toMatchObject(refusal("unknown_product_type"));
});

test("what a type asks for is asked of what is on sale, not of a draft", async () => {
  const type = await createType("asks");
  const body = { ...aProduct("ASKS"), typeId: type.id };
  const draft = await shop.call(contract.createProduct, { body }, owner);
  const { id, version } = draft;
  await expect(
    shop.call(contract.publishProduct, { params: { id }, body: { version } }, owner),
  ).rejects.toMatchObject(invalid({ attribute: "socket", problem: "missing" }));
  const lamp = await createLamp("ASKS2", type.id);
  await expect(changed(lamp, { attributes: { "max-power": 5 } })).rejects.toMatchObject(
    invalid({ attribute: "socket", problem: "missing" }),
  );
});

test("left out, values stay; another type keeps what fits it", async () => {
  const lamp = await createLamp("STAY", (await createType("stay")).id);
  const same = await changed(lamp, {});
  expect(same.attributes).toEqual(lamp.attributes);
  expect(same.variants[0]?.attributes).toEqual({ dimmable: true });
  const other = await createType("stay-other", {
    attributes: [{ code: "max-power", names: { en: "Power" }, kind: "number" }],
  });
  const moved = await changed(same, { typeId: other.id });
  expect(moved.attributes).toEqual({ "max-power": 60 });
  expect(moved.variants[0]?.attributes).toEqual({});
  expect((await changed(moved, { typeId: null })).attributes).toEqual({});
});

test("a product page tells its values in the language asked for, files and targets included", async () => {
  const type = await createType("page");
  const pdf = new TextEncoder().encode("%PDF-1.7 sheet");
  const file = await shop.call(addFile, { query: { name: "Sheet" }, body: pdf }, owner);
  await expect(
    shop.call(addFile, { query: { name: "x" }, body: new TextEncoder().encode("<svg>") }, owner),
  ).rejects.toMatchObject(refusal("file_unreadable"));
  const friend = await createLamp("FRIEND", type.id);
  const lamp = await createLamp("PAGE", type.id, {
    attributes: { sheet: { file: file.id }, friend: { product: friend.id }, since: "2020-02-29" },
  });
  const trips = await shop.roundTrips(async () => {
    const page = await shop.call(
      contract.getProduct,
      { params: { handle: lamp.handle } },
      undefined,
      { locale: "de" },
    );
    expect(page.attributes.map(({ name, fact }) => [name, fact])).toEqual([
      ["Fassung", { kind: "choice", choices: [{ label: "E27", swatch: null }] }],
      ["Leistung", { kind: "number", number: 60, unit: "W" }],
      ["Hinweis", { kind: "text", text: "Warm" }],
      ["Seit", { kind: "date", date: "2020-02-29" }],
      ["Datenblatt", { kind: "file", id: file.id, name: "Sheet", bytes: 14 }],
      [
        "Dazu",
        { kind: "reference", to: "product", address: "chair-friend", title: "Stuhl FRIEND" },
      ],
    ]);
    expect(page.variants[0]?.attributes[0]?.fact).toEqual({ kind: "boolean", yes: true });
  });
  expect(trips.length).toBeLessThanOrEqual(3);
  const sent = await shop.call(getFile, { params: { id: file.id } });
  expect(sent).toMatchObject({
    fileName: "Sheet.pdf",
    inline: false,
    contentType: "application/pdf",
  });
});

test("lists narrow by attributes, each facet counting with its own filter left out", async () => {
  const type = await createType("facet");
  const { id: category } = await shop.call(
    contract.createCategory,
    { body: aCategory("facet") },
    owner,
  );
  const lamp = (sku: string, socket: string, power: number) =>
    createLamp(sku, type.id, {
      categoryIds: [category],
      attributes: { socket, "max-power": power },
    });
  await lamp("F1", "e27", 60);
  await lamp("F2", "e14", 25);
  await lamp("F3", "e14", 8.5);
  const list = (attributes: string) =>
    shop.call(contract.listProducts, { query: { category: "facet", attributes } });
  const facets = (found: contract.ProductListView) =>
    Object.fromEntries(
      found.facets.attributes.map(({ code, values, range }) => [
        code,
        range ?? values.map((each) => [each.code, each.count]),
      ]),
    );
  expect(facets(await list("socket:e27"))).toEqual({
    socket: [
      ["e14", 2],
      ["e27", 1],
    ].toSorted(() => -1),
    "max-power": { min: 60, max: 60 },
    dimmable: [["yes", 1]],
  });
  expect((await list("socket:e14,e27")).total).toBe(3);
  const narrow = await list("max-power:8.5..25;dimmable:yes");
  expect(narrow.total).toBe(2);
  expect(facets(narrow)["max-power"]).toEqual({ min: 8.5, max: 60 });
  expect((await list("max-power:..8")).total).toBe(0);
  expect((await list("socket:e27;max-power:..30")).total).toBe(0);
  const typed = await shop.call(contract.listAdminProducts, { query: { type: type.id } }, owner);
  expect(typed.products).toHaveLength(3);
});

test("searches find what attributes say, in each language", async () => {
  const type = await createType("words");
  await createLamp("WORDS", type.id, {
    attributes: { note: { en: "Phosphorescent", de: "Nachleuchtend" } },
  });
  await shop.drainJobs();
  const found = (q: string, locale: "en" | "de") =>
    shop.call(searchProducts, { query: { q } }, undefined, { locale });
  expect((await found("phosphorescent", "en")).products).toHaveLength(1);
  expect((await found("nachleuchtend", "de")).products).toHaveLength(1);
});

test("a type's schema changes products only when that was confirmed, and then in the background", async () => {
  const type = await createType("moves");
  for (const sku of ["M1", "M2"]) await createLamp(sku, type.id);
  const odd = await createLamp("M3", type.id, { attributes: { socket: "e14", "max-power": 7 } });
  const body = bodyOf(type);
  const at = (code: string) =>
    present(
      body.attributes.find((each) => each.code === code),
      code,
    );
  Object.assign(at("socket"), {
    choices: at("socket").choices.filter(({ code }) => code !== "e14"),
    required: false,
  });
  Object.assign(at("max-power"), { unit: "kW", code: "power" });
  Object.assign(at("dimmable"), { level: "product" });
  body.attributes = body.attributes.filter(({ code }) => code !== "note");
  const params = { id: type.id };
  const preview = await shop.call(contract.previewProductType, { params, body }, owner);
  const seen = Object.fromEntries(preview.changes.map((each) => [each.code, each]));
  expect(seen["note"]).toMatchObject({ steps: ["removed"], changed: 3, loses: 3 });
  expect(seen["socket"]).toMatchObject({ steps: ["choices"], changed: 3, loses: 1 });
  expect(seen["socket"]?.examples[0]).toMatchObject({
    title: "Chair M3",
    before: ["e14"],
    after: [],
  });
  expect(seen["max-power"]).toMatchObject({ steps: ["renamed", "unit"], changed: 3, loses: 0 });
  expect(seen["dimmable"]).toMatchObject({ steps: ["level"], changed: 3, loses: 0 });

  await expect(
    shop.call(contract.changeProductType, { params, body }, owner),
  ).rejects.toMatchObject(refusal("type_change_unconfirmed"));
  const confirmed = await shop.call(
    contract.changeProductType,
    { params, body: { ...body, confirmed: true } },
    owner,
  );
  expect(confirmed.following).toBe(3);
  const again = bodyOf(confirmed);
  again.attributes = [];
  await expect(
    shop.call(contract.changeProductType, { params, body: { ...again, confirmed: true } }, owner),
  ).rejects.toMatchObject(refusal("type_change_running"));

  // Before its turn comes a product is shown, and saved, under the new schema.
  const early = await shop.call(contract.getAdminProduct, { params: { id: odd.id } }, owner);
  expect(early.attributes).toEqual({ power: 0.007, dimmable: true });
  const saved = await changed(early, { attributes: { power: 0.009 } });
  await shop.drainJobs();
  expect((await typeAgain(type.id)).following).toBe(0);
  const after = await shop.call(contract.getAdminProduct, { params: { id: odd.id } }, owner);
  expect(after.attributes).toEqual({ power: 0.009 });
  expect(after.version).toBe(saved.version);
  const { held } = await shop.database.one<{ held: object[] }>(sql`
    select jsonb_agg(attributes order by handle) as held from catalog.product
    where handle in ('chair-m1', 'chair-m2')`);
  expect(held).toEqual(Array(2).fill({ socket: "e27", power: 0.06, dimmable: true }));
});

test("names and order change at once, and codes are not given twice", async () => {
  const type = await createType("names");
  await createLamp("NAMES", type.id);
  const body = bodyOf(type);
  body.attributes.reverse();
  body.names = { en: "Renamed" };
  const params = { id: type.id };
  const next = await shop.call(contract.changeProductType, { params, body }, owner);
  expect(next).toMatchObject({ names: { en: "Renamed" }, following: 0, version: 2 });
  expect(next.attributes[0]?.code).toBe(type.attributes.at(-1)?.code);
  await expect(
    shop.call(contract.changeProductType, { params, body }, owner),
  ).rejects.toMatchObject(refusal("changed_meanwhile"));
  await expect(createType("names")).rejects.toMatchObject(refusal("type_code_taken"));
  const stranger = {
    ...bodyOf(next),
    attributes: [{ ...next.attributes[0], id: typeId("attribute", newId()) }],
  };
  await expect(
    shop.call(contract.previewProductType, { params, body: stranger as never }, owner),
  ).rejects.toMatchObject(refusal("unknown_attribute"));
  await expect(shop.call(contract.deleteProductType, { params }, owner)).rejects.toMatchObject(
    refusal("type_in_use"),
  );
  const unused = await createType("unused");
  await shop.call(contract.deleteProductType, { params: { id: unused.id } }, owner);
});

test("other rooms read and write values of many products by code", async () => {
  const type = await createType("rooms");
  const one = await createLamp("R1", type.id);
  const two = await createLamp("R2", type.id);
  const uuids = await shop.database.all<{ id: string }>(sql`
    select id from catalog.product where handle in (${one.handle}, ${two.handle}) order by handle`);
  const [first = "", second = ""] = uuids.map(({ id }) => id);
  const faults = await shop.edge().transaction((ctx) =>
    writeAttributes(ctx, [
      { productId: first, attributes: { "max-power": 40, note: null }, variants: [], merge: true },
      { productId: second, attributes: { socket: null }, variants: [], merge: true },
    ]),
  );
  expect([...faults]).toEqual([[second, [{ attribute: "socket", problem: "missing" }]]]);
  const held = await readAttributes(shop.edge().reading(), [first, second]);
  expect(held.get(first)?.product).toEqual({ socket: "e27", "max-power": 40 });
  expect(held.get(second)?.product).toMatchObject({ socket: "e27" });
  const shelf = await shop.database.all(sql`
    select distinct code, value from catalog.shelf_attribute where product_id = ${first} order by code`);
  expect(shelf).toEqual([
    { code: "dimmable", value: true },
    { code: "max-power", value: 40 },
    { code: "socket", value: "e27" },
  ]);
});
