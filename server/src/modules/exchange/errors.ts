import { errorKind } from "../../kernel/errors.ts";

export const tableUnreadable = errorKind(
  "table_unreadable",
  415,
  "This file is no table with headers and rows that can be read",
);
export const fileTooLarge = errorKind(
  "file_too_large",
  413,
  "This file is larger than the shop takes",
);
export const columnsMissing = errorKind(
  "columns_missing",
  409,
  "Without these columns it cannot be told what the rows are about",
);
/** details: `{ state }` */
export const wrongImportState = errorKind(
  "wrong_import_state",
  409,
  "The import is at another step now",
);
export const exportNotReady = errorKind("export_not_ready", 409, "The file is not written yet");
