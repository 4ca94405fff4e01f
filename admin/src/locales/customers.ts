import { customers as de } from "./de/customers.ts";
import { customers as en } from "./en/customers.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type CustomerWords = Words<typeof en>;
export const useCustomerText = textHook<CustomerWords>({ en, de });
