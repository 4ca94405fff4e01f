import { toDecimal, type Money } from "../../../kernel/money.ts";
import { csvLine, guard } from "../files/csv-line.ts";
import { escapeXml } from "../files/xlsx-file.ts";
import type { FeedItem } from "./feed-items.ts";
import type { FeedKind } from "../kinds.ts";

/** How a kind of feed is written: a head, a piece for each item, an end. */
export interface FeedFormat {
  readonly extension: "xml" | "csv";
  readonly contentType: string;
  readonly mostItemsAPage: number;
  head(shop: { readonly name: string; readonly url: string }): string;
  item(item: FeedItem): string;
  readonly end: string;
}

const amount = (price: Money): string => `${toDecimal(price)} ${price.currency}`;
const element = (name: string, text: string): string =>
  text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>`;

/** Others' limits on texts, in characters; a longer one is cut at a word. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/\s+\S*$/, "")}…`;
}

/** Which of our options Google has fields for. */
const googleOptions: Readonly<Record<string, string>> = {
  color: "g:color",
  colour: "g:color",
  farbe: "g:color",
  size: "g:size",
  groesse: "g:size",
  material: "g:material",
  pattern: "g:pattern",
};

function availabilityOf({ available, ahead }: FeedItem, words: readonly string[]): string {
  return (ahead ? words[1] : available ? words[0] : words[2]) ?? "";
}

const rssHead = (namespaces: string, name: string, url: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"${namespaces}><channel>${element("title", name)}${element("link", url)}${element("description", name)}\n`;

/** RSS 2.0 with Google's elements, one item a variant, variants of a product in one group. */
const google: FeedFormat = {
  extension: "xml",
  contentType: "application/xml; charset=utf-8",
  mostItemsAPage: 50_000,
  head: ({ name, url }) => rssHead(' xmlns:g="http://base.google.com/ns/1.0"', name, url),
  item: (item) => {
    const [first = "", ...more] = item.pictures;
    return `<item>${[
      element("g:id", item.id),
      element("g:item_group_id", item.options.size > 0 ? item.group : ""),
      element("g:title", cut(item.title, 150)),
      element("g:description", cut(item.description, 5000)),
      element("g:link", item.link),
      element("g:image_link", first),
      ...more.slice(0, 10).map((picture) => element("g:additional_image_link", picture)),
      element("g:availability", availabilityOf(item, ["in_stock", "backorder", "out_of_stock"])),
      // The price before is the price, and what is asked now the reduced one.
      element("g:price", amount(item.compareAt ?? item.price)),
      element("g:sale_price", item.compareAt === null ? "" : amount(item.price)),
      element("g:condition", "new"),
      element("g:gtin", item.barcode ?? ""),
      element("g:mpn", item.barcode === null ? item.id : ""),
      element("g:identifier_exists", item.barcode === null ? "no" : ""),
      element("g:product_type", item.category),
      element("g:shipping_weight", item.weightGrams > 0 ? `${item.weightGrams} g` : ""),
      ...[...item.options].map(([code, label]) => {
        const name = googleOptions[code];
        return name === undefined ? "" : element(name, label);
      }),
    ].join("")}</item>\n`;
  },
  end: "</channel></rss>\n",
};

const metaColumns = [
  "id",
  "item_group_id",
  "title",
  "description",
  "availability",
  "condition",
  "price",
  "sale_price",
  "link",
  "image_link",
  "additional_image_link",
  "brand",
  "gtin",
  "product_type",
] as const;

/** Meta's catalogue as CSV. The shop stands where a brand is asked for, since goods have none here. */
const meta: FeedFormat = {
  extension: "csv",
  contentType: "text/csv; charset=utf-8",
  mostItemsAPage: 50_000,
  head: () => csvLine([...metaColumns]),
  item: (item) => {
    const [first = "", ...more] = item.pictures;
    return csvLine(
      [
        item.id,
        item.options.size > 0 ? item.group : "",
        cut(item.title, 200),
        cut(item.description, 9_999),
        availabilityOf(item, ["in stock", "available for order", "out of stock"]),
        "new",
        amount(item.compareAt ?? item.price),
        item.compareAt === null ? "" : amount(item.price),
        item.link,
        first,
        more.slice(0, 10).join(","),
        new URL(item.link).host,
        item.barcode ?? "",
        item.category,
      ].map(guard),
    );
  },
  end: "",
};

/** The latest products, for people's readers. */
const rss: FeedFormat = {
  extension: "xml",
  contentType: "application/rss+xml; charset=utf-8",
  mostItemsAPage: 50_000,
  head: ({ name, url }) => rssHead("", name, url),
  item: (item) => {
    const link = item.link.replace(/\?.*$/, "");
    return `<item>${[
      element("title", item.title),
      element("link", link),
      `<guid isPermaLink="true">${escapeXml(link)}</guid>`,
      element("pubDate", item.publishedAt.toUTCString()),
      element("description", cut(item.description, 1000)),
    ].join("")}</item>\n`;
  },
  end: "</channel></rss>\n",
};

export const feedFormats: Readonly<Record<FeedKind, FeedFormat>> = { google, meta, rss };
