import { phased, read, type Route, write } from "../../platform/route.ts";
import { answerCancellation, answerCancellationPreview } from "./cancel-order.ts";
import { answerBulk } from "./change-orders-at-once.ts";
import {
  addOrderNote,
  cancelOrder,
  changeOrdersAtOnce,
  checkOrderPayment,
  collectCash,
  countOrders,
  exportOrders,
  holdOrder,
  listOrders,
  markOrderPaid,
  previewCancellation,
  previewRefund,
  readOrder,
  refundOrder,
  releaseOrder,
} from "./contract.ts";
import { answerCounts } from "./count-orders.ts";
import { answerExport } from "./export-orders.ts";
import { answerHold, answerNote, answerRelease } from "./hold-and-note.ts";
import { answerOrders } from "./list-orders.ts";
import { answerOrder } from "./read-order.ts";
import { answerCash, answerCheck, answerPaid } from "./receive-money.ts";
import { answerRefund, answerRefundPreview } from "./refund-order.ts";

export const routes: Route[] = [
  read(listOrders, answerOrders),
  read(countOrders, answerCounts),
  read(exportOrders, answerExport),
  read(readOrder, answerOrder),
  write(addOrderNote, answerNote),
  write(holdOrder, answerHold),
  write(releaseOrder, answerRelease),
  read(previewCancellation, answerCancellationPreview),
  write(cancelOrder, answerCancellation),
  read(previewRefund, answerRefundPreview),
  write(refundOrder, answerRefund),
  write(markOrderPaid, answerPaid),
  write(collectCash, answerCash),
  phased(checkOrderPayment, answerCheck),
  phased(changeOrdersAtOnce, answerBulk),
];
