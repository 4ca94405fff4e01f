import { fulfilment as de } from "./de/fulfilment.ts";
import { fulfilment as en } from "./en/fulfilment.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type FulfilmentWords = Words<typeof en>;
export const useFulfilmentText = textHook<FulfilmentWords>({ en, de });
