import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { revealCode } from "../credit/index.ts";

interface Words {
  readonly html: string;
  readonly text: string;
}

/** A mail's words with the code of the gift card it shows, which is not kept with them. */
export async function withCode(
  ctx: Context,
  { html, text }: Words,
  giftCardId: Uuid | null,
): Promise<Words> {
  if (giftCardId === null) return { html, text };
  const { hidden, written } = await revealCode(ctx, giftCardId);
  return { html: html.replaceAll(hidden, written), text: text.replaceAll(hidden, written) };
}
