import Papa from "papaparse";
import { expect, it } from "vitest";
import { readImport } from "../../lib/banking/read-import";
import { HOSTILE_TEXTS } from "./hostile-texts";

const HEADER = ["Date", "Description", "Merchant", "Category", "Amount", "Currency"];

function read(rows: readonly string[][], name = "export.csv") {
  const bytes = new TextEncoder().encode(Papa.unparse([HEADER, ...rows]));
  return readImport({ name, bytes }, { overrides: {}, type: null, currency: null, today: "2026-11-24" });
}

it.each(Object.entries(HOSTILE_TEXTS))(
  "a cell of a file stays a cell and changes no other: %s",
  (_, text) => {
    const { entries, problems, currency } = read(
      [
        ["2026-10-01", "Safeway", "Safeway", "Groceries", "-100.10", "USD"],
        ["2026-10-02", text, text, text, "-1.00", "USD"],
        ["2026-10-03", "Shell", "Shell", "Fuel", "-39.00", "USD"],
      ],
      text,
    );
    expect(problems).toEqual([]);
    expect(currency).toBe("USD");
    expect(entries.map(({ date, amountMinor }) => [date, amountMinor])).toEqual([
      ["2026-10-01", -100_10],
      ["2026-10-02", -1_00],
      ["2026-10-03", -39_00],
    ]);
    const [before, hostile, after] = entries;
    expect([before?.merchant, after?.merchant]).toEqual(["Safeway", "Shell"]);
    expect(hostile?.merchant.length).toBeLessThanOrEqual(500);
  },
);

it("a file of hostile cells only imports nothing", () => {
  const cells = Object.values(HOSTILE_TEXTS);
  const { entries } = read(cells.map((text) => HEADER.map(() => text)));
  expect(entries).toEqual([]);
});
