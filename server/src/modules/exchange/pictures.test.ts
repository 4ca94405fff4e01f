import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { folderStorage, useStorage } from "../../platform/storage.ts";
import { getAdminProduct, listAdminProducts } from "../catalog/contract.ts";
import { importReport } from "./contract.ts";
import { checkedImport, exportedFile, importedFile } from "./examples.ts";
import { allowLocalPortForTests, fetchFile } from "./pictures/fetch-file.ts";
import { isPublicAddress } from "./pictures/public-address.ts";

const folder = mkdtempSync(path.join(tmpdir(), "shopwright-fetched-"));
useStorage(folderStorage(folder));
const shop = await testShop();
const oak = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#a86" } })
  .jpeg()
  .toBuffer();

let asked = 0;
const server = createServer((request, reply) => {
  asked += 1;
  const url = request.url ?? "";
  if (url.startsWith("/oak")) reply.setHeader("content-type", "image/jpeg").end(oak);
  else if (url === "/inside")
    reply.writeHead(302, { location: "http://169.254.169.254/latest" }).end();
  else if (url === "/round") reply.writeHead(302, { location: "/round" }).end();
  else if (url === "/page") reply.setHeader("content-type", "text/html").end("<p>");
  else if (url === "/lie") reply.setHeader("content-type", "image/png").end("not a picture");
  else if (url === "/large") reply.setHeader("content-type", "image/png").end(Buffer.alloc(20_000));
  else reply.writeHead(404).end();
});
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
const { port } = server.address() as AddressInfo;
const local = `http://127.0.0.1:${port}`;
afterAll(() => {
  allowLocalPortForTests(null);
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["169.254.169.254", false],
  ["172.31.255.255", false],
  ["192.168.0.1", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["93.184.216.34", true],
  ["172.32.0.1", true],
  ["::1", false],
  ["::", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:93.184.216.34", false],
  ["64:ff9b::7f00:1", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["ff02::1", false],
  ["2002:7f00:1::", false],
  ["2001::1", false],
  ["2606:2800:220:1::1", true],
  ["localhost", false],
])("%s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

test.each([
  [`${local}/oak`, "address_private"],
  ["http://localhost/oak", "address_private"],
  ["http://2130706433/", "address_private"],
  ["http://0x7f.1/", "address_private"],
  ["http://[::1]/", "address_private"],
  ["http://[::ffff:7f00:1]/", "address_private"],
  ["http://93.184.216.34:22/", "address_private"],
  ["http://user:secret@example.com/", "address_invalid"],
  ["file:///etc/passwd", "address_invalid"],
  ["nothing", "address_invalid"],
])("%s is not asked: %s", async (address, problem) => {
  const before = asked;
  await expect(fetchFile(address, 1000)).rejects.toMatchObject({ problem });
  expect(asked).toBe(before);
});

test("a redirect is looked at like a first address, and what comes is measured", async () => {
  allowLocalPortForTests(port);
  await expect(fetchFile(`${local}/inside`, 1000)).rejects.toMatchObject({
    problem: "address_private",
  });
  await expect(fetchFile(`${local}/round`, 1000)).rejects.toMatchObject({
    problem: "too_many_redirects",
  });
  await expect(fetchFile(`${local}/page`, 1000)).rejects.toMatchObject({
    problem: "not_a_picture",
  });
  await expect(fetchFile(`${local}/large`, 10_000)).rejects.toMatchObject({ problem: "too_large" });
  await expect(fetchFile(`${local}/gone`, 1000)).rejects.toMatchObject({ problem: "not_found" });
  expect(await fetchFile(`${local}/oak`, 100_000)).toEqual(oak);
});

test("pictures named by address are fetched in the background, once, and what fails is in the report", async () => {
  allowLocalPortForTests(port);
  const file = `Handle,Title,Variant SKU,Variant Price,Image Src,Image Alt Text
shown,Shown,SHOWN,10,${local}/oak.jpg,"Oak, close"
shown,,,,${local}/oak2.jpg,
shown,,,,${local}/lie,
shown,,,,http://10.0.0.1/x.png,
`;
  const { id, pictures } = await importedFile(shop, file, { locale: "en", currency: "EUR" });
  expect(pictures).toEqual({ waiting: 0, kept: 2, refused: 2 });
  const { products } = await shop.call(listAdminProducts, { query: { q: "shown" } }, owner);
  const params = { id: products[0]?.id ?? "" };
  const shown = await shop.call(getAdminProduct, { params }, owner);
  expect(shown.pictures.map(({ width, alt }) => [width, alt])).toEqual([
    [400, { en: "Oak, close" }],
    [400, {}],
  ]);
  const { chunks } = await shop.call(importReport, { params: { id } }, owner);
  let report = "";
  for await (const chunk of chunks) report += new TextDecoder().decode(chunk);
  expect(report).toContain(`4,${local}/lie,picture_unreadable,picture,`);
  expect(report).toContain("5,http://10.0.0.1/x.png,address_private,picture,");
  const before = asked;
  const own = await exportedFile(shop, "products");
  expect((await checkedImport(shop, own, { overwrite: true })).counts).toEqual({ unchanged: 1 });
  const kept = file.split("\n").slice(0, 3).join("\n");
  const again = await importedFile(shop, kept, { locale: "en", currency: "EUR", overwrite: true });
  expect(again.counts).toEqual({ unchanged: 1 });
  expect(asked).toBe(before);
});
