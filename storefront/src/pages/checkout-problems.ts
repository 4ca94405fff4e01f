import type { RequirementView } from "@shopwright/server/contracts/cart";
import { addressProblems } from "@shopwright/server/kernel/address";
import type { AddressField, AddressProblemCode } from "@shopwright/server/kernel/address";
import type { Frame } from "../visit.ts";
import type { PartialAddress } from "./checkout-form.ts";

/** What to say below each field of an address. */
export type AddressProblemTexts = Partial<Record<AddressField, string>>;

/** What is wrong with one field of the checkout, in words. */
export function problemOf(
  frame: Frame,
  problems: readonly RequirementView[],
  field: string,
): string | undefined {
  const found = problems.find((each) => each.field === field);
  return found && frame.visit.text.requirements[found.code];
}

/**
 * What is wrong with each part of an address. For one that is missing altogether the basket has a
 * single requirement; every part that a parcel needs is then marked.
 */
export function addressProblemTexts(
  frame: Frame,
  problems: readonly RequirementView[],
  part: "shippingAddress" | "billingAddress",
  address: PartialAddress,
): AddressProblemTexts {
  const { text } = frame.visit;
  const texts: AddressProblemTexts = {};
  for (const { field, code, details } of problems) {
    if (field === part) Object.assign(texts, problemTexts(frame, address));
    if (!field?.startsWith(`${part}.`)) continue;
    const name = field.slice(part.length + 1) as AddressField;
    const problem = details?.["problem"] as AddressProblemCode | undefined;
    texts[name] = problem ? text.address.problems[problem] : text.requirements[code];
  }
  return texts;
}

/** What keeps an address from being delivered to, by field. */
export function problemTexts(frame: Frame, address: PartialAddress): AddressProblemTexts {
  const { name = "", line1 = "", city = "", country = "" } = address;
  const whole = { ...address, name, line1, city, country };
  const { problems } = frame.visit.text.address;
  return Object.fromEntries(
    addressProblems(whole).map(({ field, code }) => [field, problems[code]]),
  );
}
