import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { FileReply } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { enqueue, job, type JobKind } from "../../platform/jobs.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import { codeKey } from "./code-key.ts";
import type { BatchView, CouponView } from "./contract.ts";
import { codeTaken } from "./errors.ts";

interface CouponRow {
  id: Uuid;
  code: string;
  batch_id: Uuid | null;
  max_uses: number | null;
  used: bigint;
  blocked: boolean;
  created_at: Date;
}

const couponColumns: Sql = sql`
  c.id, c.code, c.batch_id, c.max_uses, c.blocked, c.created_at,
  (select count(*) from promotions.redemption r where r.coupon_id = c.id and r.given_back_at is null) as used`;

function couponViewOf(row: CouponRow): CouponView {
  return {
    id: typeId("coupon", row.id),
    code: row.code,
    batchId: row.batch_id === null ? null : typeId("coupon_batch", row.batch_id),
    maxUses: row.max_uses,
    uses: Number(row.used),
    blocked: row.blocked,
    createdAt: row.created_at.toISOString(),
  };
}

export async function listCoupons(
  ctx: Context,
  promotionId: Uuid,
  { search, after, limit }: { search: string; after?: Uuid | undefined; limit: number },
): Promise<{ items: CouponView[]; next: string | null }> {
  await requirePromotion(ctx, promotionId);
  const where: Sql[] = [sql`c.promotion_id = ${promotionId}`];
  const beginning = codeKey(search);
  if (beginning !== "") where.push(sql`starts_with(c.code_key, ${beginning})`);
  if (after !== undefined) where.push(sql`c.id < ${after}`);
  const rows = await ctx.db.all<CouponRow>(sql`
    select ${couponColumns} from promotions.coupon c
    where ${joinSql(where, "and")} order by c.id desc limit ${limit + 1}`);
  const items = rows.slice(0, limit).map(couponViewOf);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export async function createCoupon(
  ctx: Context,
  promotionId: Uuid,
  { code, maxUses }: { code: string; maxUses: number | null },
): Promise<CouponView> {
  await requirePromotion(ctx, promotionId);
  const row = await ctx.db.maybe<CouponRow>(sql`
    insert into promotions.coupon as c (id, promotion_id, code, code_key, max_uses, created_at)
    values (${newId()}, ${promotionId}, ${code}, ${codeKey(code)}, ${maxUses}, ${ctx.now})
    on conflict (code_key) do nothing
    returning ${couponColumns}`);
  if (row === null) refuse(codeTaken, { code });
  const details = { code, maxUses, promotion: typeId("promotion", promotionId) };
  await recordAudit(ctx, "coupon.created", typeId("coupon", row.id), details);
  return couponViewOf(row);
}

export async function blockCoupon(ctx: Context, id: Uuid, blocked: boolean): Promise<CouponView> {
  const row = await ctx.db.maybe<CouponRow>(sql`
    update promotions.coupon c set blocked = ${blocked} where c.id = ${id} returning ${couponColumns}`);
  if (row === null) refuse(notFound);
  const deed = blocked ? "coupon.blocked" : "coupon.released";
  await recordAudit(ctx, deed, typeId("coupon", id), { code: row.code });
  return couponViewOf(row);
}

async function requirePromotion(ctx: Context, id: Uuid): Promise<void> {
  const found = await ctx.db.maybe(sql`select id from promotions.promotion where id = ${id}`);
  if (found === null) refuse(notFound);
}

// ---- Batches ----

interface BatchRow {
  id: Uuid;
  prefix: string;
  wanted: number;
  made: number;
  max_uses: number | null;
  created_by: string;
  created_at: Date;
}

function batchViewOf(row: BatchRow): BatchView {
  return {
    id: typeId("coupon_batch", row.id),
    prefix: row.prefix,
    wanted: row.wanted,
    made: row.made,
    maxUses: row.max_uses,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
  };
}

export async function listBatches(
  ctx: Context,
  promotionId: Uuid,
): Promise<{ items: BatchView[] }> {
  await requirePromotion(ctx, promotionId);
  const rows = await ctx.db.all<BatchRow>(sql`
    select * from promotions.batch where promotion_id = ${promotionId} order by created_at desc, id limit 100`);
  return { items: rows.map(batchViewOf) };
}

/** Asks for codes; the job below makes them. */
export async function createBatch(
  ctx: Context,
  promotionId: Uuid,
  { count, prefix, maxUses }: { count: number; prefix: string; maxUses: number | null },
): Promise<BatchView> {
  await requirePromotion(ctx, promotionId);
  const row = await ctx.db.one<BatchRow>(sql`
    insert into promotions.batch (id, promotion_id, prefix, wanted, max_uses, created_by, created_at)
    values (${newId()}, ${promotionId}, ${prefix}, ${count}, ${maxUses}, ${actorOf(ctx)}, ${ctx.now})
    returning *`);
  enqueue(ctx, makeCodes, { batchId: row.id });
  const details = { prefix, count, maxUses, promotion: typeId("promotion", promotionId) };
  await recordAudit(ctx, "coupons.made", typeId("coupon_batch", row.id), details);
  return batchViewOf(row);
}

/** One go: short enough that a crash repeats little, and that progress is seen. */
const atOnce = 5_000;

/**
 * Makes the next codes of a batch and asks for itself again until all are there. What a go makes and how far it
 * came commit together, so a crash loses nothing and doubles nothing.
 */
export const makeCodes: JobKind<never> = job({
  name: "promotions.make-codes",
  payload: z.object({ batchId: z.uuid() }),
  run: async (ctx, { batchId }) => {
    const batch = await ctx.db.maybe<{ prefix: string; wanted: number; made: number }>(sql`
      select prefix, wanted, made from promotions.batch where id = ${batchId} for update`);
    if (batch === null || batch.made >= batch.wanted) return;
    const count = Math.min(atOnce, batch.wanted - batch.made);
    const codes = Array.from({ length: count }, () => `${batch.prefix}${randomCode()}`);
    const { made } = await ctx.db.one<{ made: number }>(sql`
      with fresh as (
        insert into promotions.coupon (id, promotion_id, batch_id, code, code_key, max_uses, created_at)
        select n.id, b.promotion_id, b.id, n.code, n.code, b.max_uses, ${ctx.now}
        from unnest(${codes.map(() => newId())}::uuid[], ${codes}::text[]) as n (id, code)
        join promotions.batch b on b.id = ${batchId}
        on conflict (code_key) do nothing returning id
      )
      update promotions.batch set made = made + (select count(*) from fresh)
      where id = ${batchId} returning made`);
    if (made < batch.wanted) enqueue(ctx, makeCodes, { batchId });
  },
});

export const jobs: JobKind<never>[] = [makeCodes];

/** Letters and digits that nobody mistakes for one another: no I, L, O, U, 0 and 1. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Ten of thirty signs: 5.9 × 10¹⁴ codes. With 100,000 of them valid and five guesses a minute, a guesser finds
 * one in about two thousand years.
 */
function randomCode(): string {
  let code = "";
  while (code.length < 10) {
    // 240 = 8 × 30: what is beyond would make the first signs more frequent.
    for (const byte of randomBytes(16)) {
      if (byte < 240 && code.length < 10) code += alphabet[byte % 30];
    }
  }
  return code;
}

/** A batch as CSV: a hundred thousand codes are three megabytes. */
export async function exportBatch(ctx: Context, id: Uuid): Promise<FileReply> {
  const batch = await ctx.db.maybe<{ prefix: string }>(sql`
    select prefix from promotions.batch where id = ${id}`);
  if (batch === null) refuse(notFound);
  const rows = await ctx.db.all<CouponRow>(sql`
    select ${couponColumns} from promotions.coupon c where c.batch_id = ${id} order by c.id`);
  const lines = rows.map(({ code, used, max_uses, blocked }) =>
    [code, used, max_uses ?? "", blocked ? "blocked" : ""].join(","),
  );
  const head = "code,uses,max_uses,state";
  return {
    contentType: "text/csv; charset=utf-8",
    fileName: `codes-${typeId("coupon_batch", id).slice(-8)}.csv`,
    bytes: Buffer.from([head, ...lines, ""].join("\r\n")),
    inline: false,
  };
}
