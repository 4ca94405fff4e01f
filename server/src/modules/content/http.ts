import { cachedRead, read, type Route, write } from "../../platform/route.ts";
import { changeHome, getAdminHome } from "./change-home.ts";
import * as contract from "./contract.ts";
import { getAdminPage, listAdminPages } from "./queries.ts";
import { deleteRedirect, findRedirect, listRedirects, saveRedirect } from "./redirects.ts";
import { changePage, changePagePublication, createPage, deletePage } from "./save-page.ts";
import { getHome, getPage, listPages } from "./store-views.ts";

export const routes: Route[] = [
  read(contract.findRedirect, async (ctx, { query }) => ({
    to: await findRedirect(ctx, query.path),
  })),
  read(contract.listRedirects, listRedirects),
  write(contract.saveRedirect, (ctx, { body }) => saveRedirect(ctx, body)),
  write(contract.deleteRedirect, (ctx, { params }) => deleteRedirect(ctx, params.id)),
  cachedRead(contract.listPages, (ctx) => listPages(ctx), contract.tagsOfPages),
  cachedRead(contract.getPage, (ctx, { params }) => getPage(ctx, params.slug), contract.tagsOfPage),
  cachedRead(contract.getHome, (ctx) => getHome(ctx), contract.tagsOfHome),
  read(contract.listAdminPages, (ctx) => listAdminPages(ctx)),
  read(contract.getAdminPage, (ctx, { params }) => getAdminPage(ctx, params.id)),
  write(contract.createPage, (ctx, { body }) => createPage(ctx, body)),
  write(contract.changePage, (ctx, { params, body }) => changePage(ctx, params.id, body)),
  write(contract.changePagePublication, (ctx, { params, body }) =>
    changePagePublication(ctx, params.id, body),
  ),
  write(contract.deletePage, (ctx, { params }) => deletePage(ctx, params.id)),
  read(contract.getAdminHome, (ctx) => getAdminHome(ctx)),
  write(contract.changeHome, (ctx, { body }) => changeHome(ctx, body)),
];
