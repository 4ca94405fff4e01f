import { describe, expect, it } from "vitest";
import { balanceOf, signedPostings } from "./manual-entry.ts";
import type { ManualPosting } from "./manual-entry.ts";

const euros = (minor: string) => ({ minor, currency: "EUR" as const });
const bank: ManualPosting = { account: "1200", debit: euros("5000"), credit: null };
const fee: ManualPosting = { account: "4970", debit: euros("150"), credit: null };
const clearing: ManualPosting = { account: "1360", debit: null, credit: euros("5150") };

describe("an entry by hand", () => {
  it("is even when debits equal credits", () => {
    expect(balanceOf([bank, fee, clearing])).toBe(0n);
    expect(balanceOf([bank, clearing])).toBe(-150n);
  });
  it("is sent with debits positive and credits negative, empty lines left out", () => {
    const empty: ManualPosting = { account: "1200", debit: null, credit: null };
    const nowhere: ManualPosting = { ...bank, account: "" };
    expect(signedPostings([bank, clearing, empty, nowhere], "EUR")).toEqual([
      { account: "1200", amount: euros("5000") },
      { account: "1360", amount: euros("-5150") },
    ]);
  });
});
