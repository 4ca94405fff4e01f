import { appendFileSync } from "node:fs";

/** Every place where a test may end the process: the steps of checkout, capture, refund and shipping. */
export const failpoints = [
  "checkout.before-prepare",
  "checkout.prepared",
  "checkout.before-commit",
  "checkout.authorising",
  "checkout.authorised",
  "checkout.settled",
  "checkout.finalised",
  "credit.held",
  "credit.captured",
  "credit.delivered",
  "capture.prepared",
  "capture.called",
  "capture.finalised",
  "refund.before-commit",
  "refund.prepared",
  "refund.called",
  "refund.finalised",
  "refund.credited",
  "void.before-commit",
  "void.prepared",
  "void.called",
  "void.finalised",
  "shipping.prepared",
  "shipping.captured",
  "shipping.before-commit",
  "shipping.finalised",
] as const;
export type Failpoint = (typeof failpoints)[number];

const armed =
  process.env["NODE_ENV"] === "production" ? undefined : process.env["SHOPWRIGHT_FAILPOINT"];
const witness = process.env["SHOPWRIGHT_FAILPOINT_WITNESS"];

/** Kills this process here, without a chance to tidy up, when a fault test has armed this name. */
export function failpoint(name: Failpoint): void {
  if (armed !== name) return;
  if (witness !== undefined) appendFileSync(witness, `${name}\n`);
  process.kill(process.pid, "SIGKILL");
}
