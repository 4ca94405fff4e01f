/**
 * Identities. Inside the program an id is a UUID as lower-case text; on the wire it is a TypeID
 * (specification 0.3): a prefix that says what it names, and the UUID in 26 letters of base32.
 */

/** Lower-case, hyphenated, 36 characters. */
export type Uuid = string;

/** What an id on the wire can name. Append only: a stored link must not change its meaning. */
export const idPrefixes = [
  "account",
  "address",
  "adjustment",
  "allocation",
  "api_key",
  "attempt",
  "attribute",
  "bin",
  "bulk_edit",
  "capture",
  "cart",
  "cart_line",
  "category",
  "certificate",
  "content_page",
  "coupon",
  "coupon_batch",
  "credit",
  "credit_note",
  "customer",
  "delivery_option",
  "delivery_zone",
  "document",
  "entry",
  "event",
  "export",
  "feed",
  "file",
  "fulfilment",
  "fulfilment_line",
  "gift_card",
  "hold",
  "import",
  "invoice",
  "job",
  "location",
  "mail",
  "market",
  "media",
  "menu",
  "movement",
  "note",
  "number_series",
  "option",
  "option_value",
  "order",
  "order_line",
  "parcel",
  "payment",
  "pick_list",
  "picture",
  "price",
  "product",
  "product_type",
  "promotion",
  "purchase",
  "purchase_line",
  "redirect",
  "refund",
  "reservation",
  "return",
  "return_line",
  "role",
  "saved_view",
  "session",
  "shipment",
  "shipment_line",
  "staff",
  "statement",
  "statement_line",
  "supplier",
  "tax_line",
  "timeline",
  "transfer",
  "variant",
  "warehouse",
  "webhook",
] as const;

export type IdPrefix = (typeof idPrefixes)[number];

/**
 * Makes a generator of UUIDv7 (RFC 9562). Ids of one generator sort in the order they were made,
 * also within a millisecond and when the clock steps back: the 12 bits after the time count up
 * from a random start, and a full counter borrows the next millisecond.
 */
export function uuidv7Generator(clock: () => number = Date.now): () => Uuid {
  const bytes = new Uint8Array(16);
  let lastMs = -1;
  let counter = 0;
  return () => {
    crypto.getRandomValues(bytes);
    const now = clock();
    if (now > lastMs) {
      lastMs = now;
      counter = randomStart(bytes);
    } else if (counter === 0xfff) {
      lastMs += 1;
      counter = randomStart(bytes);
    } else {
      counter += 1;
    }
    writeTime(bytes, lastMs);
    bytes[6] = 0x70 | (counter >> 8);
    bytes[7] = counter & 0xff;
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    return toText(bytes);
  };
}

/** A new id for a row: UUIDv7, sortable by creation within this process. */
export const newId: () => Uuid = uuidv7Generator();

/** 122 random bits (UUIDv4): for links that give whoever holds them access, where time must not leak. */
export function newSecretId(): Uuid {
  return crypto.randomUUID();
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** The moment a UUIDv7 was made, to the millisecond. */
export function timeOfId(id: Uuid): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

// Starting in the lower half leaves at least 2,048 further ids before a millisecond is borrowed.
function randomStart(bytes: Uint8Array): number {
  return (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x7ff;
}

function writeTime(bytes: Uint8Array, ms: number): void {
  let rest = ms;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function toText(bytes: Uint8Array): Uuid {
  let text = "";
  for (const [index, byte] of bytes.entries()) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += "-";
    text += hexOfByte[byte];
  }
  return text;
}
