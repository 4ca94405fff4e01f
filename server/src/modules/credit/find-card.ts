import { refuse } from "../../kernel/errors.ts";
import { money, toWire } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { addressLimit, requireTry } from "../../platform/throttle.ts";
import { shopToday } from "../settings/index.ts";
import { availableMinor, type CreditAccount, stateOfCredit } from "./account.ts";
import { findCardByCode } from "./account-row.ts";
import { typedCode } from "./code.ts";
import { codeUnknown, tooManyCodes } from "./errors.ts";

/**
 * Counts one try of a code from where the request came: five at once, then one each twelve seconds. Each
 * try counts, so that a good code is no help in trying others.
 */
export function requireCodeTry(edge: Edge): Promise<void> {
  return requireTry(
    edge,
    addressLimit("gift-card", edge.caller.clientAddress, 5, 12),
    tooManyCodes,
  );
}

/** The card of a code that can be used; refuses alike whatever is wrong with it. */
export async function findUsableCard(ctx: Context, typed: string): Promise<CreditAccount> {
  const code = typedCode(typed);
  const card = code === null ? null : await findCardByCode(ctx, code);
  if (card === null) return refuse(codeUnknown);
  const state = stateOfCredit(card, await shopToday(ctx));
  return state === "active" || state === "spent" ? card : refuse(codeUnknown);
}

export async function answerBalance(edge: Edge, typed: string) {
  await requireCodeTry(edge);
  const card = await findUsableCard(edge.reading(), typed);
  return {
    codeEnd: card.codeEnd ?? "",
    balance: toWire(money(availableMinor(card), card.currency)),
    expiresOn: card.expiresOn,
  };
}
