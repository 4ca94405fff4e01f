import { locales } from "../../../kernel/locale.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { WholePicture, WholeProduct } from "../../catalog/index.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { bad } from "../item-problem.ts";
import type { ProductRows } from "./product-rows.ts";
import type { ProductSurroundings, WantedPicture } from "./product-plan.ts";

export interface MergedPictures {
  readonly shown: readonly WholePicture[];
  readonly wanted: readonly WantedPicture[];
  readonly alts: readonly { readonly id: Uuid; readonly alt: Readonly<Record<string, string>> }[];
}

const mostPictures = 100;

/** The key in an address of one of our own pictures, whichever host it names. */
export function keyInAddress(address: string): string | null {
  return /\/media\/([a-z0-9][a-z0-9-]*)-\d+\.webp$/.exec(address)?.[1] ?? null;
}

/** Every address that these rows name for pictures. */
export function pictureAddresses(sheet: Sheet, row: SheetRow): string[] {
  const one = sheet.cell(row, "picture") ?? "";
  const list = sheet.cell(row, "pictures") ?? "";
  return [one, ...list.split(/,\s*(?=https?:)|\s+(?=https?:)/)]
    .map((address) => address.trim().replace(/,$/, ""))
    .filter((address) => address !== "");
}

/**
 * Pictures that the file names and the product does not have: ours are tied to it, others' are to be fetched. A
 * file adds pictures and describes them; it never takes one away.
 */
export function mergePictures(
  sheet: Sheet,
  rows: ProductRows,
  productId: Uuid,
  current: WholeProduct | null,
  around: ProductSurroundings,
): MergedPictures {
  const here = current?.pictures ?? [];
  const shown = new Map(here.map((picture) => [picture.id, picture]));
  const wanted = new Map<string, WantedPicture>();
  const alts = new Map<Uuid, Readonly<Record<string, string>>>();
  const named = rows.pictures.flatMap((row) =>
    pictureAddresses(sheet, row).map((address) => ({ row, address })),
  );
  for (const { row, address } of named.slice(0, mostPictures)) {
    const fetched = around.fetched.get(`${productId} ${address}`);
    const key = keyInAddress(address);
    const ours =
      here.find((picture) => picture.key === key || picture.id === fetched) ??
      (key === null ? undefined : around.pictureByKey.get(key));
    const tie = tieOf(sheet, row);
    if (ours === undefined) {
      if (fetched !== undefined) continue;
      requireAddress(address, row);
      const place = here.length + wanted.size;
      wanted.set(address, { address, place, alt: altOf(sheet, row, {}), ...tie, row: row.number });
      continue;
    }
    const alt = altOf(sheet, row, ours.alt);
    if (!sameAlt(alt, ours.alt)) alts.set(ours.id, alt);
    if (!shown.has(ours.id)) shown.set(ours.id, { ...ours, ...tie });
  }
  return {
    shown: [...shown.values()],
    wanted: [...wanted.values()],
    alts: [...alts].map(([id, alt]) => ({ id, alt })),
  };
}

function requireAddress(address: string, row: SheetRow): void {
  if (!/^https?:\/\/[^\s]+$/i.test(address) || address.length > 2000 || !URL.canParse(address))
    bad("address_invalid", "picture", row.number, address);
}

/** "material:oak": the option value that the picture shows. */
function tieOf(sheet: Sheet, row: SheetRow): Pick<WholePicture, "optionCode" | "valueCode"> {
  const text = sheet.cell(row, "picture_option") ?? "";
  if (text === "") return { optionCode: null, valueCode: null };
  const [optionCode = "", valueCode = ""] = text.split(":");
  if (optionCode === "" || valueCode === "")
    bad("choice_invalid", "picture_option", row.number, text);
  return { optionCode, valueCode };
}

function altOf(
  sheet: Sheet,
  row: SheetRow,
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const alt: Record<string, string> = { ...before };
  for (const locale of locales) {
    const text = sheet.cell(row, `picture_alt_${locale}`);
    if (text === undefined) continue;
    const plain = text.normalize("NFC").slice(0, 300);
    if (plain === "") delete alt[locale];
    else alt[locale] = plain;
  }
  return alt;
}

function sameAlt(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): boolean {
  return locales.every((locale) => (a[locale] ?? "") === (b[locale] ?? ""));
}
