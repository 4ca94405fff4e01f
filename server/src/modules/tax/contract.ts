import { z } from "zod";
import { isCountry } from "../../kernel/country.ts";
import { endpoint } from "../../kernel/endpoint.ts";
import { badRequest, errorKind, notFound } from "../../kernel/errors.ts";
import { isUsState } from "../../kernel/us-state.ts";
import { idSchema, idView, text } from "../../kernel/wire.ts";

export { taxReasons } from "./reasons.ts";
export type { TaxReason } from "./reasons.ts";

/**
 * malformed: it cannot be one; unchecked: nobody was asked, or too long ago; unavailable: the register gave no
 * answer, so tax is charged and it is asked again.
 */
export const vatIdStates = ["malformed", "unchecked", "valid", "invalid", "unavailable"] as const;
export type VatIdState = (typeof vatIdStates)[number];

export const vatIdMalformed = errorKind("vat_id_malformed", 409, "This cannot be a VAT id");

/** What an order keeps of why it was taxed as it was. */
export const taxEvidenceView = z.object({
  vatId: z
    .object({
      vatId: z.string(),
      /** As it stood when the order was placed. */
      state: z.enum(vatIdStates),
      name: z.string(),
      consultationNumber: z.string().nullable(),
      checkedAt: z.iso.datetime({ offset: true }).nullable(),
    })
    .nullable(),
  /** The certificate that freed the order. */
  certificate: z.object({ number: z.string(), expiresOn: z.iso.date() }).nullable(),
});

export const vatIdView = z.object({
  vatId: z.string(),
  state: z.enum(vatIdStates),
  /** As the register has it; empty where it does not tell. */
  name: z.string(),
  consultationNumber: z.string().nullable(),
  /** When the register last said yes or no. */
  checkedAt: z.iso.datetime().nullable(),
  askedAt: z.iso.datetime().nullable(),
});
export type VatIdView = z.output<typeof vatIdView>;

const vatIdText = z.string().trim().min(1).max(30);

export const getVatId = endpoint({
  id: "getVatId",
  method: "GET",
  path: "/api/admin/vat-ids",
  summary: "What is known of a VAT id",
  allow: "orders:read",
  query: z.object({ vatId: vatIdText }),
  reply: vatIdView,
  errors: [badRequest, vatIdMalformed],
});

export const checkVatIdNow = endpoint({
  id: "checkVatIdNow",
  method: "POST",
  path: "/api/admin/vat-ids/check",
  summary: "Asks the register about a VAT id now and keeps its answer; orders keep what they had",
  allow: "orders:write",
  body: z.object({ vatId: vatIdText }),
  reply: vatIdView,
  errors: [badRequest, vatIdMalformed],
  perMinute: 60,
});

// ---- Certificates of exemption ----

/** "GB", or "US-NY" where a state decides. */
const place = z
  .string()
  .refine(
    (code) =>
      code.startsWith("US-") ? isUsState(code.slice(3)) : code !== "US" && isCountry(code),
    { error: "Unknown place" },
  );

const certificateFields = {
  /** As printed on it; named on invoices. */
  number: text(60),
  /** Where it holds. */
  places: z
    .array(place)
    .min(1)
    .max(80)
    .refine((list) => new Set(list).size === list.length, { error: "A place is named twice" }),
  /** The last day it holds. */
  expiresOn: z.iso.date(),
};

export const certificateView = z.object({
  id: idView("certificate"),
  number: z.string(),
  places: z.array(z.string()),
  expiresOn: z.iso.date(),
  state: z.enum(["in_force", "expired", "withdrawn"]),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});
export type CertificateView = z.output<typeof certificateView>;

export const customerTaxView = z.object({
  /** VAT ids this customer ordered with, the latest first. */
  vatIds: z.array(vatIdView),
  /** The latest first; withdrawn ones too, because orders name them. */
  certificates: z.array(certificateView),
});
export type CustomerTaxView = z.output<typeof customerTaxView>;

const customerParams = z.object({ customerId: idSchema("customer") });

export const getCustomerTax = endpoint({
  id: "getCustomerTax",
  method: "GET",
  path: "/api/admin/customers/:customerId/tax",
  summary: "A customer's VAT ids and certificates of exemption",
  allow: "customers:read",
  params: customerParams,
  reply: customerTaxView,
  errors: [notFound],
});

export const addCertificate = endpoint({
  id: "addCertificate",
  method: "POST",
  path: "/api/admin/customers/:customerId/certificates",
  summary: "Notes a customer's certificate of exemption; their next baskets there bear no tax",
  allow: "customers:write",
  params: customerParams,
  body: z.object(certificateFields),
  reply: customerTaxView,
  errors: [badRequest, notFound],
});

export const withdrawCertificate = endpoint({
  id: "withdrawCertificate",
  method: "DELETE",
  path: "/api/admin/certificates/:certificateId",
  summary: "Ends a certificate at once; orders placed with it stay as they are",
  allow: "customers:write",
  params: z.object({ certificateId: idSchema("certificate") }),
  reply: customerTaxView,
  errors: [notFound],
});
