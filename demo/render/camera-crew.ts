import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Shot } from "./page.ts";
import { openStudioServer } from "./studio-server.ts";

export interface CameraCrew {
  /** Takes the shot: raw RGBA of the first picture and of each recolouring. */
  shoot: (shot: Shot) => Promise<Buffer[]>;
  close: () => Promise<void>;
}

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

function findChromium(): string {
  const found =
    process.env["CHROMIUM_PATH"] ??
    usualPlaces.find((path) => existsSync(path)) ??
    chromium.executablePath();
  if (!existsSync(found))
    throw new Error("No Chromium found. Install one, or set CHROMIUM_PATH to its program file.");
  return found;
}

/** One browser with one page that stays open for all shots. */
export async function callCameraCrew(root: string): Promise<CameraCrew> {
  const server = await openStudioServer(root);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--ignore-gpu-blocklist",
    ],
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${server.address}/demo/render/page.html`);
  await page
    .waitForFunction("globalThis.ready === true", undefined, { timeout: 120_000 })
    .catch(() => {
      throw new Error(`The studio page did not start:\n${complaints.join("\n")}`);
    });
  let count = 0;
  const shoot = async (shot: Shot) => {
    const ticket = String(count++);
    const waiting = Array.from({ length: shot.recolours.length + 1 }, (_, index) =>
      server.pixels(ticket, index),
    );
    await page.evaluate(
      ([order, number]) =>
        (globalThis as unknown as { shoot: (s: unknown, t: string) => Promise<void> }).shoot(
          order,
          number,
        ),
      [shot, ticket] as const,
    );
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return Promise.all(waiting);
  };
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { shoot, close };
}
