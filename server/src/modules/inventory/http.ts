import { present } from "../../kernel/assert.ts";
import { sumMoney, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { read, type Route, write } from "../../platform/route.ts";
import { booksCurrency } from "../ledger/index.ts";
import * as contract from "./contract.ts";
import { adjustStock } from "./movements/adjust-stock.ts";
import type { Moved } from "./movements/move-goods.ts";
import { receiveStock } from "./movements/receive-stock.ts";
import { reverseMovement } from "./movements/reverse-movement.ts";
import { transferStock } from "./movements/transfer-stock.ts";
import { listMovements } from "./reading/list-movements.ts";
import { findStockRow, listStock } from "./reading/list-stock.ts";
import { readStock } from "./reading/read-stock.ts";
import {
  changeWarehouse,
  createWarehouse,
  deleteWarehouse,
  listWarehouses,
  warehouseViewOf,
} from "./warehouses.ts";

export const routes: Route[] = [
  read(contract.listStock, (ctx, { query }) => listStock(ctx, query)),
  read(contract.readStock, (ctx, { params }) => readStock(ctx, params.variantId)),
  read(contract.listMovements, (ctx, { query }) => listMovements(ctx, query)),
  write(contract.adjustStock, async (ctx, { params, body }) => {
    await adjustStock(ctx, { ...params, ...body });
    return present(await findStockRow(ctx, params.variantId), "the variant just adjusted");
  }),
  write(contract.receiveStock, async (ctx, { body }) => {
    const moved = await receiveStock(ctx, body);
    const value = sumMoney(
      moved.map((each) => ({ minor: each.value, currency: booksCurrency })),
      booksCurrency,
    );
    return { movementIds: idsOf(moved), value: toWire(value) };
  }),
  write(contract.transferStock, async (ctx, { body }) => {
    return { movementIds: idsOf(await transferStock(ctx, body)) };
  }),
  write(contract.reverseMovement, async (ctx, { params, body }) => {
    const { movementId } = await reverseMovement(ctx, params.movementId, body.note);
    return { movementId: typeId("movement", movementId) };
  }),
  read(contract.listWarehouses, async (ctx) => ({
    items: (await listWarehouses(ctx)).map(warehouseViewOf),
  })),
  write(contract.createWarehouse, async (ctx, { body }) =>
    warehouseViewOf(await createWarehouse(ctx, body)),
  ),
  write(contract.changeWarehouse, async (ctx, { params, body }) =>
    warehouseViewOf(await changeWarehouse(ctx, params.locationId, body)),
  ),
  write(contract.deleteWarehouse, async (ctx, { params }) => {
    await deleteWarehouse(ctx, params.locationId);
    return undefined;
  }),
];

function idsOf(moved: readonly Moved[]): string[] {
  return moved.map(({ movementId }) => typeId("movement", movementId));
}
