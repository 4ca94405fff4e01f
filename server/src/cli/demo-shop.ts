import { shop } from "../../../demo/catalogue/index.ts";
import { seedCatalogue } from "../app/seed/catalogue.ts";
import { seedDemoContent } from "../app/seed/content.ts";
import { storeDemoPictures } from "../app/seed/pictures.ts";
import { seedPromotions } from "../app/seed/promotions.ts";
import { seedStock, seedWarehouses } from "../app/seed/stock.ts";
import { seedSettings } from "../modules/settings/index.ts";
import type { Edge } from "../platform/edge.ts";

const minor = (eur: string, usd: string) => [
  { minor: eur, currency: "EUR" as const },
  { minor: usd, currency: "USD" as const },
];

/**
 * Fills a fresh database with the demo shop: settings, warehouses, goods and their opening stock in
 * one transaction. What is there already stays as it is, so a cut-off attempt is simply repeated.
 */
export async function fillDemoShop(edge: Edge): Promise<void> {
  await storeDemoPictures();
  await edge.transaction(async (ctx) => {
    const warehouses = await seedWarehouses(ctx);
    const [pickupLocation] = warehouses.values();
    await seedSettings(ctx, {
      values: demoSettings,
      ...(pickupLocation === undefined ? {} : { pickupLocation }),
    });
    await seedCatalogue(ctx);
    await seedDemoContent(ctx);
    await seedStock(ctx);
    await seedPromotions(ctx);
  });
}

const demoSettings = {
  shop: {
    name: shop.name,
    legalName: shop.legalName,
    address: shop.address,
    email: shop.email,
    phone: shop.phone,
    vatId: shop.vatId,
    timeZone: shop.timeZone,
    demo: true,
  },
  "cash-on-delivery": {
    enabled: true,
    fees: minor("490", "590"),
    limits: minor("100000", "100000"),
  },
  "bank-transfer": { enabled: true, ...shop.bank },
  "test-card": { enabled: true },
  mail: { senderName: shop.name, signature: shop.mailSignature.en },
};
