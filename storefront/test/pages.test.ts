import { tagsOfProduct } from "@shopwright/server/contracts/catalog";
import { badRequest, notFound } from "@shopwright/server/kernel/errors";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { ask } from "./ask.ts";
import { aCart } from "./fixture-cart.ts";
import { product } from "./fixture-catalogue.ts";
import { aDocument, anOrder, aParcel, aPayment } from "./fixture-order.ts";
import { aRequest, fixtureShop, refuseWith } from "./fixture-shop.ts";

const secret = "s".repeat(32);
const customer = { id: "customer_1", email: "mara@example.org", name: "Mara", locale: "en" };
const shop = fixtureShop({
  getCart: () => aCart(),
  getOrderByLink: () => anOrder(),
  readPayment: () => aPayment(),
  returnFromPayment: () => aPayment({ state: "checking" }),
  listOrderShipments: () => [aParcel],
  listOrderDocuments: () => [aDocument],
});
const account = fixtureShop({
  getAccount: () => ({ customer }),
  listAccountOrders: () => ({ orders: [anOrder()], next: null }),
  getOwnCredit: () => [
    {
      currency: "EUR",
      available: { minor: "2500", currency: "EUR" },
      held: { minor: "0", currency: "EUR" },
    },
  ],
  listAddresses: () => [
    { id: "address_1", address: anOrder().billingAddress, isDefault: true },
    { id: "address_2", address: anOrder().billingAddress, isDefault: false },
  ],
});
const withCart = { cookies: { cart: aCart().id } };

const afterRemoving = {
  cookies: {
    said: JSON.stringify({ kind: "removed", variantId: "v", quantity: 2, title: "Vase" }),
  },
};
const line = aCart().lines[0]?.id ?? "";
const earlier = { minor: "100", currency: "EUR" as const };
const changed = fixtureShop({
  getCart: () =>
    aCart({
      changes: [{ kind: "price_changed", line, before: earlier, now: earlier }],
      requirements: [
        { code: "out_of_stock", line, details: { available: 1 } },
        { code: "country_not_served", field: "shippingAddress.country", details: { market: "us" } },
        { code: "payment_not_chosen", field: "paymentMethod" },
      ],
    }),
});
const pending = () => anOrder({ status: "pending", paymentStatus: "unpaid" });
const nothingSent = { listOrderShipments: () => [], listOrderDocuments: () => [] };
const action = { type: "redirect" as const, url: "https://pay.example/1" };
const unpaid = fixtureShop({
  ...nothingSent,
  getOrderByLink: pending,
  readPayment: () => aPayment({ state: "waiting", action }),
});
const transfer = {
  accountHolder: "Tidewick Werkstätten GmbH",
  iban: "DE97999999990000012345",
  bic: "TIDEDEH1XXX",
  bank: "Sparkontor",
  amount: { minor: "50290", currency: "EUR" as const },
  reference: "SO-10042",
  payBy: "2026-12-02",
};
const byTransfer = fixtureShop({
  ...nothingSent,
  getOrderByLink: pending,
  readPayment: () => aPayment({ state: "waiting", transfer }),
});

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // The renderer closes void elements, which HTML allows.
    "void-style": ["error", { style: "selfclose" }],
    // Several boxes of one option share a name: that is how a form sends a list.
    "form-dup-name": ["error", { shared: ["radio", "submit", "checkbox"] }],
    // Colours of swatches are the catalogue's data.
    "no-inline-style": "off",
    // Titles are the merchant's to shorten.
    "long-title": "off",
    // Only without a script, and said on the page; the alternative is a page that never moves.
    "meta-refresh": "off",
    // How a number is written is the merchant's, too.
    "tel-non-breaking": "off",
  },
});

async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} ${line}:${column}`),
  );
}

async function tagsByPath(paths: readonly string[]) {
  const replies = await Promise.all(paths.map((path) => ask(aRequest(path, withCart), shop)));
  return replies.map(({ tags }, index) => [paths[index], tags] as const);
}

const everyPage = [
  ["/", shop, {}],
  ["/category/chairs?o.material=oak", shop, {}],
  ["/category/chairs?min=999999", shop, {}],
  ["/de/category/stuehle", shop, {}],
  ["/search?q=chiar", shop, {}],
  ["/search?q=zzz", shop, {}],
  ["/products/sund-chair?material=oak", shop, {}],
  ["/pages/about", shop, {}],
  ["/de/pages/impressum", shop, {}],
  ["/nowhere/lost-chair", shop, {}],
  ["/basket", shop, {}],
  ["/basket", shop, withCart],
  ["/basket", shop, afterRemoving],
  ["/basket", changed, withCart],
  ["/checkout?check=1", changed, withCart],
  [`/order/${secret}`, unpaid, {}],
  [`/order/${secret}`, byTransfer, {}],
  ["/checkout", shop, withCart],
  [`/order/${secret}`, shop, {}],
  [`/order/${secret}/payment`, shop, {}],
  ["/account", account, {}],
  ["/account/addresses/new", account, {}],
  ["/account/sign-in?return=/checkout", shop, {}],
  ["/account/sign-up", shop, {}],
  ["/account/verify?token=abc", shop, {}],
  ["/account/forgot", shop, {}],
] as const;

describe("every page", () => {
  it.each(everyPage)("%s is valid HTML, in both languages", async (path, from, facts) => {
    const paths = path.startsWith("/de") ? [path] : [path, `/de${path}`];
    const problems = await Promise.all(
      paths.map(async (each) => {
        const reply = await ask(aRequest(each, facts), from);
        // Addresses with words in them lead to those of the other language, which stand in the list too.
        if (reply.location !== undefined) return [];
        return reply.body.startsWith("<!DOCTYPE html>") ? htmlProblems(reply.body) : ["no page"];
      }),
    );
    expect(problems.flat()).toEqual([]);
  });

  it("fails the check when its HTML is wrong", async () => {
    const { body } = await ask(aRequest("/"), shop);
    const broken = body.replace("<main", '<img src="/x.webp"/><main');
    expect(await htmlProblems(broken)).not.toEqual([]);
  });
});

it("keeps pages that are the same for everyone, under the tags of what they show", async () => {
  const { tags } = await ask(aRequest("/products/sund-chair"), shop);
  expect(tags).toEqual(
    expect.arrayContaining([...tagsOfProduct(product), "settings", "menu:main"]),
  );
  const paths = ["/", "/category/chairs", "/search?q=chair", "/pages/about", "/robots.txt"];
  expect((await tagsByPath(paths)).filter(([, kept]) => kept === null)).toEqual([]);
});

it("never keeps what is the shopper's own", async () => {
  const paths = ["/basket", "/basket/state", "/checkout", `/order/${secret}`];
  expect((await tagsByPath(paths)).filter(([, kept]) => kept !== null)).toEqual([]);
  expect((await ask(aRequest("/account"), account)).tags).toBeNull();
  expect((await ask(aRequest("/", withCart), shop)).body).not.toContain(aCart().id);
});

it("tells search engines which page is which, in both languages", async () => {
  const { body } = await ask(aRequest("/de/category/stuehle"), shop);
  expect(body).toContain('<link rel="canonical" href="https://shop.example/de/category/stuehle"/>');
  expect(body).toContain('hreflang="en" href="https://shop.example/category/chairs"');
  const filtered = await ask(aRequest("/category/chairs?o.material=oak"), shop);
  expect(filtered.body).toContain('<meta name="robots" content="noindex"/>');
});

it("leads from the other language's address to this one's", async () => {
  const moved = await ask(aRequest("/category/stuehle?sort=name"), shop);
  expect([moved.status, moved.location]).toEqual([301, "/category/chairs?sort=name"]);
});

it("describes the product for machines, with each variant's price as a decimal", async () => {
  const { body } = await ask(aRequest("/products/sund-chair"), shop);
  const found = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  const data = found.map(([, json = ""]) => JSON.parse(json) as Record<string, unknown>);
  expect(data.map((each) => each["@type"])).toEqual(["BreadcrumbList", "Product"]);
  expect(data[1]?.["offers"]).toMatchObject([
    { price: "249.00", priceCurrency: "EUR", availability: "https://schema.org/InStock" },
    { price: "269.00", availability: "https://schema.org/BackOrder" },
    { price: "319.00", availability: "https://schema.org/OutOfStock" },
  ]);
});

it("shows markup in anyone's text as text", async () => {
  const evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
  const named = {
    ...product,
    title: evil,
    seoTitle: evil,
    description: evil,
    seoDescription: evil,
  };
  const { body } = await ask(
    aRequest("/products/sund-chair"),
    fixtureShop({ getProduct: () => named }),
  );
  expect(body).not.toContain("<script>alert");
  expect(body).not.toContain("<img src=x");
  const found = await ask(aRequest(`/search?q=${encodeURIComponent(evil)}`), shop);
  expect(found.body).not.toContain("<script>alert");
});

it("answers 404 where an address has not the form of one that we give, and 400 for a form that is wrong", async () => {
  const malformed = (path: string) => () =>
    refuseWith(badRequest, { problems: [{ path, code: "invalid_format" }] });
  const address = fixtureShop({ getOrderByLink: malformed("path.secret") });
  expect((await ask(aRequest("/order/x"), address)).status).toBe(404);
  const query = fixtureShop({ getOrderByLink: malformed("query.page") });
  expect((await ask(aRequest("/order/x"), query)).status).toBe(400);
});

it("answers 404 with a search for the last word, and 500 without asking the shop again", async () => {
  const gone = fixtureShop({ getProduct: () => refuseWith(notFound) });
  const missing = await ask(aRequest("/products/old-lind-chair"), gone);
  expect(missing.status).toBe(404);
  expect(missing.body).toContain('value="old lind chair"');
  const broken = fixtureShop({
    getShop: () => {
      throw new Error("the database is away");
    },
  });
  const nowhere = await ask(aRequest("/nowhere"), broken);
  expect(nowhere.status).toBe(500);
  const fault = await ask(aRequest("/"), broken);
  expect(fault.status).toBe(500);
  expect(fault.tags).toBeNull();
  expect(fault.body).toContain("req-1");
  expect(fault.body).not.toContain("database");
});

it("says what a product is by its attributes, each kind in its way and nothing as HTML", async () => {
  const { body } = await ask(aRequest("/de/products/sund-chair?material=oak"), shop);
  const page = String(body);
  for (const said of [
    "45,5\u00a0cm",
    "<dd>Ja</dd>",
    "29. Februar 2020",
    "Split &lt;b>ash&lt;/b>.",
    "<li>light</li>",
    "Sund.pdf (120 kB)",
    'href="/de/products/holm-table"',
    "Tone of Oak",
  ]) {
    expect(page).toContain(said);
  }
});

it("sends on for good whoever comes by an address that was", async () => {
  const moved = await ask(aRequest("/de/products/sund?material=oak"), shop);
  expect([moved.status, moved.location]).toEqual([301, "/de/products/sund-chair?material=oak"]);
  const category = await ask(aRequest("/category/seats?sort=price"), shop);
  expect([category.status, category.location]).toEqual([301, "/category/chairs?sort=price"]);
  expect((await ask(aRequest("/category/never"), shop)).status).toBe(404);
});

it("offers attributes as filters, and keeps what is chosen", async () => {
  const path = "/category/chairs?a.socket=e27&a.lost=x&n.max-power.from=8.5";
  const page = String((await ask(aRequest(path), shop)).body);
  expect(page).toMatch(/id="a-socket-e27"[^>]*checked/);
  expect(page).toMatch(/name="n.max-power.from"[^>]*value="8.5"/);
  expect(page).toMatch(/type="hidden" name="a.lost" value="x"/);
  expect(page).toContain("Power: from 8.5 W");
});

it("says prices with tax and net, and in the market's own way", async () => {
  const { body } = await ask(aRequest("/de/products/sund-chair"), shop);
  expect(body).toContain("249,00\u00a0€");
  expect(body).toContain("inkl. 19 % MwSt.");
  expect(body).toContain("netto 209,24\u00a0€");
});

it("offers the browser's language without sending anyone there", async () => {
  const page = await ask(aRequest("/pages/about", { preferredLocale: "de" }), shop);
  expect(page.status).toBe(200);
  expect(page.body).toContain('href="/de/pages/ueber-uns" lang="de"');
});

it("lists every findable page in the sitemaps that its index names, with languages and pictures", async () => {
  const index = await ask(aRequest("/sitemap.xml"), shop);
  expect(index.contentType).toContain("xml");
  const files = [...index.body.matchAll(/<loc>https:\/\/shop.example(.*?)<\/loc>/g)].map(
    ([, path = ""]) => path,
  );
  expect(files).toEqual([
    "/sitemap/pages.xml",
    "/sitemap/products/1.xml",
    "/sitemap/products/2.xml",
  ]);
  const all = await Promise.all(files.map((file) => ask(aRequest(file), shop)));
  const body = all.map((each) => each.body).join("");
  for (const path of ["/", "/de/category/stuehle", "/products/boje-armchair-1", "/pages/terms"]) {
    expect(body).toContain(`<loc>https://shop.example${path}</loc>`);
  }
  expect(body).toContain('hreflang="de" href="https://shop.example/de/products/boje-armchair-1"');
  expect(body).toContain(
    "<image:loc>https://shop.example/media/boje-armchair-1-1200.webp</image:loc>",
  );
  for (const path of ["/sitemap/products/3.xml", "/sitemap/products/x.xml"])
    expect((await ask(aRequest(path), shop)).status).toBe(404);
});

it("asks to sign in, and comes back afterwards", async () => {
  const reply = await ask(aRequest("/de/account"), shop);
  expect(reply.location).toBe("/de/account/sign-in?return=%2Fde%2Faccount");
  const form = { email: "a@example.org", password: "x", return: "https://evil.example/" };
  const signedIn = fixtureShop({
    customerSignIn: () => customer,
    getAccountCart: () => ({ cart: null }),
  });
  const posted = await ask(aRequest("/account/sign-in", { method: "POST", form }), signedIn);
  const arrived = await ask(aRequest(posted.location ?? ""), signedIn);
  expect(arrived.location).toBe("/account");
});

it("gives an order's state in words, with what there is to do", async () => {
  const failed = fixtureShop({
    getOrderByLink: () => anOrder({ status: "pending", paymentStatus: "unpaid" }),
    readPayment: () => aPayment({ state: "failed", failure: "card_declined" }),
    listOrderShipments: () => [],
    listOrderDocuments: () => [],
  });
  const asked = await ask(aRequest(`/order/${secret}`), failed);
  expect(asked.body).toContain("Your bank declined it.");
  expect(asked.body).toContain(`action="/order/${secret}/pay"`);
  const fine = await ask(aRequest(`/order/${secret}`), shop);
  expect(fine.body).not.toContain(`action="/order/${secret}/pay"`);
  expect(fine.body).toContain("00340434161094042557");
  expect(fine.body).toContain(`/api/store/orders/by-link/${secret}/documents/${aDocument.id}/pdf`);
});
