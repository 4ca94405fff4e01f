import { notFound, refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { phased, read, type Route, write } from "../../platform/route.ts";
import { findOrderByLink } from "../orders/index.ts";
import { changeTracking, markDelivered } from "./change-shipment.ts";
import * as contract from "./contract.ts";
import { packGoods, pickGoods } from "./pick-goods.ts";
import { packingSlipFile } from "./pdf/packing-slip.ts";
import { pickListFile } from "./pdf/pick-list.ts";
import { pageOfShipments, pageOfWork, readShipment, readWork, shipmentsOf } from "./queries.ts";
import { shipParcel } from "./ship-parcel.ts";

export const routes: Route[] = [
  read(contract.listFulfilments, (ctx, { query }) => pageOfWork(ctx, query)),
  read(contract.readFulfilment, (ctx, { params }) => readWork(ctx, params.id)),
  write(contract.pickGoods, async (ctx, { params, body }) => {
    await pickGoods(ctx, params.id, body.lines);
    return readWork(ctx, params.id);
  }),
  write(contract.packGoods, async (ctx, { params }) => {
    await packGoods(ctx, params.id);
    return readWork(ctx, params.id);
  }),
  phased(contract.shipParcel, async (edge, { params, body }) => {
    const { carrier, trackingNumber = "", lines = null } = body;
    const id = await shipParcel(edge, { workId: params.id, carrier, trackingNumber, lines });
    return readShipment(edge.reading(), id);
  }),
  read(contract.listShipments, (ctx, { query }) => pageOfShipments(ctx, query)),
  write(contract.markDelivered, async (ctx, { params }) => {
    await markDelivered(ctx, params.id);
    return readShipment(ctx, params.id);
  }),
  write(contract.changeTracking, async (ctx, { params, body }) => {
    await changeTracking(ctx, params.id, body.carrier, body.trackingNumber);
    return readShipment(ctx, params.id);
  }),
  read(contract.readPackingSlip, (ctx, { params }) => packingSlipFile(ctx, params.id)),
  read(contract.readPickList, (ctx, { params }) => pickListFile(ctx, params.id)),
  read(contract.listOrderShipments, async (ctx, { params }) => goneParcels(ctx, params.secret)),
];

/** What a shopper may see of an order's parcels: those that left, without what only staff need. */
async function goneParcels(ctx: Context, secret: string): Promise<contract.OwnShipmentView[]> {
  const order = (await findOrderByLink(ctx, secret)) ?? refuse(notFound);
  const parcels = (await shipmentsOf(ctx, order.id)).filter((each) => each.shippedAt !== null);
  return parcels.map(
    ({ number, carrierName, trackingNumber, trackingUrl, lines, shippedAt, deliveredAt }) => ({
      number,
      carrierName,
      trackingNumber,
      trackingUrl,
      lines,
      shippedAt,
      deliveredAt,
    }),
  );
}
