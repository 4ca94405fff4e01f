import fc from "fast-check";
import { expect, it } from "vitest";
import { wordDiff } from "./word-diff.ts";

it("tells which words went and which came", () => {
  expect(wordDiff("A chair of oak, oiled", "A chair of walnut, oiled twice")).toEqual([
    { kind: "same", text: "A chair of " },
    { kind: "gone", text: "oak," },
    { kind: "new", text: "walnut," },
    { kind: "same", text: " oiled" },
    { kind: "new", text: " twice" },
  ]);
});

it("is made of both texts, whatever they are", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", " ", "\n"), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (was, is) => {
      const runs = wordDiff(was.join(""), is.join(""));
      const text = (without: string) =>
        runs
          .filter(({ kind }) => kind !== without)
          .map((run) => run.text)
          .join("");
      expect(text("new")).toBe(was.join(""));
      expect(text("gone")).toBe(is.join(""));
    }),
  );
});
