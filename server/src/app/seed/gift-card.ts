import { newId, type Uuid } from "../../kernel/ids.ts";
import type { ImportedProduct } from "../../modules/catalog/index.ts";
import { insertPictures } from "../../modules/media/index.ts";
import type { Context } from "../../platform/context.ts";
import { giftCardPicture, storedPicture } from "./pictures.ts";

/** Whole units of the currency, the same number in each. */
const values = [25, 50, 100, 200];

const texts = {
  en: {
    title: "Tidewick gift card",
    subtitle: "For those who like to choose for themselves",
    description:
      "The card comes by e-mail as soon as it is paid, with a code to be entered in the basket. It pays for everything we make, in one go or little by little; what is not spent stays on it.\n\nSend the mail on, or print it and put it into an envelope with a few words of your own.",
    care: "",
    seoTitle: "",
    seoDescription: "A gift card for furniture, lamps and ceramics by Tidewick, sent by e-mail.",
  },
  de: {
    title: "Tidewick-Gutschein",
    subtitle: "Für alle, die lieber selbst aussuchen",
    description:
      "Der Gutschein kommt per E-Mail, sobald er bezahlt ist, mit einem Code für den Warenkorb. Er gilt für alles, was wir machen, auf einmal oder nach und nach; was nicht ausgegeben wird, bleibt darauf.\n\nLeiten Sie die Mail weiter, oder drucken Sie sie aus und legen Sie sie mit ein paar eigenen Worten in einen Umschlag.",
    care: "",
    seoTitle: "",
    seoDescription: "Ein Gutschein für Möbel, Leuchten und Keramik von Tidewick, per E-Mail.",
  },
};

/** The gift card of the demo shop, in four values, at the end of a category. */
export async function demoGiftCard(
  ctx: Context,
  category: { readonly id: Uuid; readonly position: number },
): Promise<ImportedProduct> {
  const alt = { en: texts.en.title, de: texts.de.title };
  const [pictureId] = await insertPictures(ctx, [
    { ...storedPicture("gift-card", giftCardPicture), alt },
  ]);
  return {
    id: newId(),
    handle: "gift-card",
    kind: "gift_card",
    taxCategory: "zero",
    typeId: null,
    attributes: {},
    featured: false,
    model: null,
    publishedAt: ctx.now,
    texts,
    options: [
      {
        code: "value",
        names: { en: "Value", de: "Wert" },
        values: values.map((value) => ({
          code: String(value),
          labels: { en: String(value), de: String(value) },
          swatch: null,
        })),
      },
    ],
    variants: values.map((value) => ({
      id: newId(),
      sku: `GIFT-${value}`,
      barcode: null,
      options: { value: String(value) },
      weightGrams: 0,
      widthMm: null,
      depthMm: null,
      heightMm: null,
      stockPolicy: "refuse",
      backorderCap: 0,
      backorderDays: 0,
      active: true,
      attributes: {},
      prices: (["EUR", "USD"] as const).map((currency) => ({
        currency,
        amount: BigInt(value) * 100n,
        compareAt: null,
      })),
    })),
    categories: [category],
    relatedIds: [],
    pictures: pictureId === undefined ? [] : [{ id: pictureId, optionCode: null, valueCode: null }],
  };
}
