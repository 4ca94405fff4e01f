import type { AvailabilityView } from "@shopwright/server/contracts/catalog";
import { day } from "../format.ts";
import type { Frame } from "../visit.ts";

interface AvailabilityProps {
  readonly frame: Frame;
  readonly availability: AvailabilityView;
}

/** Whether it can be had, and when it leaves. */
export function Availability({ frame, availability }: AvailabilityProps) {
  return (
    <span class={`stock stock-${availability.state}`}>{availabilityText(frame, availability)}</span>
  );
}

function availabilityText(frame: Frame, { state, left, promiseDate }: AvailabilityView): string {
  const { stock } = frame.visit.text;
  const when = promiseDate === null ? null : day(frame, promiseDate);
  switch (state) {
    case "in_stock":
      return stock.inStock;
    case "low":
      return left === null ? stock.low : stock.left(left);
    case "backorder":
      return when === null ? stock.backorder : stock.backorderBy(when);
    case "supplier":
      return when === null ? stock.supplier : stock.supplierBy(when);
    case "out":
      return stock.out;
  }
}
