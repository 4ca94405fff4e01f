import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";

/** What somebody sits in front of. */
export interface Device {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly touch: boolean;
  /** False: the browser runs no JavaScript. */
  readonly scripts: boolean;
  readonly locale?: string;
  readonly colours?: "light" | "dark";
}

export const phone: Device = {
  name: "phone",
  viewport: { width: 390, height: 844 },
  touch: true,
  scripts: true,
};
export const desktop: Device = {
  name: "desktop",
  viewport: { width: 1440, height: 900 },
  touch: false,
  scripts: true,
};

export function withoutScripts(device: Device): Device {
  return { ...device, name: `${device.name} without JavaScript`, scripts: false };
}

/** Every way in which shoppers come. */
export const shopperDevices: readonly Device[] = [
  phone,
  desktop,
  withoutScripts(phone),
  withoutScripts(desktop),
];

/** Somebody with a browser of their own, at the shop's door. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly device: Device;
  /** What the browser complained about so far: errors on the console, faults, broken requests. */
  readonly complaints: string[];
}

const pictures = resolve(import.meta.dirname, "../../../.cache/journeys");
/** The pages are near; whoever waits longer than this waits for nothing. */
const patience = 15_000;

/**
 * Opens a browser of its own in the test that runs. At its end the browser is closed and must not
 * have complained; when the test fails, a picture of the page stays in `.cache/journeys`.
 */
export async function openVisitor(browser: Browser, url: string, device: Device): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: device.viewport,
    hasTouch: device.touch,
    isMobile: device.touch,
    javaScriptEnabled: device.scripts,
    locale: device.locale ?? "en-GB",
    colorScheme: device.colours ?? "light",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") await keepPicture(page, `${task.name} ${device.name}`);
    await context.close();
    expect(complaints).toEqual([]);
  });
  return { page, context, device, complaints };
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${String(error)}`));
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

async function keepPicture(page: Page, title: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const name = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  console.error(`${page.url()} is pictured in .cache/journeys/${name}.png`);
}
