import { cachedRead, phased, read, type Route, write } from "../../platform/route.ts";
import { getAdminProduct } from "./admin-product.ts";
import { listCategories } from "./category-path.ts";
import {
  changeCategory,
  createCategory,
  deleteCategory,
  listAdminCategories,
  setCategoryPicture,
} from "./change-category.ts";
import {
  changeProductType,
  createProductType,
  deleteProductType,
  listProductTypes,
} from "./change-product-type.ts";
import { changePrices } from "./change-prices.ts";
import * as contract from "./contract.ts";
import { duplicateProduct } from "./duplicate-product.ts";
import { getProduct } from "./get-product.ts";
import { listAdminProducts } from "./list-admin-products.ts";
import { listFindable } from "./list-findable.ts";
import { listProducts } from "./list-products.ts";
import {
  previewStaffEdit,
  readBulkEdit,
  startStaffEdit,
  undoStaffEdit,
} from "./staff-bulk-edit.ts";
import { previewTypeChange } from "./preview-type-change.ts";
import { addProductPicture, arrangeProductPictures } from "./product-pictures.ts";
import { compareRevisions, listRevisions, restoreRevision } from "./revisions.ts";
import { scheduleProduct } from "./schedule-product.ts";
import { findCategoryAddress } from "./old-addresses.ts";
import { archiveProduct, publishProduct, unpublishProduct } from "./publish-product.ts";
import { changeProduct, createProduct } from "./save-product.ts";

export const routes: Route[] = [
  cachedRead(contract.listCategories, listCategories, contract.tagsOfCategories),
  cachedRead(contract.listFindable, listFindable, contract.tagsOfFindable),
  read(contract.findCategoryAddress, findCategoryAddress),
  cachedRead(contract.listProducts, listProducts, contract.tagsOfList),
  cachedRead(contract.getProduct, getProduct, contract.tagsOfProduct),

  read(contract.listAdminProducts, listAdminProducts),
  read(contract.getAdminProduct, (ctx, { params }) => getAdminProduct(ctx, params.id)),
  write(contract.createProduct, (ctx, { body }) => createProduct(ctx, body)),
  write(contract.changeProduct, (ctx, { params, body }) => changeProduct(ctx, params.id, body)),
  write(contract.changePrices, changePrices),
  write(contract.publishProduct, (ctx, { params, body }) =>
    publishProduct(ctx, params.id, body.version),
  ),
  write(contract.unpublishProduct, (ctx, { params }) => unpublishProduct(ctx, params.id)),
  write(contract.archiveProduct, (ctx, { params, body }) =>
    archiveProduct(ctx, params.id, body.version),
  ),
  write(contract.duplicateProduct, (ctx, { params }) => duplicateProduct(ctx, params.id)),
  phased(contract.addProductPicture, addProductPicture),
  write(contract.arrangeProductPictures, arrangeProductPictures),

  read(contract.listRevisions, listRevisions),
  read(contract.compareRevisions, compareRevisions),
  write(contract.restoreRevision, (ctx, { params, body }) =>
    restoreRevision(ctx, params.id, params.number, body.version),
  ),
  write(contract.scheduleProduct, (ctx, { params, body }) => scheduleProduct(ctx, params.id, body)),

  read(contract.previewBulkEdit, (ctx, { body }) => previewStaffEdit(ctx, body)),
  write(contract.startBulkEdit, (ctx, { body }) => startStaffEdit(ctx, body)),
  read(contract.getBulkEdit, (ctx, { params }) => readBulkEdit(ctx, params.id)),
  write(contract.undoBulkEdit, (ctx, { params }) => undoStaffEdit(ctx, params.id)),

  read(contract.listProductTypes, listProductTypes),
  write(contract.createProductType, (ctx, { body }) => createProductType(ctx, body)),
  read(contract.previewProductType, (ctx, { params, body }) =>
    previewTypeChange(ctx, params.id, body),
  ),
  write(contract.changeProductType, (ctx, { params, body }) =>
    changeProductType(ctx, params.id, body),
  ),
  write(contract.deleteProductType, (ctx, { params }) => deleteProductType(ctx, params.id)),

  read(contract.listAdminCategories, listAdminCategories),
  write(contract.createCategory, (ctx, { body }) => createCategory(ctx, body)),
  write(contract.changeCategory, (ctx, { params, body }) => changeCategory(ctx, params.id, body)),
  write(contract.deleteCategory, (ctx, { params }) => deleteCategory(ctx, params.id)),
  phased(contract.setCategoryPicture, (edge, { params, body }) =>
    setCategoryPicture(edge, params.id, body),
  ),
];
