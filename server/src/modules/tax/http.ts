import { phased, read, type Route, write } from "../../platform/route.ts";
import { addCertificate, customerTax, withdrawCertificate } from "./certificates.ts";
import * as contract from "./contract.ts";
import { checkNow, readVatId } from "./vat-id-answers.ts";

export const routes: Route[] = [
  read(contract.getVatId, (ctx, { query }) => readVatId(ctx, query.vatId)),
  phased(contract.checkVatIdNow, (edge, { body }) => checkNow(edge, body.vatId)),
  read(contract.getCustomerTax, (ctx, { params }) => customerTax(ctx, params.customerId)),
  write(contract.addCertificate, addCertificate),
  write(contract.withdrawCertificate, withdrawCertificate),
];
