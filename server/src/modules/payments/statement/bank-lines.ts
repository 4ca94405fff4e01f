import { asCurrency } from "../../../kernel/currency.ts";
import type { InputOf, ReplyOf } from "../../../kernel/endpoint.ts";
import { notFound, refuse } from "../../../kernel/errors.ts";
import { money, toWire } from "../../../kernel/money.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { type Sql, sql } from "../../../platform/sql.ts";
import {
  type assignBankLine,
  bankLineSettled,
  type BankLineView,
  type ignoreBankLine,
  type listBankLines,
  notPayable,
} from "../contract.ts";
import { markPaid } from "../mark-paid.ts";
import type { BankLineProblem } from "./match-line.ts";
import { matchLine } from "./match-line.ts";
import { payableOrders } from "./payable-orders.ts";

interface LineRow {
  id: string;
  booked_on: string;
  amount_minor: bigint;
  currency: string;
  reference: string;
  payer: string;
  state: BankLineView["state"];
  problem: BankLineProblem | null;
  order_id: string | null;
  order_number: string | null;
  order_due: bigint | null;
}

function linesWhere(ctx: Context, condition: Sql): Promise<LineRow[]> {
  return ctx.db.all<LineRow>(sql`
    select l.id, l.booked_on, l.amount_minor, l.currency, l.reference, l.payer, l.state, l.problem,
           l.order_id, o.number as order_number,
           case o.status when 'cancelled' then 0 else o.total_minor - o.cancelled_minor end - o.captured_minor as order_due
    from payments.bank_line l left join orders.order o on o.id = l.order_id ${condition}`);
}

/** Imported lines, newest import first. */
export async function answerBankLines(
  ctx: Context,
  { query: { state, after, limit } }: InputOf<typeof listBankLines>,
): Promise<ReplyOf<typeof listBankLines>> {
  const rows = await linesWhere(
    ctx,
    sql`where (${state ?? null}::text is null or l.state = ${state ?? null})
          and (${after ?? null}::uuid is null or (l.imported_at, l.id) < (
            select imported_at, id from payments.bank_line where id = ${after ?? null}))
        order by l.imported_at desc, l.id desc limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return {
    items: page.map(viewOf),
    next: last === undefined ? null : typeId("statement_line", last.id),
  };
}

/** Staff know which order a line pays, though its reference does not say so. */
export async function answerAssignment(
  ctx: Context,
  { params, body }: InputOf<typeof assignBankLine>,
): Promise<BankLineView> {
  const line = await lockUnmatched(ctx, params.lineId);
  const number = body.orderNumber.toUpperCase();
  const [order] = await payableOrders(ctx, [number]);
  if (order === undefined) refuse(notFound, { orderNumber: number });
  const amount = money(line.amount_minor, asCurrency(line.currency));
  const match = matchLine({ amount, reference: order.number }, [order]);
  if (!match.book) refuse(notPayable, { reason: match.problem });
  await ctx.db.run(sql`
    update payments.bank_line set state = 'matched', order_id = ${order.id}, problem = ${match.problem}
    where id = ${line.id}`);
  await markPaid(ctx, {
    orderId: order.id,
    amountMinor: amount.minor,
    causeType: "bank_line",
    causeId: line.id,
    reference: line.reference,
  });
  return readLine(ctx, line.id);
}

/** A line that pays no order is put aside. */
export async function answerDismissal(
  ctx: Context,
  { params }: InputOf<typeof ignoreBankLine>,
): Promise<BankLineView> {
  const line = await lockUnmatched(ctx, params.lineId);
  await ctx.db.run(sql`update payments.bank_line set state = 'ignored' where id = ${line.id}`);
  return readLine(ctx, line.id);
}

async function lockUnmatched(ctx: Context, lineId: string): Promise<LineRow> {
  const [line] = await linesWhere(ctx, sql`where l.id = ${lineId} for update of l`);
  if (line === undefined) refuse(notFound);
  if (line.state !== "unmatched") refuse(bankLineSettled, { state: line.state });
  return line;
}

async function readLine(ctx: Context, lineId: string): Promise<BankLineView> {
  const [line] = await linesWhere(ctx, sql`where l.id = ${lineId}`);
  return line === undefined ? refuse(notFound) : viewOf(line);
}

function viewOf(row: LineRow): BankLineView {
  const currency = asCurrency(row.currency);
  const { order_id: orderId, order_number: number, order_due: due } = row;
  return {
    id: typeId("statement_line", row.id),
    bookedOn: row.booked_on,
    amount: toWire(money(row.amount_minor, currency)),
    reference: row.reference,
    payer: row.payer,
    state: row.state,
    problem: row.problem,
    order:
      orderId === null || number === null
        ? null
        : { id: typeId("order", orderId), number, due: toWire(money(due ?? 0n, currency)) },
  };
}
