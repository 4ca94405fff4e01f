export type { OrderPaymentMethod } from "./contract.ts";
export { completeIfDone } from "./complete-if-done.ts";
export { createOrder } from "./create-order.ts";
export type { NewOrder, NewOrderLine } from "./create-order.ts";
export { orderCancelled, orderCompleted, orderHoldReleased, orderPlaced } from "./events.ts";
export { holdOrder, releaseHold } from "./hold-order.ts";
export { linkSecretOf } from "./link-secret.ts";
export { markPlaced } from "./mark-placed.ts";
export type { PlacedHow } from "./mark-placed.ts";
export { isDone, isPaymentCovered, mayBecome, outstandingMoney } from "./order.ts";
export type {
  CaptureMoment,
  LineDiscount,
  Order,
  OrderLine,
  OrderTaxLine,
  SoldDelivery,
} from "./order.ts";
export {
  discountViews,
  orderLineView,
  readOrderView,
  taxLineView,
  timelineView,
} from "./order-view.ts";
export {
  findOrder,
  findOrderByCart,
  findOrderByLink,
  getOrder,
  lockOrder,
  orderLines,
  orderTaxLines,
  overdueOrders,
} from "./queries.ts";
export { type OrderLimits, requireOrderRoom } from "./order-room.ts";
export { promiseLines } from "./promise-lines.ts";
export { recordCancelled, withCharges } from "./record-cancelled.ts";
export type { Cancelled, CancelledLine } from "./record-cancelled.ts";
export { recordInvoiced } from "./record-invoiced.ts";
export { recordPayment } from "./record-payment.ts";
export type { PaymentDeltas } from "./record-payment.ts";
export { recordRefunded } from "./record-refunded.ts";
export { recordShipped } from "./record-shipped.ts";
export { changePaymentMethod } from "./change-payment-method.ts";
export { addTimeline, addTimelines, listTimeline } from "./timeline.ts";
export type { TimelineEntry, TimelineNote } from "./timeline.ts";
