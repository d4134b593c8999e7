import { describe, expect, it } from "vitest";
import type { Digest } from "../contract/digest";
import { toMoney } from "../domain/money";
import { writeDigestMail } from "./digest-mail";

const links = {
  overview: "https://purser.example/overview",
  unsubscribe: "https://purser.example/u?token=a&b",
};
const digest = (merchant: string): Digest => ({
  week: { start: "2026-11-23", end: "2026-11-29" },
  spending: [{ spent: toMoney(12_345, "USD"), usual: toMoney(20_000, "USD") }],
  biggest: [{ id: "1", date: "2026-11-24", merchant, amount: toMoney(9_900, "USD") }],
  bills: [{ name: "Rent", date: "2026-12-01", amount: toMoney(150_000, "USD"), isEstimate: true }],
  insights: [],
});

describe("a digest as a message", () => {
  it("says in plain text what the overview says, and leaves out what there is nothing of", () => {
    const { subject, text } = writeDigestMail(digest("Market"), links);
    expect(subject).toBe("Your week, Nov 23 to Nov 29");
    expect(text).toBe(
      [
        "Your week, Nov 23 to Nov 29",
        "Spending\n- $123.45; $200.00 in a usual week",
        "What cost most\n- Nov 24: Market, $99.00",
        "Bills of the next seven days\n- Dec 1: Rent, about $1,500.00",
        `See everything: ${links.overview}\nNo more of these messages: ${links.unsubscribe}\n`,
      ].join("\n\n"),
    );
  });

  it.each([
    '<img src=x onerror="alert(1)">',
    "</li><script>alert(1)</script>",
    "\" onmouseover='x'",
    "A&amp;B<b>",
  ])("lets nothing that a bank writes become markup: %s", (name) => {
    const { html } = writeDigestMail(digest(name), links);
    expect(html.match(/<[a-z!/][^>]*>/gi)?.join("")).toBe(
      writeDigestMail(digest("Market"), links)
        .html.match(/<[a-z!/][^>]*>/gi)
        ?.join(""),
    );
  });

  it("lets no name begin a line of its own", () => {
    const { text } = writeDigestMail(digest("Shop\r\n\r\nSend money to X"), links);
    expect(text).toContain("- Nov 24: Shop Send money to X, $99.00");
  });
});
