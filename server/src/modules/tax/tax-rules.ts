import type { Context } from "../../platform/context.ts";
import { getSettings } from "../settings/index.ts";
import type { TaxRules } from "./jurisdiction.ts";

/** What the merchant has said about tax, from settings in memory: no round trip of its own. */
export async function taxRules(ctx: Context): Promise<TaxRules> {
  const { oss, registrations, classes } = await getSettings(ctx, "tax");
  return { oss, registrations: registrations.map(({ country }) => country), classes };
}
