import { present } from "../../src/kernel/assert.ts";
import { typeId } from "../../src/kernel/type-id.ts";
import {
  addCartLine,
  changeCartDetails,
  changeCartLine,
  createCart,
} from "../../src/modules/cart/contract.ts";
import { payOrderAgain, placeOrder } from "../../src/modules/checkout/contract.ts";
import { berlin } from "../../src/modules/checkout/examples.ts";
import * as desk from "../../src/modules/desk/contract.ts";
import * as dispatch from "../../src/modules/fulfilment/contract.ts";
import { adjustStock } from "../../src/modules/inventory/contract.ts";
import { confirmOperation } from "../../src/modules/payments/contract.ts";
import * as model from "./model.ts";
import { chosen, type Step } from "./steps.ts";
import { type Answer, ask, type ModelCart, sweep, type World } from "./world.ts";

/** Whether the model and the shop both did it, or both said no. Undefined: there was nothing to do it with. */
export type Verdict = { readonly expected: boolean; readonly done: boolean } | undefined;

const methods: readonly model.Method[] = [
  "cash-on-delivery",
  "bank-transfer",
  "test-card",
  "test-card",
];
const tokens: readonly model.Token[] = ["approved", "declined", "lost", "approved"];

/** Does one thing in the model and in the shop. */
export async function takeStep(world: World, step: Step): Promise<Verdict> {
  const { kind, a } = step;
  if (kind === "new cart" || kind === "add to cart" || kind === "change cart line") {
    return shop(world, step);
  }
  if (kind === "order") return placeCart(world, step);
  if (kind === "adjust stock") return adjust(world, step);
  if (kind === "sweep") {
    await sweep(world);
    for (const order of world.orders) if (order.unheard) model.promise(order);
    return { expected: true, done: true };
  }
  const order = chosen(world.orders, a);
  return order === undefined ? undefined : workOn(world, order, step);
}

async function shop(world: World, { kind, a, b, units }: Step): Promise<Verdict> {
  const thing = present(chosen(world.things, a), "a thing");
  const wanted = { variantId: typeId("variant", thing.id), quantity: units };
  if (kind === "new cart") {
    const reply = await ask(world, createCart, { body: { market: "eu", lines: [wanted] } });
    if (!reply.done) return { expected: true, done: false };
    const lineId = reply.reply.lines[0]?.id ?? "";
    world.carts.push({ id: reply.reply.id, lines: [{ thing, quantity: units, lineId }] });
    return { expected: true, done: true };
  }
  const cart = chosen(world.carts, b);
  if (cart === undefined) return undefined;
  const params = { id: cart.id };
  if (kind === "add to cart") {
    const { done } = await ask(world, addCartLine, { params, body: wanted });
    await readLines(world, cart);
    return { expected: true, done };
  }
  const line = chosen(cart.lines, a);
  if (line === undefined) return undefined;
  const quantity = units - 1;
  const { done } = await ask(world, changeCartLine, {
    params: { ...params, lineId: line.lineId },
    body: { quantity },
  });
  const lines = cart.lines.splice(0).filter((each) => each !== line || quantity > 0);
  if (quantity > 0) line.quantity = quantity;
  cart.lines.push(...lines);
  return { expected: true, done };
}

async function readLines(world: World, cart: ModelCart): Promise<void> {
  const reply = await ask(world, changeCartDetails, { params: { id: cart.id }, body: {} });
  if (!reply.done) throw new Error("the cart cannot be read");
  const lines = reply.reply.lines.map((line) => {
    const thing = world.things.find(({ id }) => typeId("variant", id) === line.variantId);
    return { thing: present(thing, "the thing"), quantity: line.quantity, lineId: line.id };
  });
  cart.lines.splice(0, cart.lines.length, ...lines);
}

/** The order of a cart; the cart is gone afterwards if it worked. */
async function placeCart(world: World, { a, b, units }: Step): Promise<Verdict> {
  const cart = chosen(world.carts, a);
  if (cart === undefined) return undefined;
  const method = present(chosen(methods, b), "a method");
  const token = present(chosen(tokens, units), "a token");
  const body = { email: `${cart.id}@example.com`, shippingAddress: berlin };
  const params = { id: cart.id };
  const detailed = await ask(world, changeCartDetails, { params, body });
  if (!detailed.done) return { expected: true, done: false };
  const choice = detailed.reply.deliveryChoices.find(({ code }) => code === "de-parcel");
  const delivery = BigInt(choice?.price.minor ?? 0);
  const untouched = { cancelled: 0, shipped: 0, refundedUnits: 0 };
  const lines = cart.lines.map(({ thing, quantity }) => ({ thing, quantity, ...untouched }));
  const total = lines.reduce(
    (sum, each) => sum + each.thing.price * BigInt(each.quantity),
    delivery,
  );
  const answer = await ask(world, placeOrder, {
    params,
    body: {
      expectedTotal: { minor: total.toString(), currency: "EUR" },
      ...(choice === undefined ? {} : { deliveryOptionId: choice.id }),
      paymentMethod: method,
      paymentToken: token,
    },
  });
  const inStock = lines.every(({ thing, quantity }) => thing.onHand - thing.reserved >= quantity);
  const expected = lines.length > 0 && inStock;
  if (!answer.done) return { expected, done: false };
  world.carts.splice(world.carts.indexOf(cart), 1);
  const { id, linkSecret: secret } = answer.reply.order;
  const { captureAtOrder } = world;
  const order: model.Order = {
    id,
    secret,
    lines,
    delivery,
    captureAtOrder,
    method,
    status: "pending",
    held: false,
    unheard: false,
    promised: false,
    captured: 0n,
    returned: [],
    gesture: false,
  };
  for (const { thing, quantity } of lines) thing.reserved += quantity;
  model.beginPayment(order, method, token);
  world.orders.push(order);
  return { expected, done: true };
}

async function adjust(world: World, { a, b, units }: Step): Promise<Verdict> {
  const thing = present(chosen(world.things, a), "a thing");
  const delta = b % 2 === 0 ? units : -units;
  const { done } = await ask(world, adjustStock, {
    params: { variantId: typeId("variant", thing.id) },
    body: {
      locationId: typeId("location", world.warehouse.id),
      change: { delta },
      reason: delta > 0 ? "found" : "loss",
    },
  });
  const expected = thing.onHand + delta >= thing.reserved;
  if (done) thing.onHand += delta;
  return { expected, done };
}

async function workOn(world: World, order: model.Order, step: Step): Promise<Verdict> {
  const { b, units } = step;
  const params = { orderId: order.id };
  const isOpen = order.status === "pending" || order.status === "placed";
  const verdict = (expected: boolean, { done }: Answer<unknown>, effect: () => void): Verdict => {
    if (done) effect();
    return { expected, done };
  };
  switch (step.kind) {
    case "pay again": {
      const method = present(chosen(methods, b), "a method");
      const token = present(chosen(tokens, units), "a token");
      const answer = await ask(world, payOrderAgain, {
        params: { secret: order.secret },
        body: { method, paymentToken: token },
      });
      return verdict(order.status === "pending", answer, () =>
        model.beginPayment(order, method, token),
      );
    }
    case "mark paid":
    case "mark part paid": {
      const due = model.dueOf(order) - order.captured;
      const part = step.kind === "mark paid" ? due : BigInt(units * 1000);
      const amount =
        step.kind === "mark paid"
          ? {}
          : { amount: { minor: part.toString(), currency: "EUR" as const } };
      const answer = await ask(world, desk.markOrderPaid, { params, body: amount });
      const awaited = order.method === "bank-transfer" && part > 0n;
      return verdict(awaited, answer, () => model.capture(order, part));
    }
    case "collect cash": {
      const onItsWay = model.invoicedOf(order) - order.captured;
      const answer = await ask(world, desk.collectCash, { params, body: {} });
      const expected = order.method === "cash-on-delivery" && onItsWay > 0n;
      return verdict(expected, answer, () => model.capture(order, onItsWay));
    }
    case "hold": {
      const answer = await ask(world, desk.holdOrder, { params, body: { reason: "odd" } });
      return verdict(isOpen, answer, () => {
        order.held = true;
      });
    }
    case "release": {
      const answer = await ask(world, desk.releaseOrder, { params });
      return verdict(order.held, answer, () => {
        order.held = false;
        model.captureAtOrder(order);
      });
    }
    case "cancel all": {
      const answer = await ask(world, desk.cancelOrder, { params, body: { reason: "none" } });
      const some = order.lines.some((line) => model.openUnits(line) > 0);
      return verdict(isOpen && some, answer, () => {
        for (const line of order.lines) model.cancelUnits(line, model.openUnits(line));
        model.afterCancelling(order);
      });
    }
    case "cancel part": {
      const line = present(chosen(order.lines, b), "a line");
      const lines = [{ orderLineId: await lineId(world, order, line), quantity: units }];
      const answer = await ask(world, desk.cancelOrder, {
        params,
        body: { lines, reason: "less" },
      });
      return verdict(isOpen && units <= model.openUnits(line), answer, () => {
        model.cancelUnits(line, units);
        model.afterCancelling(order);
      });
    }
    case "refund units":
    case "refund amount":
    case "refund all":
      return refund(world, order, step);
    case "confirm refund":
      return confirm(world, order);
    case "pick":
    case "ship part":
    case "ship all":
      return dispatchGoods(world, order, step);
    default:
      return undefined;
  }
}

async function seen(world: World, order: model.Order): Promise<desk.DeskOrderView> {
  const answer = await ask(world, desk.readOrder, { params: { orderId: order.id } });
  if (!answer.done) throw new Error("the order cannot be read");
  return answer.reply;
}

async function lineId(world: World, order: model.Order, line: model.Line): Promise<string> {
  const view = await seen(world, order);
  const found = view.lines.find((each) => each.variantId === typeId("variant", line.thing.id));
  return present(found, "the line").id;
}

async function refund(
  world: World,
  order: model.Order,
  { kind, b, units }: Step,
): Promise<Verdict> {
  const params = { orderId: order.id };
  const line = present(chosen(order.lines, b), "a line");
  const restock = kind === "refund units" && b % 3 === 0;
  const part =
    kind === "refund units"
      ? { lines: [{ orderLineId: await lineId(world, order, line), quantity: units }], restock }
      : kind === "refund amount"
        ? { amount: { minor: String(units * 777), currency: "EUR" as const } }
        : {};
  const preview = await ask(world, desk.previewRefund, { params, body: part });
  const answer = await ask(world, desk.refundOrder, {
    params,
    body: { ...part, reason: "not as it should be" },
  });
  const creditable = model.creditableOf(order);
  const price = line.thing.price * BigInt(units);
  const asked =
    kind === "refund units" ? price : kind === "refund amount" ? BigInt(units * 777) : creditable;
  // After a gesture units are worth less than their price; how much less the tax room's tests say.
  const worth =
    order.gesture && kind === "refund units" && preview.done
      ? BigInt(preview.reply.amount.minor)
      : asked;
  const unitsLeft = kind !== "refund units" || units <= line.shipped - line.refundedUnits;
  const state = order.status === "placed" || order.status === "completed";
  const fits = worth > 0n && worth <= creditable && worth <= model.refundableOf(order);
  const expected = state && unitsLeft && fits && worth <= asked && preview.done;
  if (!answer.done) return { expected, done: false };
  model.giveBack(order, worth, true);
  if (kind === "refund amount") order.gesture = true;
  if (kind === "refund units") line.refundedUnits += units;
  if (kind === "refund all") for (const each of order.lines) each.refundedUnits = each.shipped;
  if (restock) line.thing.onHand += units;
  return { expected, done: true };
}

/** Staff say that they have sent the oldest refund that is open; not one that the card service sends. */
async function confirm(world: World, order: model.Order): Promise<Verdict> {
  const operations = (await seen(world, order)).attempts.flatMap((each) => each.operations);
  const open = operations.find((each) => each.kind === "refund" && each.state === "created");
  if (open === undefined) {
    return { expected: order.returned.some(({ sent }) => !sent), done: false };
  }
  const answer = await ask(world, confirmOperation, { params: { operationId: open.id } });
  const same = order.returned.find(
    ({ sent, amount }) => !sent && amount === BigInt(open.amount.minor),
  );
  if (answer.done && same !== undefined) same.sent = true;
  return { expected: same !== undefined, done: answer.done };
}

async function dispatchGoods(world: World, order: model.Order, step: Step): Promise<Verdict> {
  const { kind, b, units } = step;
  const line = present(chosen(order.lines, b), "a line");
  const work = (await seen(world, order)).fulfilmentOrders.find((each) =>
    ["open", "picking", "packed"].includes(each.state),
  );
  const left = order.lines.some((each) => model.openUnits(each) > 0);
  const ready = order.status === "placed" && left && model.isCovered(order);
  if (work === undefined) {
    // Work that waits for a hold's release is given out then, if it was not before.
    return { expected: ready && !order.held, done: false };
  }
  if (!ready) return { expected: false, done: true };
  const params = { id: work.id };
  const view = await ask(world, dispatch.readFulfilment, { params });
  if (!view.done) throw new Error("the work cannot be read");
  const variantId = typeId("variant", line.thing.id);
  const workLine = view.reply.lines.find((each) => each.variantId === variantId);
  const open = model.openUnits(line);
  if (kind === "pick") {
    if (workLine === undefined) return undefined;
    const picked = line.shipped + units;
    const lines = [{ line: workLine.id, picked }];
    const { done } = await ask(world, dispatch.pickGoods, { params, body: { lines } });
    return { expected: !order.held && units <= open, done };
  }
  const all = kind === "ship all";
  if (!all && workLine === undefined) return undefined;
  const body = { carrier: "dhl" as const, trackingNumber: "00340434292135100186" };
  const part = { lines: [{ line: workLine?.id ?? "", quantity: units }] };
  const { done } = await ask(world, dispatch.shipParcel, {
    params,
    body: all ? body : { ...body, ...part },
  });
  if (done) {
    const parts = all
      ? order.lines.map((each) => [each, model.openUnits(each)] as const)
      : [[line, units] as const];
    model.ship(order, parts);
  }
  return { expected: !order.held && (all || units <= open), done };
}
