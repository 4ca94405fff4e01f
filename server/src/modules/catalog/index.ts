export { touchAvailability, touchProducts } from "./content-tags.ts";
export { categoryChanged, productChanged } from "./events.ts";
export { listCards } from "./list-cards.ts";
export { readCursor, writeCursor } from "./list-cursor.ts";
export type { Cursor } from "./list-cursor.ts";
export { importCategories, importProducts } from "./import-products.ts";
export type { ImportedCategory, ImportedProduct } from "./import-products.ts";
