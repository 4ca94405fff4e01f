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

export const routes: Route[] = [
  phased(contract.signUp, async (edge, { body }) => void (await askSignUp(edge, body.email))),
  phased(contract.confirmSignUp, (edge, { body }) => confirmSignUp(edge, body)),
  phased(contract.customerSignIn, (edge, { body }) => signInCustomer(edge, body)),
  read(contract.getAccount, (ctx) => findSignedIn(ctx)),
  write(contract.customerSignOut, async (ctx) => void (await endThisSession(ctx, "customer"))),
  write(contract.changeProfile, (ctx, { body }) => changeProfile(ctx, body)),
  phased(
    contract.changePassword,
    async (edge, { body }) =>
      void (await changePassword(edge, "customer", customerIdOf(edge.caller), body)),
  ),
  phased(
    contract.askCustomerPasswordReset,
    async (edge, { body }) => void (await askPasswordReset(edge, "customer", body.email)),
  ),
  phased(
    contract.resetCustomerPassword,
    async (edge, { body }) =>
      void (await resetPassword(edge, "customer", body.token, body.password)),
  ),
  read(contract.listSessions, async (ctx) =>
    (await listSessionsOf(ctx, "customer", customerIdOf(ctx))).map(sessionViewOf),
  ),
  write(
    contract.endSession,
    async (ctx, { params }) =>
      void (await endSessionOf(ctx, "customer", customerIdOf(ctx), params.id)),
  ),
  read(contract.listAddresses, (ctx) => listMyAddresses(ctx)),
  write(contract.addAddress, (ctx, { body }) => addAddress(ctx, body)),
  write(contract.changeAddress, (ctx, { params, body }) => changeAddress(ctx, params.id, body)),
  write(
    contract.removeAddress,
    async (ctx, { params }) => void (await removeAddress(ctx, params.id)),
  ),
  read(contract.listCustomers, (ctx, { query }) => customerListView(ctx, query)),
  read(contract.getCustomer, (ctx, { params }) => customerViewOf(ctx, params.id)),
  write(contract.changeCustomer, (ctx, { params, body }) => changeCustomer(ctx, params.id, body)),
  write(contract.addCustomerNote, (ctx, { params, body }) =>
    addCustomerNote(ctx, params.id, body.text),
  ),
];
