import type { PageRequest } from "@shopwright/server/kernel/page";

/** The first value of a posted field; empty when it was not sent. */
export function fieldOf(request: PageRequest, name: string): string {
  return request.form.get(name)?.[0] ?? "";
}

/** A whole number from a posted field within bounds, else null. */
export function numberOf(
  request: PageRequest,
  name: string,
  min: number,
  max: number,
): number | null {
  const text = fieldOf(request, name).trim();
  if (!/^\d{1,6}$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}
