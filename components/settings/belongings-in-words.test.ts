import { describe, expect, it } from "vitest";
import { belongingsInWords } from "./belongings-in-words";

const nothing = { conversations: 0, banks: 0, transactions: 0, memories: 0 };

describe("what goes with an account, in words", () => {
  it("is the account alone where nothing else is kept", () => {
    expect(belongingsInWords(nothing)).toBe("your account");
  });

  it("counts what there is, one and many, and leaves out what there is none of", () => {
    expect(belongingsInWords({ ...nothing, conversations: 1 })).toBe("your account and 1 conversation");
    expect(belongingsInWords({ conversations: 12, banks: 1, transactions: 4_210, memories: 2 })).toBe(
      "your account, 12 conversations, 1 connected bank, 4,210 transactions, and 2 memories",
    );
  });
});
