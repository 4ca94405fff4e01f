import type { FileReply } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { read, type Route } from "../../platform/route.ts";
import { findOrderByLink } from "../orders/index.ts";
import * as contract from "./contract.ts";
import { documentPdf } from "./pdf/document-pdf.ts";
import { documentContent, documentsOf, pageOfDocuments } from "./queries.ts";

export const routes: Route[] = [
  read(contract.listDocuments, (ctx, { query }) => pageOfDocuments(ctx, query)),
  read(contract.readDocumentPdf, (ctx, { params }) => documentFile(ctx, params.id, null)),
  read(contract.listOrderDocuments, (ctx, { params }) => ownDocuments(ctx, params.secret)),
  read(contract.readOrderDocumentPdf, async (ctx, { params }) =>
    documentFile(ctx, params.id, await orderOfLink(ctx, params.secret)),
  ),
];

async function documentFile(ctx: Context, id: Uuid, orderId: Uuid | null): Promise<FileReply> {
  const content = await documentContent(ctx, id, orderId);
  const bytes = await documentPdf(content);
  return { contentType: "application/pdf", fileName: `${content.label}.pdf`, bytes, inline: true };
}

async function orderOfLink(ctx: Context, secret: string): Promise<Uuid> {
  const order = (await findOrderByLink(ctx, secret)) ?? refuse(notFound);
  return order.id;
}

async function ownDocuments(ctx: Context, secret: string): Promise<contract.OwnDocumentView[]> {
  const documents = await documentsOf(ctx, await orderOfLink(ctx, secret));
  return documents.map(({ id, kind, label, gross, issuedOn }) => ({
    id,
    kind,
    label,
    gross,
    issuedOn,
  }));
}
