import { describe, expect, it } from "vitest";
import type { DocumentContent, DocumentLine } from "../document.ts";
import { reduction } from "./columns.ts";
import { documentPdf } from "./document-pdf.ts";
import { documentWords } from "./words.ts";

function aLine(position: number): DocumentLine {
  return {
    kind: "item",
    orderLineId: `line ${position}`,
    sku: `SUND-${position}`,
    title: position % 5 === 0 ? "Ein sehr langer Name ".repeat(8) : "Стул Sund",
    options: "Eiche",
    quantity: 1,
    unitPriceMinor: "11900",
    netMinor: "10000",
    taxMinor: "1900",
    taxRate: "19",
    taxJurisdiction: "DE",
    taxReason: "eu-vat",
  };
}

function aContent(lines: number, facts: Partial<DocumentContent> = {}): DocumentContent {
  const net = String(10_000 * lines);
  const tax = String(1900 * lines);
  const address = { name: "Ada", line1: "Weg 1", city: "Berlin", postcode: "10119", country: "DE" };
  return {
    kind: "invoice",
    label: "INV-2026-000042",
    locale: "de",
    issuedOn: "2026-11-22",
    orderNumber: "SO-10042",
    orderedOn: "2026-11-20",
    seller: {
      name: "Tidewick",
      legalName: "Tidewick GmbH",
      address,
      vatId: "DE1",
      email: "a@b.example",
      phone: "",
    },
    buyer: address,
    shipTo: null,
    currency: "EUR",
    taxIncluded: true,
    lines: Array.from({ length: lines }, (_, index) => aLine(index + 1)),
    taxes: [{ rate: "19", jurisdiction: "DE", reason: "eu-vat", netMinor: net, taxMinor: tax }],
    netMinor: net,
    taxMinor: tax,
    grossMinor: String(11_900 * lines),
    paymentMethod: "test-card",
    corrects: null,
    reason: "",
    ...facts,
  };
}

/** What can be read of a PDF without unpacking its streams. */
const asText = async (content: DocumentContent) =>
  Buffer.from(await documentPdf(content)).toString("latin1");

const pagesOf = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)?.length;

describe("a document as PDF", () => {
  it("is the same bytes each time it is drawn", async () => {
    const content = aContent(3);
    const [first, second] = [await documentPdf(content), await documentPdf(content)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const other = await documentPdf({ ...content, label: "INV-2026-000043" });
    expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
  });

  it("goes on over as many pages as its lines need", async () => {
    expect(pagesOf(await asText(aContent(1)))).toBe(1);
    expect(pagesOf(await asText(aContent(60)))).toBeGreaterThanOrEqual(3);
  });

  it("is A4, and Letter for buyers in America", async () => {
    const american = { ...aContent(1).buyer, country: "US", region: "NY" };
    expect(await asText(aContent(1))).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(await asText(aContent(1, { buyer: american }))).toContain("/MediaBox [0 0 612 792]");
  });

  it("carries its font with the letters that it uses", async () => {
    const pdf = await asText(aContent(1));
    expect(pdf).toMatch(/\/FontName \/[A-Z]+\+IBMPlexSans/);
    expect(pdf).not.toContain("/BaseFont /Helvetica");
  });

  it("says what took how much off a line, and of money that goes back only what it was", () => {
    const amount = (minor: string | bigint) => `${minor} cents`;
    const line = { ...aLine(1), quantity: 3, discounts: ["Sale", "Welcome"] };
    const said = (of: DocumentLine, kind: DocumentContent["kind"]) =>
      reduction(of, { content: aContent(1, { kind }), amount }, 30_000n);
    expect(said(line, "invoice")).toBe("Sale, Welcome: −5700 cents");
    expect(said(line, "credit_note")).toBe("Sale, Welcome");
    expect(said(aLine(1), "invoice")).toBe("");
  });

  it.each(["en", "de"] as const)("knows in %s what the law wants said without tax", (locale) => {
    const said = documentWords(locale);
    expect(said.taxNote("export")).toMatch(/export|Ausfuhr/);
    expect(said.taxNote("no-tax-here")).not.toBe("");
    expect(said.taxNote("eu-vat")).toBe("");
    expect(said.taxName("US-NY", "us-sales-tax")).toBe(
      locale === "en" ? "Sales tax NY" : "Sales Tax NY",
    );
  });
});
