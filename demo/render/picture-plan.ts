import type { DemoProduct } from "../catalogue/types.ts";
import type { Order } from "../models/build.ts";
import type { View } from "./framing.ts";
import { viewsOf } from "./views.ts";

/** One picture of a product to be made. */
export interface PlannedPicture {
  name: string;
  kind: "main" | "front" | "detail" | "option";
  /** The option values this picture is true for, by option code. */
  shows: Record<string, string>;
  order: Order;
  view: View;
}

/** What the product looks like with the given option values. */
export function orderFor(product: DemoProduct, chosen: Readonly<Record<string, string>>): Order {
  const { family, params, materials, overrides } = product.model;
  const order = { family, params: { ...params }, materials: { ...materials } };
  for (const change of overrides) {
    if (chosen[change.option] !== change.value) continue;
    Object.assign(order.params, change.params);
    Object.assign(order.materials, change.materials);
  }
  return order;
}

/** Lengths alone make no other picture: every piece fills its frame in the same way. */
function looksLike(one: Order, other: Order): boolean {
  const shape = ({ params, materials }: Order) =>
    JSON.stringify([
      Object.entries(params).filter(([, value]) => typeof value !== "number"),
      params["pieces"],
      materials,
    ]);
  return shape(one) === shape(other);
}

/** Every picture of a product, in gallery order: three looks at the opening variant, then each other option value that looks different. */
export function planPictures(product: DemoProduct): PlannedPicture[] {
  const opening: Record<string, string> = { ...product.variants[0]?.options };
  const order = orderFor(product, opening);
  const views = viewsOf(order);
  const shows = { ...opening };
  const others = product.options.flatMap((option) =>
    option.values.flatMap((value) => {
      const other = orderFor(product, { ...opening, [option.code]: value.code });
      if (looksLike(order, other)) return [];
      return [
        {
          name: `${option.code}-${value.code}`,
          kind: "option" as const,
          shows: { [option.code]: value.code },
          order: other,
          view: views.main,
        },
      ];
    }),
  );
  return [
    { name: "main", kind: "main", shows, order, view: views.main },
    { name: "front", kind: "front", shows, order, view: views.front },
    { name: "detail", kind: "detail", shows, order, view: views.detail },
    ...others,
  ];
}
