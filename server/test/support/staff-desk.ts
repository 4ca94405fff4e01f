import type { Role } from "../../src/modules/identity/index.ts";
import { goodPassword } from "../../src/modules/identity/examples.ts";
import type { JourneyShop } from "./journey-shop.ts";
import type { Device, Visitor } from "./visitor.ts";

/** A member of staff with this role at the back office, signed in by hand. */
export async function staffAtDesk(shop: JourneyShop, device: Device, role: Role): Promise<Visitor> {
  const email = await shop.hire(role);
  const visitor = await shop.visitor(device);
  const { page } = visitor;
  await page.goto("/admin/");
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(goodPassword);
  const signIn = page.getByRole("button", { name: "Sign in" });
  await signIn.click();
  await signIn.waitFor({ state: "hidden" });
  return visitor;
}

/** From the desk to the page of an order. */
export async function openOrder({ page }: Visitor, number: string): Promise<void> {
  await page.goto("/admin/");
  await page.getByRole("link", { name: number }).first().click();
  await page.getByRole("heading", { level: 1, name: `Order ${number}` }).waitFor();
}

/** Takes the next work of the order that is open: picks all of it and packs it. */
export async function pickAndPack({ page }: Visitor): Promise<void> {
  await page.getByRole("link", { name: "Pick", exact: true }).click();
  await page.getByRole("button", { name: "Everything is picked" }).click();
  await page.getByRole("button", { name: "Mark as packed" }).click();
  await page.getByText("Packed", { exact: true }).first().waitFor();
}

/** Sends units of the work that is open, all that is left when `units` is not given. */
export async function sendParcel(
  { page }: Visitor,
  trackingNumber: string,
  units?: number,
): Promise<void> {
  await page.getByLabel(/^Tracking number/).fill(trackingNumber);
  const contents = page.getByRole("group", { name: "What is in this parcel" });
  if (units !== undefined)
    await contents.getByRole("textbox", { name: /^Quantity of/ }).fill(String(units));
  await page.getByRole("button", { name: /^Send \d+ units?$/ }).click();
  await page
    .getByText(/^Parcel \S+ is on its way$/)
    .first()
    .waitFor();
}

/** Gives back so many units of a line of the order that is open. */
export async function refundLine(
  { page }: Visitor,
  title: string,
  units: number,
  reason: string,
): Promise<void> {
  await page.getByRole("button", { name: "Show more", exact: true }).click();
  await page.getByRole("menuitem", { name: "Refund…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: `Quantity of ${title}` }).fill(String(units));
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: /^Refund .*\d/ }).click();
  await dialog.waitFor({ state: "hidden" });
}
