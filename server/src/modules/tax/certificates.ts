import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { getCustomer } from "../customers/index.ts";
import { getSettings, shopToday } from "../settings/index.ts";
import { isInForce } from "./certificate.ts";
import type {
  addCertificate as adding,
  CertificateView,
  CustomerTaxView,
  withdrawCertificate as withdrawing,
} from "./contract.ts";
import { type KnownVatId, vatIdViewOf } from "./known-vat-id.ts";

interface CertificateRow {
  readonly id: Uuid;
  readonly number: string;
  readonly places: string[];
  readonly expiresOn: BusinessDate;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** A customer's VAT ids and certificates, at most a hundred of each. */
export async function customerTax(ctx: Context, customerId: Uuid): Promise<CustomerTaxView> {
  await getCustomer(ctx, customerId);
  const { vatIdDays } = await getSettings(ctx, "tax");
  const vatIds = await ctx.db.all<KnownVatId & { used: string }>(sql`
    select u.vat_id as used, k.vat_id as "vatId", k.state, coalesce(k.name, '') as name,
           k.consultation_number as "consultationNumber", k.checked_at::text as "checkedAt",
           k.asked_at::text as "askedAt"
    from tax.customer_vat_id u left join tax.vat_id k using (vat_id)
    where u.customer_id = ${customerId} order by u.used_at desc limit 100`);
  const certificates = await ctx.db.all<CertificateRow>(sql`
    select id, number, places, expires_on as "expiresOn", added_by as "addedBy", added_at as "addedAt",
           withdrawn_at as "withdrawnAt"
    from tax.exemption_certificate
    where customer_id = ${customerId} order by added_at desc, id desc limit 100`);
  const today = await shopToday(ctx);
  return {
    vatIds: vatIds.map(({ used, ...known }) =>
      vatIdViewOf(used, known.state === null ? null : known, { now: ctx.now, days: vatIdDays }),
    ),
    certificates: certificates.map((row) => certificateViewOf(row, today)),
  };
}

function certificateViewOf(row: CertificateRow, today: BusinessDate): CertificateView {
  const { id, withdrawnAt, addedAt, ...facts } = row;
  const current = isInForce(row, today) ? "in_force" : "expired";
  return {
    ...facts,
    id: typeId("certificate", id),
    state: withdrawnAt === null ? current : "withdrawn",
    addedAt: addedAt.toISOString(),
  };
}

export async function addCertificate(
  ctx: Context,
  { params: { customerId }, body }: InputOf<typeof adding>,
): Promise<CustomerTaxView> {
  await getCustomer(ctx, customerId);
  await ctx.db.run(sql`
    insert into tax.exemption_certificate
      (id, customer_id, number, places, expires_on, added_by, added_at)
    values (${newId()}, ${customerId}, ${body.number}, ${body.places}::text[], ${body.expiresOn},
            ${actorOf(ctx)}, ${ctx.now})`);
  await recordAudit(ctx, "certificate.added", `customer:${customerId}`, body);
  return customerTax(ctx, customerId);
}

/** Once; withdrawing again changes nothing. */
export async function withdrawCertificate(
  ctx: Context,
  { params: { certificateId } }: InputOf<typeof withdrawing>,
): Promise<CustomerTaxView> {
  const row = await ctx.db.maybe<{ customerId: Uuid; number: string; fresh: boolean }>(sql`
    with before as (
      select id, withdrawn_at is null as fresh from tax.exemption_certificate
      where id = ${certificateId} for update
    )
    update tax.exemption_certificate c
    set withdrawn_at = coalesce(c.withdrawn_at, ${ctx.now}),
        withdrawn_by = coalesce(c.withdrawn_by, ${actorOf(ctx)})
    from before where c.id = before.id
    returning c.customer_id as "customerId", c.number, before.fresh`);
  const { customerId, number, fresh } = row ?? refuse(notFound);
  if (fresh) await recordAudit(ctx, "certificate.withdrawn", `customer:${customerId}`, { number });
  return customerTax(ctx, customerId);
}
