/**
 * A GTIN-13 for the demo shop, made of the prefix 20 (which GS1 leaves for use inside a company),
 * the product's number and the variant's place in its list.
 */
export function barcodeFor(productNumber: number, variantNumber: number): string {
  const digits = `20${String(productNumber).padStart(5, "0")}${String(variantNumber).padStart(5, "0")}`;
  return digits + checkDigit(digits);
}

/** The GS1 check digit of twelve digits: weights 1, 3, 1, 3 … from the left, up to the next ten. */
export function checkDigit(twelveDigits: string): string {
  const sum = [...twelveDigits].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}
