/** A correction as typed: how many were counted, or how many more or fewer there are. */
export interface TypedAdjustment {
  readonly by: "count" | "delta";
  readonly text: string;
}

export type Adjustment =
  | { readonly kind: "empty" | "not_whole" | "below_zero" }
  | {
      readonly kind: "change";
      readonly before: number;
      readonly after: number;
      readonly change: { readonly counted: number } | { readonly delta: number };
    };

/** What a correction would make of what is on hand. A minus may be typed as hyphen or as sign. */
export function readAdjustment({ by, text }: TypedAdjustment, onHand: number): Adjustment {
  const plain = text.trim().replace(/^[−–]/, "-").replace(/^\+/, "");
  if (plain === "") return { kind: "empty" };
  if (!/^-?\d{1,7}$/.test(plain)) return { kind: "not_whole" };
  const number = Number(plain);
  const after = by === "count" ? number : onHand + number;
  if (after < 0) return { kind: "below_zero" };
  const change = by === "count" ? { counted: number } : { delta: number };
  return { kind: "change", before: onHand, after, change };
}
