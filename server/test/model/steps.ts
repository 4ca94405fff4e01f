import fc from "fast-check";

/** What somebody does next. The numbers choose among what is there, so that any of them means something. */
export interface Step {
  readonly kind: StepKind;
  readonly a: number;
  readonly b: number;
  readonly units: number;
  /** The next step comes before what follows from this one was done, where that may be. */
  readonly hasty: boolean;
}

/** How often each is chosen: what needs others to have gone before comes more often. */
const weights = {
  "new cart": 2,
  "add to cart": 1,
  "change cart line": 1,
  order: 2,
  "pay again": 1,
  "mark paid": 3,
  "mark part paid": 1,
  "collect cash": 2,
  "cancel all": 1,
  "cancel part": 2,
  pick: 2,
  "ship all": 3,
  "ship part": 3,
  "refund units": 3,
  "refund amount": 3,
  "refund all": 1,
  "confirm refund": 3,
  "adjust stock": 2,
  hold: 1,
  release: 1,
  sweep: 1,
} as const;
export type StepKind = keyof typeof weights;

export const stepKinds = Object.keys(weights) as StepKind[];

function stepOf(kind: fc.Arbitrary<StepKind>): fc.Arbitrary<Step> {
  return fc.record({
    kind,
    a: fc.nat(59),
    b: fc.nat(59),
    units: fc.integer({ min: 1, max: 4 }),
    hasty: fc.boolean(),
  });
}

const anyStep = stepOf(
  fc.constantFrom(...stepKinds.flatMap((kind) => Array<StepKind>(weights[kind]).fill(kind))),
);

/** A day in the shop: it begins with an order, so that there is something to do. */
export const histories: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    stepOf(fc.constant("new cart")),
    stepOf(fc.constant("order")),
    fc.array(anyStep, { minLength: 6, maxLength: 18 }),
  )
  .map(([cart, order, rest]) => [cart, order, ...rest]);

/** One of the list, chosen by a number; undefined when there is none. */
export function chosen<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}
