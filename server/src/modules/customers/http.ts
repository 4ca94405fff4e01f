import { phased, read, type Route, write } from "../../platform/route.ts";
import {
  askPasswordReset,
  askSignUp,
  changePassword,
  endSessionOf,
  endThisSession,
  listSessionsOf,
  resetPassword,
  sessionViewOf,
} from "../identity/index.ts";
import { changeProfile, confirmSignUp, findSignedIn, signInCustomer } from "./account.ts";
import { addAddress, changeAddress, listMyAddresses, removeAddress } from "./addresses.ts";
import { addCustomerNote, changeCustomer } from "./change-customer.ts";
import * as contract from "./contract.ts";
import { customerIdOf } from "./queries.ts";
import { customerListView, customerViewOf } from "./views.ts";

/** Ends an answer that has no body. */
const nothing = (): undefined => undefined;

export const routes: Route[] = [
  phased(contract.signUp, (edge, { body }) => askSignUp(edge, body.email).then(nothing)),
  phased(contract.confirmSignUp, (edge, { body }) => confirmSignUp(edge, body)),
  phased(contract.customerSignIn, (edge, { body }) => signInCustomer(edge, body)),
  read(contract.getAccount, (ctx) => findSignedIn(ctx)),
  write(contract.customerSignOut, (ctx) => endThisSession(ctx, "customer").then(nothing)),
  write(contract.changeProfile, (ctx, { body }) => changeProfile(ctx, body)),
  phased(contract.changePassword, (edge, { body }) =>
    changePassword(edge, "customer", customerIdOf(edge.caller), body).then(nothing),
  ),
  phased(contract.askCustomerPasswordReset, (edge, { body }) =>
    askPasswordReset(edge, "customer", body.email).then(nothing),
  ),
  phased(contract.resetCustomerPassword, (edge, { body }) =>
    resetPassword(edge, "customer", body.token, body.password).then(nothing),
  ),
  read(contract.listSessions, async (ctx) =>
    (await listSessionsOf(ctx, "customer", customerIdOf(ctx))).map(sessionViewOf),
  ),
  write(contract.endSession, (ctx, { params }) =>
    endSessionOf(ctx, "customer", customerIdOf(ctx), params.id).then(nothing),
  ),
  read(contract.listAddresses, (ctx) => listMyAddresses(ctx)),
  write(contract.addAddress, (ctx, { body }) => addAddress(ctx, body)),
  write(contract.changeAddress, (ctx, { params, body }) => changeAddress(ctx, params.id, body)),
  write(contract.removeAddress, (ctx, { params }) => removeAddress(ctx, params.id).then(nothing)),
  read(contract.listCustomers, (ctx, { query }) => customerListView(ctx, query)),
  read(contract.getCustomer, (ctx, { params }) => customerViewOf(ctx, params.id)),
  write(contract.changeCustomer, (ctx, { params, body }) => changeCustomer(ctx, params.id, body)),
  write(contract.addCustomerNote, (ctx, { params, body }) =>
    addCustomerNote(ctx, params.id, body.text),
  ),
];
