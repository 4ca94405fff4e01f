import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { folderStorage, isStorageKey, useStorage } from "../../platform/storage.ts";
import {
  addProductPicture,
  arrangeProductPictures,
  createProduct,
  duplicateProduct,
  getAdminProduct,
} from "../catalog/contract.ts";
import { aProduct } from "../catalog/examples.ts";
import { encodePicture, widthsFor } from "./encode-picture.ts";
import { mediaFile } from "./media-file.ts";

const folder = mkdtempSync(path.join(tmpdir(), "shopwright-media-"));
useStorage(folderStorage(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shop = await testShop();

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#7a8" } });

const refusal = (code: string) => ({ kind: { code } });

test("every accepted type comes out as WebP in the widths that pages ask for", async () => {
  for (const format of ["jpeg", "png", "webp", "avif"] as const) {
    const bytes = await blank(1500, 1000).toFormat(format).toBuffer();
    const { width, height, sizes } = await encodePicture(bytes);
    expect([width, height]).toEqual([1500, 1000]);
    const made = await Promise.all(sizes.map(({ webp }) => sharp(webp).metadata()));
    expect(made.map((each) => [each.format, each.width])).toEqual([
      ["webp", 320],
      ["webp", 640],
      ["webp", 1200],
    ]);
  }
});

test("a small picture is never enlarged", () => {
  expect(widthsFor(100)).toEqual([100]);
  expect(widthsFor(320)).toEqual([320]);
  expect(widthsFor(700)).toEqual([320, 640, 700]);
  expect(widthsFor(1200)).toEqual([320, 640, 1200]);
});

test("a picture taken sideways is turned upright, and where it was taken is gone", async () => {
  const sideways = await blank(800, 400)
    .withExif({ IFD0: { Copyright: "Somebody" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { width, height, sizes } = await encodePicture(sideways);
  expect([width, height]).toEqual([400, 800]);
  const made = await sharp(sizes[0]?.webp).metadata();
  expect(made.exif).toBeUndefined();
  expect(made.height).toBeGreaterThan(made.width);
});

test("what hides behind a picture does not come through", async () => {
  const script = "<script>alert(1)</script><?php system($_GET[0]) ?>";
  const polyglot = Buffer.concat([await blank(50, 50).jpeg().toBuffer(), Buffer.from(script)]);
  const { sizes } = await encodePicture(polyglot);
  for (const { webp } of sizes) expect(webp.includes("script")).toBe(false);
});

test.each([
  ["text", Buffer.from("not a picture")],
  ["nothing", Buffer.alloc(0)],
  [
    "SVG",
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    ),
  ],
  ["GIF", Buffer.from("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=", "base64")],
  ["half a file", (await blank(900, 900).png().toBuffer()).subarray(0, 500)],
  ["a bare header", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
])("%s is refused as unreadable", async (_what, bytes) => {
  await expect(encodePicture(bytes)).rejects.toMatchObject(refusal("picture_unreadable"));
});

test("a small file that unpacks to too many pixels is refused before it is unpacked", async () => {
  const bomb = await blank(9_000, 6_000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  await expect(encodePicture(bomb)).rejects.toMatchObject(refusal("picture_too_large"));
  const ribbon = await blank(2, 20_000).png().toBuffer();
  await expect(encodePicture(ribbon)).rejects.toMatchObject(refusal("picture_too_large"));
});

test.each([
  "../secret",
  "a/b.webp",
  "..",
  "",
  "A.webp",
  "a.webp\0",
  "a",
  `${"a".repeat(300)}.webp`,
])("%j names no file", async (name) => {
  expect(isStorageKey(name)).toBe(false);
  expect(await mediaFile(name)).toBeNull();
});

test("an uploaded picture is served, ordered, described, and gone when nothing shows it", async () => {
  const product = await shop.call(createProduct, { body: aProduct("PIC") }, owner);
  const params = { id: product.id };
  const body = await blank(700, 700).png().toBuffer();
  await shop.call(addProductPicture, { params, body }, owner);
  const { pictures, version } = await shop.call(addProductPicture, { params, body }, owner);
  expect(pictures).toMatchObject([{ widths: [320, 640, 700], alt: {} }, { width: 700 }]);
  const [first, second] = pictures;
  const arranged = await shop.call(
    arrangeProductPictures,
    {
      params,
      body: {
        version,
        pictures: [
          { id: second?.id ?? "", alt: { en: "From the side" } },
          { id: first?.id ?? "", optionCode: "material", valueCode: "oak" },
        ],
      },
    },
    owner,
  );
  expect(arranged.pictures.map(({ id, alt, valueCode }) => [id, alt, valueCode])).toEqual([
    [second?.id, { en: "From the side" }, null],
    [first?.id, {}, "oak"],
  ]);
  const file = `${first?.key}-320.webp`;
  expect((await mediaFile(file))?.contentType).toBe("image/webp");

  const copy = await shop.call(duplicateProduct, { params }, owner);
  await shop.call(
    arrangeProductPictures,
    { params, body: { version: arranged.version, pictures: [] } },
    owner,
  );
  await shop.drainJobs();
  expect(await mediaFile(file)).not.toBeNull();
  await shop.call(
    arrangeProductPictures,
    { params: { id: copy.id }, body: { version: copy.version, pictures: [] } },
    owner,
  );
  await shop.drainJobs();
  expect(await mediaFile(file)).toBeNull();
});

test("a picture of another product cannot be arranged, and a refused upload changes nothing", async () => {
  const [mine, theirs] = [
    await shop.call(createProduct, { body: aProduct("MINE") }, owner),
    await shop.call(createProduct, { body: aProduct("THEIRS") }, owner),
  ];
  const body = await blank(50, 50).webp().toBuffer();
  const { pictures } = await shop.call(
    addProductPicture,
    { params: { id: theirs.id }, body },
    owner,
  );
  const stolen = { version: mine.version, pictures: [{ id: pictures[0]?.id ?? "" }] };
  await expect(
    shop.call(arrangeProductPictures, { params: { id: mine.id }, body: stolen }, owner),
  ).rejects.toMatchObject(refusal("unknown_picture"));
  await expect(
    shop.call(addProductPicture, { params: { id: mine.id }, body: Buffer.from("no") }, owner),
  ).rejects.toMatchObject(refusal("picture_unreadable"));
  const after = await shop.call(getAdminProduct, { params: { id: mine.id } }, owner);
  expect(after).toEqual(mine);
});
