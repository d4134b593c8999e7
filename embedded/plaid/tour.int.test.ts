import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);

it("is a bank for any client of Plaid's API: the tour links, reads everything and removes", async () => {
  const { stdout } = await run(process.execPath, ["--import", "tsx", "scripts/plaid-tour.ts"]);
  for (const heading of ["Linked", "Accounts", "Transactions", "Holdings", "Liabilities", "Removed."]) {
    expect(stdout).toContain(heading);
  }
  expect(stdout).toMatch(/Everyday Checking +\d{4} +checking +[\d.]+ +USD/);
  expect(stdout).toMatch(/Cashback Card +[\d.]+% +[\d.]+ +at least [\d.]+ by \d{4}-\d{2}-\d{2}/);
});
