import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "./ids.ts";
import { decodeTypeId, encodeTypeId, parseTypeId, typeId, typeIdPattern } from "./type-id.ts";

// The vectors published with the TypeID specification, version 0.3.
const nil = "00000000-0000-0000-0000-000000000000";
const validVectors: [name: string, text: string, prefix: string, uuid: string][] = [
  ["nil", "00000000000000000000000000", "", nil],
  ["one", "00000000000000000000000001", "", "00000000-0000-0000-0000-000000000001"],
  ["ten", "0000000000000000000000000a", "", "00000000-0000-0000-0000-00000000000a"],
  ["sixteen", "0000000000000000000000000g", "", "00000000-0000-0000-0000-000000000010"],
  ["thirty-two", "00000000000000000000000010", "", "00000000-0000-0000-0000-000000000020"],
  ["max-valid", "7zzzzzzzzzzzzzzzzzzzzzzzzz", "", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
  [
    "valid-alphabet",
    "prefix_0123456789abcdefghjkmnpqrs",
    "prefix",
    "0110c853-1d09-52d8-d73e-1194e95b5f19",
  ],
  [
    "valid-uuidv7",
    "prefix_01h455vb4pex5vsknk084sn02q",
    "prefix",
    "01890a5d-ac96-774b-bcce-b302099a8057",
  ],
  ["prefix-underscore", "pre_fix_00000000000000000000000000", "pre_fix", nil],
];

const invalidVectors: [name: string, text: string][] = [
  ["prefix-uppercase", "PREFIX_00000000000000000000000000"],
  ["prefix-numeric", "12345_00000000000000000000000000"],
  ["prefix-period", "pre.fix_00000000000000000000000000"],
  ["prefix-non-ascii", "préfix_00000000000000000000000000"],
  ["prefix-spaces", "  prefix_00000000000000000000000000"],
  [
    "prefix-64-chars",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl_00000000000000000000000000",
  ],
  ["separator-empty-prefix", "_00000000000000000000000000"],
  ["separator-empty", "_"],
  ["suffix-short", "prefix_1234567890123456789012345"],
  ["suffix-long", "prefix_123456789012345678901234567"],
  ["suffix-spaces", "prefix_1234567890123456789012345 "],
  ["suffix-uppercase", "prefix_0123456789ABCDEFGHJKMNPQRS"],
  ["suffix-hyphens", "prefix_123456789-123456789-123456"],
  ["suffix-wrong-alphabet", "prefix_ooooooiiiiiiuuuuuuulllllll"],
  ["suffix-ambiguous-crockford", "prefix_i23456789ol23456789oi23456"],
  ["suffix-hyphens-crockford", "prefix_123456789-0123456789-0123456"],
  ["suffix-overflow", "prefix_8zzzzzzzzzzzzzzzzzzzzzzzzz"],
  ["prefix-underscore-start", "_prefix_00000000000000000000000000"],
  ["prefix-underscore-end", "prefix__00000000000000000000000000"],
];

describe("the specification's vectors", () => {
  it.each(validVectors)("valid: %s", (_name, text, prefix, uuid) => {
    expect(encodeTypeId(prefix, uuid)).toBe(text);
    expect(decodeTypeId(text)).toEqual({ prefix, uuid });
  });

  it.each(invalidVectors)("invalid: %s", (_name, text) => {
    expect(decodeTypeId(text)).toBeNull();
  });
});

describe("ids of a kind", () => {
  it("round-trips every UUID, and keeps their order", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(parseTypeId("order", typeId("order", a))).toBe(a);
        expect(typeId("order", a) < typeId("order", b)).toBe(a < b);
        expect(typeId("order", a)).toMatch(new RegExp(typeIdPattern("order")));
      }),
    );
  });

  it("takes no other kind's id", () => {
    expect(parseTypeId("order", typeId("cart", newId()))).toBeNull();
    expect(parseTypeId("order", typeId("order_line", newId()))).toBeNull();
  });

  it("never throws, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseTypeId("order", text)).toBeNull();
      }),
    );
  });

  it("refuses to encode what is not a UUID or under no prefix", () => {
    expect(() => encodeTypeId("order", "x")).toThrow(RangeError);
    expect(() => encodeTypeId("Order", nil)).toThrow(RangeError);
  });
});
