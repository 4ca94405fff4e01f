import type { ShopView } from "@shopwright/server/contracts/settings";
import { notFound, Refusal } from "@shopwright/server/kernel/errors";
import type { ErrorKind } from "@shopwright/server/kernel/errors";
import type { CallInput, Endpoint, ReplyOf, Shop } from "@shopwright/server/kernel/endpoint";
import type { Locale } from "@shopwright/server/kernel/locale";
import type { PageRequest } from "@shopwright/server/kernel/page";
import { contentAnswers } from "./fixture-content.ts";
import { aCard, categories, product } from "./fixture-catalogue.ts";

export const shopInfo: ShopView = {
  name: "Tidewick",
  legalName: "Tidewick Werkstätten GmbH",
  address: {
    name: "Tidewick",
    line1: "Am Alten Kran 7",
    city: "Wiekhaven",
    postcode: "26979",
    country: "DE",
  },
  email: "hello@tidewick.example",
  phone: "+49 40 66969 120",
  vatId: "DE000000000",
  demo: true,
  guestsWelcome: true,
  baseLocale: "en",
  locales: ["en", "de"],
  markets: [
    {
      code: "eu",
      names: { en: "European Union", de: "Europäische Union" },
      currency: "EUR",
      countries: ["DE", "AT", "FR", "NL"],
      defaultCountry: "DE",
      taxIncluded: true,
      taxTreatment: "eu-vat",
    },
    {
      code: "us",
      names: { en: "United States", de: "Vereinigte Staaten" },
      currency: "USD",
      countries: ["US"],
      defaultCountry: "US",
      taxIncluded: false,
      taxTreatment: "us-sales-tax",
    },
  ],
  currencies: ["EUR", "USD"],
  paymentMethods: ["test-card", "cash-on-delivery", "bank-transfer"],
};

type Input = { params: Record<string, string>; query: Record<string, string>; body: unknown };
type Answers = Readonly<Record<string, (input: Input) => unknown>>;

const cards = Array.from({ length: 8 }, (_, index) => aCard(index));

/** What the catalogue answers; the listing facets are those of the fixture's one option. */
const catalogueAnswers: Answers = {
  getShop: () => shopInfo,
  listCategories: () => ({ categories }),
  listFindable: () => ({
    pages: 2,
    products: cards.map(({ handle }) => ({
      handle,
      changedAt: "2026-11-01T10:00:00.000Z",
      pictures: [`/media/${handle}-1200.webp`],
    })),
  }),
  // "sund" is a handle that the chair had before, "seats" a slug of its category.
  getProduct: ({ params }) =>
    ["sund-chair", "sund"].includes(params["handle"] ?? "") ? product : refuseWith(notFound),
  findCategoryAddress: ({ params }) =>
    params["slug"] === "seats" ? { code: "chairs" } : refuseWith(notFound),
  listProducts: ({ query }) => ({
    category: categories.find(({ code }) => code === query["category"]) ?? null,
    ancestors: query["category"] === "chairs" ? [categories[0]] : [],
    products: query["minPrice"] === "99999900" ? [] : cards,
    total: query["minPrice"] === "99999900" ? 0 : 8,
    next: null,
    facets: {
      options: [
        {
          code: "material",
          name: "Wood",
          values: [
            { code: "ash", label: "Ash", swatch: "#d9c7a3", count: 4 },
            { code: "oak", label: "Oak", swatch: "#b98d5a", count: 3 },
            { code: "walnut", label: "Walnut", swatch: "#6b4a32", count: 0 },
          ],
        },
      ],
      attributes: [
        {
          code: "socket",
          name: "Socket",
          kind: "choice",
          unit: null,
          values: [
            { code: "e27", label: "E27", swatch: null, count: 5 },
            { code: "e14", label: "E14", swatch: null, count: 2 },
          ],
          range: null,
        },
        {
          code: "dimmable",
          name: "Dimmable",
          kind: "boolean",
          unit: null,
          values: [
            { code: "yes", label: "", swatch: null, count: 6 },
            { code: "no", label: "", swatch: null, count: 1 },
          ],
          range: null,
        },
        {
          code: "max-power",
          name: "Power",
          kind: "number",
          unit: "W",
          values: [],
          range: { min: 4, max: 60.5 },
        },
      ],
      price: { min: { minor: "8900", currency: "EUR" }, max: { minor: "189000", currency: "EUR" } },
    },
    inStock: query["inStock"] === "true",
  }),
  searchProducts: ({ query }) => ({
    query: query["q"] ?? "",
    correctedTo: query["q"] === "chiar" ? "chair" : null,
    products: query["q"] === "zzz" ? [] : cards.slice(0, 3),
    categories: [],
    total: query["q"] === "zzz" ? 0 : 3,
    next: null,
  }),
  suggestProducts: ({ query }) => ({
    query: query["q"] ?? "",
    correctedTo: null,
    products: cards.slice(0, 2),
    categories: [],
  }),
  getAccount: () => ({ customer: null }),
  ...contentAnswers,
};

export function refuseWith(kind: ErrorKind, details: Refusal["details"] = {}): never {
  throw new Refusal(kind, details);
}

/** A shop that answers from fixtures, and from `answers` first. What nobody answers is a fault of the test. */
export function fixtureShop(answers: Answers = {}): Shop {
  return {
    call: async <E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ReplyOf<E>> => {
      const answer = answers[endpoint.id] ?? catalogueAnswers[endpoint.id];
      if (answer === undefined) throw new Error(`The fixture shop does not know ${endpoint.id}`);
      const given = { params: {}, query: {}, body: undefined, ...input } as Input;
      return answer(given) as ReplyOf<E>;
    },
  };
}

interface RequestFacts {
  readonly method?: "GET" | "POST";
  readonly form?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly preferredLocale?: Locale;
  readonly market?: string;
}

/** A request for a page, with a jar that remembers what was set. */
export function aRequest(
  path: string,
  facts: RequestFacts = {},
): PageRequest & { readonly jar: Map<string, string> } {
  const jar = new Map(Object.entries(facts.cookies ?? {}));
  return {
    method: facts.method ?? "GET",
    url: new URL(path, "https://shop.example"),
    form: new Map(Object.entries(facts.form ?? {}).map(([name, value]) => [name, [value]])),
    cookies: {
      get: (name) => jar.get(name),
      set: (name, value, { maxAge }) => void (maxAge > 0 ? jar.set(name, value) : jar.delete(name)),
    },
    preferredLocale: facts.preferredLocale ?? "en",
    marketCode: facts.market ?? null,
    requestId: "req-1",
    jar,
  };
}
