export { carriers, trackingUrl } from "./carriers.ts";
export type { Carrier } from "./carriers.ts";
export { parcelDelivered, parcelShipped } from "./events.ts";
export { shipmentsOf, worksForDesk } from "./queries.ts";
export { parcelIsLeaving, withdrawWork } from "./withdraw-work.ts";
