import { z } from "zod";
import { eventKind } from "../../platform/events.ts";

/** A gift card is to be mailed to its recipient: it was sold, given, or its mail is sent again. Carries no code. */
export const giftCardToMail = eventKind(
  "credit.gift-card-to-mail",
  z.object({ cardId: z.uuid(), mailing: z.uuid() }),
);
