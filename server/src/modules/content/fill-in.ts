/** What texts may leave to the shop's settings, by the name written between braces. */
export const shopFactNames = [
  "name",
  "legalName",
  "address",
  "city",
  "email",
  "phone",
  "vatId",
] as const;
export type ShopFacts = Readonly<Record<(typeof shopFactNames)[number], string>>;

const place = new RegExp(`\\{(${shopFactNames.join("|")})\\}`, "g");

/**
 * Puts the shop's facts where a text names them: "Write to {email}". A line that names a fact which
 * is empty is left out as a whole, so that "Telephone {phone}" does not stand there without a number.
 */
export function fillIn(text: string, facts: ShopFacts): string {
  return text
    .split("\n")
    .filter((line) => [...line.matchAll(place)].every(([, name]) => factOf(facts, name) !== ""))
    .map((line) => line.replace(place, (_, name: string) => factOf(facts, name)))
    .join("\n");
}

function factOf(facts: ShopFacts, name: string | undefined): string {
  return Object.entries(facts).find(([each]) => each === name)?.[1] ?? "";
}
