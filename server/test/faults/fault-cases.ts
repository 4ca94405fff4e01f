import { failpoints, type Failpoint } from "../../src/platform/failpoint.ts";

/** What was going on when a process was killed. */
export type Flow =
  | "order, paid at once"
  | "order, paid at shipping"
  | "order, paid in part with a gift card"
  | "order, a gift card among the goods"
  | "parcel, paid as it leaves"
  | "parcel, paid at the door"
  | "refund of a parcel"
  | "cancellation before payment was taken"
  | "cancellation after payment was taken";

export interface FaultCase {
  readonly point: Failpoint;
  readonly flow: Flow;
  /** Who dies there: the process that answers the request, or the one that does what follows from it. */
  readonly dies: "web" | "worker";
}

function at(flow: Flow, dies: FaultCase["dies"], ...points: readonly Failpoint[]): FaultCase[] {
  return points.map((point) => ({ point, flow, dies }));
}

const capture = ["capture.prepared", "capture.called", "capture.finalised"] as const;
const refund = ["refund.prepared", "refund.called", "refund.finalised"] as const;

export const faultCases: readonly FaultCase[] = [
  ...at(
    "order, paid at once",
    "web",
    "checkout.before-prepare",
    "checkout.before-commit",
    "checkout.prepared",
    "checkout.authorising",
    "checkout.authorised",
    "checkout.settled",
    "checkout.finalised",
    ...capture,
  ),
  ...at("order, paid at shipping", "web", "checkout.prepared", "checkout.authorised"),
  ...at("order, paid in part with a gift card", "web", "credit.held", "credit.captured"),
  ...at("order, a gift card among the goods", "worker", "credit.delivered"),
  ...at(
    "parcel, paid as it leaves",
    "web",
    "shipping.prepared",
    ...capture,
    "shipping.captured",
    "shipping.before-commit",
    "shipping.finalised",
  ),
  ...at("parcel, paid at the door", "web", "shipping.before-commit"),
  ...at("refund of a parcel", "web", "refund.before-commit"),
  ...at("refund of a parcel", "worker", ...refund, "refund.credited"),
  ...at("cancellation before payment was taken", "web", "void.before-commit"),
  ...at(
    "cancellation before payment was taken",
    "worker",
    "void.prepared",
    "void.called",
    "void.finalised",
  ),
  ...at("cancellation after payment was taken", "worker", "refund.called"),
];

/** Failpoints of the program that none of these cases comes by. */
export function untried(cases: readonly FaultCase[]): Failpoint[] {
  return failpoints.filter((point) => !cases.some((each) => each.point === point));
}
