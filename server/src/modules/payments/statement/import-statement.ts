import type { InputOf, ReplyOf } from "../../../kernel/endpoint.ts";
import { newId } from "../../../kernel/ids.ts";
import { money, toWire } from "../../../kernel/money.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { actorOf, type Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { getSettings } from "../../settings/index.ts";
import type { importStatement, previewStatement } from "../contract.ts";
import { enqueueBooking } from "./book-line.ts";
import {
  fingerprintsOf,
  type Match,
  matchLine,
  numbersIn,
  type PayableOrder,
} from "./match-line.ts";
import { payableOrders } from "./payable-orders.ts";
import { readStatement, type Statement, type StatementLine } from "./read-statement.ts";

interface Candidate {
  readonly line: StatementLine;
  readonly fingerprint: string;
  readonly known: boolean;
  readonly match: Match;
}

type StatementInput = InputOf<typeof previewStatement>["body"];

/** What an import would do; nothing is written. */
export async function answerPreview(
  ctx: Context,
  { body }: InputOf<typeof previewStatement>,
): Promise<ReplyOf<typeof previewStatement>> {
  const { statement, candidates } = await examine(ctx, body);
  return {
    headers: [...statement.headers],
    columns: statement.columns,
    lines: candidates.map(({ line, known, match }) => ({
      row: line.row,
      bookedOn: line.bookedOn,
      amount: toWire(line.amount),
      reference: line.reference,
      payer: line.payer,
      state: match.book ? "matched" : "unmatched",
      problem: match.problem,
      order: match.order && {
        id: typeId("order", match.order.id),
        number: match.order.number,
        due: toWire(match.order.due),
      },
      known,
    })),
    badRows: [...statement.badRows],
  };
}

/**
 * Keeps every line that is new, all of them or none, and has those that name an order booked by jobs of
 * their own. As many round trips for thousands of lines as for one. Orders are only referred to here,
 * which waits for whoever holds one: in the order of their ids, so that nobody waits in a circle.
 */
export async function answerImport(
  ctx: Context,
  { body }: InputOf<typeof importStatement>,
): Promise<ReplyOf<typeof importStatement>> {
  const { statement, candidates } = await examine(ctx, body);
  const fresh = candidates.filter((each) => !each.known);
  const kept = await keepLines(ctx, fresh);
  const booked = kept.filter(({ match }) => match.book);
  for (const { id } of booked) enqueueBooking(ctx, id);
  return {
    matched: booked.length,
    unmatched: kept.length - booked.length,
    known: candidates.length - kept.length,
    badRows: [...statement.badRows],
  };
}

async function examine(
  ctx: Context,
  { csv, columns }: StatementInput,
): Promise<{ statement: Statement; candidates: Candidate[] }> {
  const { baseCurrency } = await getSettings(ctx, "shop");
  const statement = readStatement(csv, baseCurrency, columns);
  const fingerprints = fingerprintsOf(statement.lines);
  const known = new Set(
    (
      await ctx.db.all<{ fingerprint: string }>(sql`
        select fingerprint from payments.bank_line where fingerprint = any(${fingerprints}::text[])`)
    ).map((row) => row.fingerprint),
  );
  const numbers = statement.lines.flatMap((line) => numbersIn(line.reference));
  const orders = new Map((await payableOrders(ctx, numbers)).map((each) => [each.number, each]));
  const candidates = statement.lines.map((line, index): Candidate => {
    const fingerprint = fingerprints[index] ?? "";
    const named = numbersIn(line.reference).flatMap((number) => orders.get(number) ?? []);
    const match = matchLine(line, named);
    if (match.book && match.order !== null && !known.has(fingerprint)) {
      orders.set(match.order.number, afterwards(match.order, line));
    }
    return { line, fingerprint, known: known.has(fingerprint), match };
  });
  return { statement, candidates };
}

/** A second line for the same order finds less due. */
function afterwards(order: PayableOrder, line: StatementLine): PayableOrder {
  return { ...order, due: money(order.due.minor - line.amount.minor, order.due.currency) };
}

/** Of two imports of one statement at once, one keeps each line. */
async function keepLines(
  ctx: Context,
  candidates: readonly Candidate[],
): Promise<(Candidate & { id: string })[]> {
  const rows = candidates.map(({ line, fingerprint, match }) => ({
    id: newId(),
    fingerprint,
    booked_on: line.bookedOn,
    amount_minor: line.amount.minor.toString(),
    currency: line.amount.currency,
    reference: line.reference,
    payer: line.payer,
    order_id: match.book ? (match.order?.id ?? null) : null,
    state: match.book ? "matched" : "unmatched",
    problem: match.problem,
  }));
  const written = await ctx.db.all<{ id: string; fingerprint: string }>(sql`
    insert into payments.bank_line
      (id, fingerprint, booked_on, amount_minor, currency, reference, payer, order_id, state, problem,
       imported_at, imported_by)
    select id, fingerprint, booked_on, amount_minor, currency, reference, payer, order_id, state, problem,
           ${ctx.now}, ${actorOf(ctx)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l
      (id uuid, fingerprint text, booked_on date, amount_minor bigint, currency text, reference text,
       payer text, order_id uuid, state text, problem text)
    order by order_id, fingerprint
    on conflict (fingerprint) do nothing
    returning id, fingerprint`);
  const ids = new Map(written.map((row) => [row.fingerprint, row.id]));
  return candidates.flatMap((each) => {
    const id = ids.get(each.fingerprint);
    return id === undefined ? [] : [{ ...each, id }];
  });
}
