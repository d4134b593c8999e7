import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Where the traps have their tests: what needs a store is apart. */
const FILES = ["lib/domain/traps.test.ts", "lib/insights/pending-traps.int.test.ts"];

/** The ways in which others got their numbers wrong. */
const TRAPS = [
  "card payment, both legs",
  "savings transfers",
  "refund in the same month",
  "refund in the next month",
  "pending to posted with a tip",
  "unmatched pending",
  "duplicate item",
  "person to person",
  "cash machine",
  "split",
  "foreign currency without a rate",
  "same-amount twins",
  "merchant aliases",
  "price rise",
  "annual subscription",
  "month-end",
  "February 29",
  "daylight saving",
  "null category",
  "category of zero or less",
  "orders in a merchant's name",
];

/** The title of a test that runs: one that is skipped proves nothing. */
const TITLE = /\bit\(\s*"([^"]+)"/g;

const titles = FILES.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(TITLE)].map(([, title = ""]) => title),
);

it.each(TRAPS)("there is a test that is named for the trap: %s", (trap) => {
  expect(titles.filter((title) => title.startsWith(`${trap}: `))).not.toEqual([]);
});
