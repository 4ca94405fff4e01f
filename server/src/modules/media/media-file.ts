import { fileStorage, isStorageKey } from "../../platform/storage.ts";

/** The name of one size of a picture's files, in storage and in its address. */
export function storageKey(fileKey: string, width: number): string {
  return `${fileKey}-${width}.webp`;
}

/**
 * The file at `/media/<name>`, or null when there is none. A name always means the same bytes, so
 * answers may be kept by browsers for ever (`immutable`).
 */
export async function mediaFile(
  name: string,
): Promise<{ readonly contentType: string; readonly bytes: Buffer } | null> {
  if (!isStorageKey(name) || !name.endsWith(".webp")) return null;
  const bytes = await fileStorage().get(name);
  return bytes === null ? null : { contentType: "image/webp", bytes };
}
