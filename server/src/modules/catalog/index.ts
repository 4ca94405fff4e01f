export type { Attribute, AttributeValue, AttributeValues } from "./attribute.ts";
export { formatValue, parseValue } from "./attribute-text.ts";
export type { AttributeFault, GivenValues } from "./attribute-values.ts";
export { touchAvailability, touchProducts } from "./content-tags.ts";
export { categoryChanged, productChanged, productsChanged } from "./events.ts";
export { listCards } from "./list-cards.ts";
export { readCursor, writeCursor } from "./list-cursor.ts";
export type { Cursor } from "./list-cursor.ts";
export { importCategories, importProducts } from "./import-products.ts";
export type { ImportedCategory, ImportedProduct } from "./import-products.ts";
export { type GivenAttributes, writeAttributes } from "./product-attributes.ts";
export { type ProductType, readTypes } from "./product-type.ts";
export { readAttributes } from "./read-attributes.ts";
export { importTypes } from "./import-types.ts";
export { requireConsistent } from "./product.ts";
export { handleFrom } from "./product.ts";
export { showPicture } from "./product-pictures.ts";
export { saveProducts } from "./save-products.ts";
export type { ProductPart, SavedProduct } from "./save-products.ts";
export {
  findHandles,
  findProductIds,
  findTakenCodes,
  findWholeProducts,
  listCategoryNames,
  lockProducts,
  nextWholeProducts,
} from "./whole-product.ts";
export type { CategoryName, WholePicture, WholeProduct, WholeVariant } from "./whole-product.ts";
