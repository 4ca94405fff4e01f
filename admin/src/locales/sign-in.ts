import { signIn as de } from "./de/sign-in.ts";
import { signIn as en } from "./en/sign-in.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export const useSignInText = textHook<Words<typeof en>>({ en, de });
