import { errorKind } from "../../kernel/errors.ts";

export const handleTaken = errorKind("handle_taken", 409, "Another product has this handle");
export const skuTaken = errorKind("sku_taken", 409, "Another variant has this SKU");
export const barcodeTaken = errorKind("barcode_taken", 409, "Another variant has this barcode");
export const optionsIncomplete = errorKind(
  "options_incomplete",
  409,
  "A variant must choose one value of each option, and no two variants the same ones",
);
export const notPublishable = errorKind(
  "not_publishable",
  409,
  "The product lacks something it needs to be sold",
);
export const unknownCategory = errorKind("unknown_category", 409, "There is no such category");
export const unknownProduct = errorKind("unknown_product", 409, "There is no such product");
export const unknownPicture = errorKind("unknown_picture", 409, "There is no such picture here");
export const categoryCodeTaken = errorKind(
  "category_code_taken",
  409,
  "Another category has this code",
);
export const slugTaken = errorKind(
  "slug_taken",
  409,
  "Another category has this address in this language",
);
export const categoryCycle = errorKind(
  "category_cycle",
  409,
  "A category cannot stand below itself",
);
export const categoryInUse = errorKind(
  "category_in_use",
  409,
  "The category still has products or subcategories",
);
export const unknownVariant = errorKind("unknown_variant", 409, "The product has no such variant");
export const nothingChosen = errorKind("nothing_chosen", 409, "No product is chosen");
export const bulkEditNotUndoable = errorKind(
  "bulk_edit_not_undoable",
  409,
  "This edit is still running, changed nothing, or was undone already",
);
export const scheduleInvalid = errorKind(
  "schedule_invalid",
  409,
  "A moment is past, or the end comes before the beginning",
);
export const unknownProductType = errorKind(
  "unknown_product_type",
  409,
  "There is no such product type",
);
export const attributesInvalid = errorKind(
  "attributes_invalid",
  409,
  "A value does not fit the product type",
);
export const typeCodeTaken = errorKind("type_code_taken", 409, "Another type has this code");
export const typeInUse = errorKind("type_in_use", 409, "Products have this type");
export const unknownAttribute = errorKind(
  "unknown_attribute",
  409,
  "The type has no such attribute",
);
export const typeChangeRunning = errorKind(
  "type_change_running",
  409,
  "Products still follow the last change of this type",
);
export const typeChangeUnconfirmed = errorKind(
  "type_change_unconfirmed",
  409,
  "The change would alter values of products and was not confirmed",
);
