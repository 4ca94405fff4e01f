// Takes the README's pictures from a demo shop that runs and has just been started for the first time:
//   npx node docs/pictures/take.ts http://localhost:3000 owner@tidewick.example <first password>
// It places a few orders there, so use a shop that nobody needs (SHOPWRIGHT_DATA in a temporary folder).
import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { launchChromium } from "../../server/test/support/chromium.ts";
import { call, cartToPay, placeOrders, type RunningShop, shipOrder } from "./demo-orders.ts";

interface Shot {
  readonly name: string;
  readonly address: (orderId: string) => string;
  readonly phone?: true;
  readonly dark?: true;
  /** What has to be on the page before the picture is taken. */
  readonly waitFor: string;
  readonly scrollTo?: string;
}

const mostBytes = 250_000;

const shots: readonly Shot[] = [
  { name: "home", address: () => "/", waitFor: "h1" },
  { name: "product", address: () => "/products/lind-chair", waitFor: "h1" },
  {
    name: "category-dark",
    address: () => "/category/chairs",
    phone: true,
    dark: true,
    waitFor: "h1",
  },
  {
    name: "checkout",
    address: () => "/checkout",
    phone: true,
    waitFor: "fieldset input[type=radio]",
    scrollTo: "fieldset:has(input[type=radio])",
  },
  { name: "desk", address: () => "/admin/", waitFor: "tbody tr" },
  { name: "order", address: (id) => `/admin/orders/${id}`, waitFor: "main h1" },
  { name: "fulfilment", address: () => "/admin/fulfilment", phone: true, waitFor: "main h1" },
  { name: "books-dark", address: () => "/admin/trial-balance", dark: true, waitFor: "main h1" },
];

async function take(browser: Browser, shot: Shot, shop: RunningShop, order: string) {
  const context = await browser.newContext({
    viewport: shot.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: shot.phone ? 2 : 1,
    colorScheme: shot.dark ? "dark" : "light",
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  for (const pair of shop.cookie.split("; ")) {
    const [name = "", value = ""] = pair.split("=");
    await context.addCookies([{ name, value: decodeURIComponent(value), url: shop.url }]);
  }
  const page = await context.newPage();
  await page.goto(shop.url + shot.address(order));
  await page.waitForSelector(shot.waitFor);
  await page.waitForLoadState("networkidle");
  if (shot.scrollTo !== undefined)
    await page.$eval(shot.scrollTo, (part) => part.scrollIntoView({ block: "start" }));
  const file = path.join(import.meta.dirname, `${shot.name}.webp`);
  await sharp(await page.screenshot())
    .webp({ quality: 82 })
    .toFile(file);
  await context.close();
  const { size } = statSync(file);
  if (size > mostBytes) throw new Error(`${file} has ${size} bytes, more than ${mostBytes}.`);
  console.log(`${shot.name.padEnd(14)} ${Math.round(size / 1000)} kB`);
}

async function signIn(url: string, email: string, password: string) {
  const answer = await fetch(`${url}/api/admin/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Signing in was answered ${answer.status}.`);
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  return { url, cookie: cookies.join("; ") };
}

const [url = "", email = "", password = "", ...only] = process.argv.slice(2);
if (password === "") {
  console.error("Usage: npx node docs/pictures/take.ts URL E-MAIL PASSWORD [names of pictures]");
  process.exit(1);
}
const shop = await signIn(url.replace(/\/$/, ""), email, password);
// The back office reminds of a password that the installation made up; not in pictures.
const next = randomUUID();
await call(shop, "POST", "/api/admin/me/password", { current: password, next });
console.log(`The password is now ${next}`);
const orders = await placeOrders(shop);
await shipOrder(shop, orders[0] ?? "");
const order = orders[3] ?? "";
shop.cookie += `; cart=${await cartToPay(shop)}`;
const browser = await launchChromium();
try {
  for (const shot of shots) {
    if (only.length === 0 || only.includes(shot.name)) await take(browser, shot, shop, order);
  }
} finally {
  await browser.close();
}
