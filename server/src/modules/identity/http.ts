import { phased, read, type Route, write } from "../../platform/route.ts";
import { askPasswordReset } from "./ask-link.ts";
import { changeStaff, deactivateStaff, reactivateStaff } from "./change-staff.ts";
import * as contract from "./contract.ts";
import { acceptInvitation, inviteAgain, inviteStaff, previewInvitation } from "./invite-staff.ts";
import { changeMe, findMe, staffIdOf } from "./me.ts";
import { rolePermissions, roles } from "./roles.ts";
import { changeView, chooseFirstView, deleteView, listViews, saveView } from "./saved-views.ts";
import { endSessionOf, endThisSession, listSessionsOf } from "./session.ts";
import { changePassword, resetPassword } from "./set-password.ts";
import { setUp, setUpNeeded } from "./set-up.ts";
import { signInStaff } from "./sign-in.ts";
import { listStaff } from "./staff-queries.ts";
import { beginTotp, confirmTotp, removeTotp, renewRecoveryCodes } from "./totp-set-up.ts";
import { sessionViewOf } from "./views.ts";

const rolesView = roles.map((role) => ({ role, permissions: [...rolePermissions[role]] }));

/** Ends an answer that has no body. */
const nothing = (): undefined => undefined;

export const routes: Route[] = [
  read(contract.getSetUp, async (ctx) => ({ needed: await setUpNeeded(ctx) })),
  phased(contract.setUp, (edge, { body }) => setUp(edge, body)),
  phased(contract.signIn, (edge, { body }) => signInStaff(edge, body)),
  read(contract.getMe, (ctx) => findMe(ctx)),
  write(contract.signOut, (ctx) => endThisSession(ctx, "staff").then(nothing)),
  read(contract.listMySessions, async (ctx) =>
    (await listSessionsOf(ctx, "staff", staffIdOf(ctx))).map(sessionViewOf),
  ),
  write(contract.endMySession, (ctx, { params }) =>
    endSessionOf(ctx, "staff", staffIdOf(ctx), params.id).then(nothing),
  ),
  phased(contract.changeMyPassword, (edge, { body }) =>
    changePassword(edge, "staff", staffIdOf(edge.caller), body).then(nothing),
  ),
  write(contract.changeMe, (ctx, { body }) => changeMe(ctx, body)),
  phased(contract.askPasswordReset, (edge, { body }) =>
    askPasswordReset(edge, "staff", body.email).then(nothing),
  ),
  phased(contract.resetPassword, (edge, { body }) =>
    resetPassword(edge, "staff", body.token, body.password).then(nothing),
  ),
  phased(contract.beginTotp, (edge, { body }) =>
    beginTotp(edge, staffIdOf(edge.caller), body.password),
  ),
  write(contract.confirmTotp, async (ctx, { body }) => ({
    recoveryCodes: await confirmTotp(ctx, staffIdOf(ctx), body.code),
  })),
  phased(contract.renewRecoveryCodes, async (edge, { body }) => ({
    recoveryCodes: await renewRecoveryCodes(edge, staffIdOf(edge.caller), body.password),
  })),
  phased(contract.removeTotp, (edge, { body }) =>
    removeTotp(edge, staffIdOf(edge.caller), body).then(nothing),
  ),
  read(contract.listViews, (ctx, { query }) => listViews(ctx, query.list)),
  write(contract.saveView, (ctx, { body }) => saveView(ctx, body)),
  write(contract.changeView, (ctx, { params, body }) => changeView(ctx, params.id, body)),
  write(contract.deleteView, (ctx, { params }) => deleteView(ctx, params.id).then(nothing)),
  write(contract.chooseFirstView, (ctx, { body }) => chooseFirstView(ctx, body).then(nothing)),
  read(contract.listStaff, (ctx) => listStaff(ctx)),
  read(contract.listRoles, async () => rolesView),
  write(contract.inviteStaff, (ctx, { body }) => inviteStaff(ctx, body)),
  write(contract.inviteAgain, (ctx, { params }) => inviteAgain(ctx, params.id)),
  write(contract.changeStaff, (ctx, { params, body }) => changeStaff(ctx, params.id, body)),
  write(contract.deactivateStaff, (ctx, { params, body }) =>
    deactivateStaff(ctx, params.id, body.version),
  ),
  write(contract.reactivateStaff, (ctx, { params, body }) =>
    reactivateStaff(ctx, params.id, body.version),
  ),
  read(contract.getInvitation, (ctx, { body }) => previewInvitation(ctx, body.token)),
  phased(contract.acceptInvitation, (edge, { body }) =>
    acceptInvitation(edge, body.token, body.password),
  ),
];
