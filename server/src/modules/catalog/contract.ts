/** What browsers may ask of the catalogue: shoppers, then staff by product and by category. */
export * from "./store-contract.ts";
export * from "./admin-contract.ts";
export * from "./picture-contract.ts";
export * from "./category-contract.ts";
export * from "./attribute-contract.ts";
export * from "./revision-contract.ts";
export * from "./bulk-edit-contract.ts";
export * from "./errors.ts";
export * from "./sitemap-contract.ts";
export { productKinds } from "../../kernel/product-kind.ts";
export { taxCategories } from "../../kernel/tax-category.ts";
