import { staff as de } from "./de/staff.ts";
import { staff as en } from "./en/staff.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type StaffWords = Words<typeof en>;
export const useStaffText = textHook<StaffWords>({ en, de });
