export { type Availability, readAvailability } from "./availability.ts";
export { backorderCovered } from "./events.ts";
export { places } from "./location.ts";
export { adjustStock, type StockAdjustment } from "./movements/adjust-stock.ts";
export { countStock, type CountedStock } from "./movements/count-stock.ts";
export type { Moved } from "./movements/move-goods.ts";
export { type ReceiptLine, receiveStock, type StockReceipt } from "./movements/receive-stock.ts";
export { returnToStock, type StockReturn } from "./movements/return-to-stock.ts";
export { reverseMovement } from "./movements/reverse-movement.ts";
export {
  type ShippedGoods,
  type ShippedLine,
  type Shipping,
  shipReserved,
} from "./movements/ship-reserved.ts";
export { transferStock, type StockTransfer } from "./movements/transfer-stock.ts";
export { type UnitsWithCustomer, unitsWithCustomer } from "./movements/units-with-customer.ts";
export { allocateReservations } from "./reservations/allocate-reservations.ts";
export { markPicked, type PickedUnits, undoPicked } from "./reservations/mark-picked.ts";
export {
  type ReleasedUnits,
  type ReleaseOptions,
  releaseReservations,
} from "./reservations/release-reservations.ts";
export type { Reservation, ReservationState } from "./reservations/reservation.ts";
export {
  reserveStock,
  type ShortLine,
  type StockRequest,
  type StockReserved,
} from "./reservations/reserve-stock.ts";
export { listReservations } from "./reservations/store.ts";
export { type StockPolicy, stockStateOf } from "./stock.ts";
export {
  createWarehouse,
  listWarehouses,
  type Warehouse,
  type WarehouseFacts,
} from "./warehouses.ts";
