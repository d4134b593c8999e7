import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text";

describe("the plain text of an answer", () => {
  it("has no marks of Markdown", () => {
    expect(plainText("## Rent\n\nYou spent **$800.00** on [rent](/transactions).")).toBe(
      "Rent\n\nYou spent $800.00 on rent.",
    );
  });

  it("keeps lists readable", () => {
    expect(plainText("- one\n- two\n  - inner\n\n1. first\n2. second")).toBe(
      "- one\n- two\n  - inner\n\n1. first\n2. second",
    );
  });

  it("puts tabs between the cells of a table", () => {
    expect(plainText("| Month | Spent |\n|---|---:|\n| May | **$10.00** |")).toBe(
      "Month\tSpent\nMay\t$10.00",
    );
  });

  it("keeps what only looks like a mark", () => {
    expect(plainText("3 \\* 4 = 12, and $5 < $6")).toBe("3 * 4 = 12, and $5 < $6");
  });
});
