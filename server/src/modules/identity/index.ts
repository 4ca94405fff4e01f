export type { Account, AccountKind } from "./account.ts";
export { findAccountOf, storeNameAndLocale } from "./account-store.ts";
export { askPasswordReset, askSignUp } from "./ask-link.ts";
export { checkCredentials } from "./credentials.ts";
export {
  accountSecured,
  customerSignedUp,
  passwordResetRequested,
  signUpRepeated,
  staffInvited,
} from "./events.ts";
export { completeSignIn } from "./sign-in.ts";
export { openCustomerAccount, openProvenAccount, proveSignUp } from "./open-account.ts";
export type { ProvenSignUp } from "./open-account.ts";
export { hashPassword } from "./password-hash.ts";
export { permissionsOf, rolePermissions, roles } from "./roles.ts";
export type { Role } from "./roles.ts";
export {
  endSessionOf,
  endThisSession,
  listSessionsOf,
  resolvePrincipal,
  startSession,
} from "./session.ts";
export type { SessionRow } from "./session.ts";
export { changePassword, resetPassword } from "./set-password.ts";
export { createFirstOwner, createSetUpCode, setUpNeeded } from "./set-up.ts";
export { sessionViewOf } from "./views.ts";
