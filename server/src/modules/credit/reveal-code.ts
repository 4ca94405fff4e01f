import { assert } from "../../kernel/assert.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { getAccount } from "./account-row.ts";
import type { CreditAccount } from "./account.ts";
import { codeHash, codeOf, hiddenCode, writtenCode } from "./code.ts";

/** A gift card for its mail; `hidden` stands in the mail where `written` is put in when it is sent. */
export interface CardToMail extends CreditAccount {
  readonly hidden: string;
}

export async function cardToMail(ctx: Context, cardId: Uuid): Promise<CardToMail> {
  const card = await getAccount(ctx, cardId, "gift_card");
  return { ...card, hidden: hiddenCode(card.codeEnd ?? "") };
}

/**
 * The code as people write it, and what stands for it in a mail. Throws when the installation's secret is
 * not the one the card was made under: then nobody can work its code out.
 */
export async function revealCode(
  ctx: Context,
  cardId: Uuid,
): Promise<{ hidden: string; written: string }> {
  const { code_hash: hash, code_end: end } = await ctx.db.one<{
    code_hash: string;
    code_end: string;
  }>(sql`select code_hash, code_end from credit.account where id = ${cardId}`);
  const code = codeOf(cardId);
  assert(codeHash(code) === hash, "the card was made under this installation's secret");
  return { hidden: hiddenCode(end), written: writtenCode(code) };
}
