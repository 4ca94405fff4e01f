import { Box3 } from "three";
import { validateBytes } from "gltf-validator";
import { describe, expect, it } from "vitest";
import { products } from "../catalogue/index.ts";
import { orderFor } from "../render/picture-plan.ts";
import { assemble } from "./assemble.ts";
import type { Model } from "./assemble.ts";
import { buildPiece } from "./build.ts";
import type { Order } from "./build.ts";
import { embeddedTexture } from "./embedded-textures.ts";
import { families, familyCodes } from "./families.ts";
import { writeGlb } from "./glb.ts";

const plain = familyCodes.map((family): [string, Order] => [
  family,
  { family, params: {}, materials: {} },
]);
const sold = products.map((product): [string, Order] => [
  product.handle,
  orderFor(product, { ...product.variants[0]?.options }),
]);

/** Millimetres; `bodyOnly` leaves out what is not part of the measured piece. */
function extent(model: Model, bodyOnly: RegExp): Box3 {
  const box = new Box3();
  for (const body of model.bodies) {
    if (bodyOnly.test(body.name)) continue;
    body.geometry.computeBoundingBox();
    for (const at of body.at)
      if (body.geometry.boundingBox) box.union(body.geometry.boundingBox.clone().applyMatrix4(at));
  }
  return box;
}

const triangles = (model: Model) =>
  model.bodies.reduce(
    (sum, { geometry, at }) => sum + ((geometry.index?.count ?? 0) / 3) * at.length,
    0,
  );

/** What stands above or beside the measured body, by family. */
const extras =
  /^(candle|wick|twig|leaf|shoot|trunk|branch|soil|cord|cup|ring|handle|spout|lip|saucer|throw|pillow|chaise|prop|ear)/;

/** What the tests look at; models are big and take long to make, so each is made once and let go. */
function factsOf(order: Order) {
  const model = assemble(order);
  const attributes = ["position", "normal", "uv"] as const;
  return {
    triangles: triangles(model),
    sound: model.bodies.every(({ geometry }) =>
      attributes.every((name) => geometry.getAttribute(name).array.every(Number.isFinite)),
    ),
    names: model.bodies.map((body) => body.name),
    size: extent(model, order.family === "floor-lamp" ? /^$/ : extras),
  };
}

describe.each([...plain, ...sold])("model %s", (name, order) => {
  const facts = factsOf(order);

  it("is a valid glTF file below a megabyte", async () => {
    const bytes = await writeGlb(name, order, embeddedTexture);
    const report = await validateBytes(bytes);
    const { numErrors, numWarnings } = report.issues;
    expect({
      numErrors,
      numWarnings,
      messages: report.issues.messages.filter(({ severity }) => severity < 2),
    }).toEqual({ numErrors: 0, numWarnings: 0, messages: [] });
    expect(bytes.length).toBeLessThan(1_000_000);
  });

  it("stays below 60,000 triangles with sound numbers", () => {
    expect(facts.triangles).toBeLessThan(60_000);
    expect(facts.triangles).toBeGreaterThan(100);
    expect(facts.sound).toBe(true);
  });

  it("has nodes with names of their own", () => {
    expect(new Set(facts.names).size).toBe(facts.names.length);
  });

  const asked: Record<string, unknown> = { ...families[order.family].params, ...order.params };
  const { size } = facts;
  const lengths = size.max.clone().sub(size.min);

  it("stands on the ground", () => {
    expect(size.min.y).toBeGreaterThan(-8);
    expect(size.min.y).toBeLessThan(order.family === "mug" ? 9 : 4);
  });

  it("is as wide and as high as asked", () => {
    const width = asked["width"] ?? asked["diameter"];
    const frame = order.family === "bed" ? 80 : 0;
    if (typeof width === "number" && !usesOwnWidth.has(order.family)) {
      expect(lengths.x).toBeGreaterThan((width + frame) * 0.9 - 4);
      expect(lengths.x).toBeLessThan((width + frame) * 1.06 + 4);
    }
    const height = asked["height"];
    if (typeof height === "number" && !usesOwnHeight.has(order.family)) {
      expect(lengths.y).toBeGreaterThan(height * 0.9 - 6);
      expect(lengths.y).toBeLessThan(height * 1.1 + 16);
    }
  });
});

/** Rows of candlesticks, splayed trees and nested stacks measure otherwise. */
const usesOwnWidth = new Set(["candle-holder", "coat-rack", "chair", "mirror"]);
const usesOwnHeight = new Set([
  "candle-holder",
  "bench",
  "bowl",
  "plate",
  "sofa",
  "clock",
  "teapot",
  "pendant-lamp",
  "mug",
]);

it("refuses a parameter the family does not know", () => {
  expect(() => buildPiece({ family: "mug", params: { wings: 2 }, materials: {} })).toThrow("wings");
  expect(() => buildPiece({ family: "mug", params: { diameter: "wide" }, materials: {} })).toThrow(
    "diameter",
  );
});
