import { expect, test } from "vitest";
import { ToolResult } from "../../../lib/contract/tool-result";
import { SAMPLE_RESULTS, SAMPLE_ROW } from "../../../tests/support/sample-results";
import type { Row } from "./view";
import { viewResult } from "./view-result";

type Kind = ToolResult["kind"];

/** The line of each kind, and the cells of the first row of each of its tables. */
const EXPECTED: Record<Kind, { line: string; firstRows: string[][] }> = {
  accounts: {
    line: "Looked at 1 account",
    firstRows: [
      ["Checking ··1234", "First Bank", "?"],
      ["USD", "$2,500.00"],
    ],
  },
  transactions: {
    line: "Looked at 214 transactions, Oct 1 – 31, 2026",
    firstRows: [
      ["USD", "$0.00", "-$82.14"],
      ["Oct 3, 2026", "Orchard Market", "Groceries · Checking", "-$82.14"],
    ],
  },
  transaction: { line: "Looked at Orchard Market, Oct 3, 2026", firstRows: [["Amount", "-$82.14"]] },
  spending: {
    line: "Added up 1,234 transactions, Oct 1 – 31, 2026",
    firstRows: [
      ["Total", "$642.18"],
      ["Groceries", "1 transaction", "100%", "$642.18"],
      ["Oct 3, 2026", "Orchard Market", "Groceries · Checking", "-$82.14"],
    ],
  },
  income: {
    line: "Added up your income from 2 transactions, Oct 1 – 31, 2026",
    firstRows: [
      ["Total", "$4,200.00"],
      ["Oct 3, 2026", "Orchard Market", "Groceries · Checking", "-$82.14"],
    ],
  },
  cash_flow: {
    line: "Set income against spending in 214 transactions, Oct 1 – 31, 2026",
    firstRows: [["October 2026 (not whole)", "$4,200.00", "$3,000.00", "$1,200.00", "–"]],
  },
  comparison: {
    line: "Compared spending of Oct 1 – 31, 2026 with Sep 1 – 30, 2026",
    firstRows: [
      ["Total", "$500.00", "$600.00", "$100.00", "20%"],
      ["Groceries", "$500.00", "$600.00", "$100.00", "20%"],
    ],
  },
  recurring: {
    line: "Looked at 1 recurring payment",
    firstRows: [
      ["Goes out", "$15.99", "$191.88"],
      ["Streambox", "Monthly", "Dec 5, 2026", "$15.99", "$191.88"],
      ["Streambox", "Mar 5, 2026", "$12.99", "$15.99"],
    ],
  },
  upcoming: {
    line: "Looked at 1 bill to come, Nov 24 – Dec 24, 2026",
    firstRows: [
      ["Dec 1, 2026", "Larkspur Homes", "Checking", "$1,500.00"],
      ["All bills", "$1,500.00"],
    ],
  },
  forecast: {
    line: "Forecast your balance for Nov 24 – Dec 24, 2026 from 214 transactions",
    firstRows: [
      ["Nov 24, 2026", "$2,500.00", "$2,500.00", "$2,500.00"],
      ["Dec 1, 2026, late", "Larkspur Homes", "-$1,500.00"],
      ["Now", "$2,500.00"],
    ],
  },
  budgets: {
    line: "Looked at 1 budget, Oct 1 – 31, 2026",
    firstRows: [
      ["Groceries", "Over", "$600.00", "$642.18", "-$42.18"],
      ["All", "107.03% used", "$600.00", "$642.18", "-$42.18"],
    ],
  },
  goals: {
    line: "Looked at 1 goal",
    firstRows: [["Bicycle", "50% saved, behind", "May 1, 2027", "–", "$450.00", "$900.00"]],
  },
  proposal: {
    line: "Proposed: Move 3 transactions to Groceries",
    firstRows: [
      ["Category", "Shopping", "Groceries"],
      ["Groceries", "–", "$82.14"],
      ["Oct 3, 2026", "Orchard Market", "Groceries · Checking", "-$82.14"],
    ],
  },
  holdings: {
    line: "Looked at 1 holding",
    firstRows: [
      ["World Index (WRLD)", "Brokerage", "10.5", "?", "$1,050.00"],
      ["1 holding", "0", "?", "$1,050.00"],
    ],
  },
  liabilities: {
    line: "Looked at 1 debt",
    firstRows: [
      ["Sapphire Card ··9876", "First Bank", "Dec 2, 2026", "21.99%", "$35.00", "$1,000.00"],
      ["20% of $5,000.00", "$18.33", "$35.00", "$1,000.00"],
    ],
  },
  debt_payoff: {
    line: "Planned how to pay off 1 debt, dearest first",
    firstRows: [
      ["This plan", "Nov 1, 2027", "12", "$40.00", "$1,040.00"],
      ["Sapphire Card", "Nov 1, 2027", "21.99%", "$35.00", "$1,000.00"],
    ],
  },
  net_worth: {
    line: "Followed your net worth, Oct 1 – 31, 2026",
    firstRows: [
      ["First", "Oct 1, 2026", "$2,000.00"],
      ["Oct 1, 2026", "$2,000.00"],
    ],
  },
  freshness: {
    line: "Checked how up to date 1 bank is",
    firstRows: [["First Bank", "It is up to date.", "never", "Jan 1, 2025 – Nov 23, 2026"]],
  },
  anomalies: {
    line: "Looked for anything unusual in 214 transactions, Oct 1 – 31, 2026",
    firstRows: [["Oct 5, 2026", "Streambox", "It used to be $12.99.", "$12.99", "$15.99"]],
  },
  names: { line: "Looked up “orchad”", firstRows: [["Orchard Market", "Merchant"]] },
  calculation: {
    line: "Worked out groceries a day: $20.72",
    firstRows: [
      ["r1.totals[0]", "$642.18"],
      ["r1.totals[0] / 31", "$20.72"],
    ],
  },
  chart: { line: "Drew Spending by category, Oct 1 – 31, 2026", firstRows: [["Groceries", "$642.18"]] },
};

const wordsOf = ({ cells }: Row): string[] =>
  cells.map((cell) => (typeof cell === "string" ? cell : (cell.text ?? "?")));

const KINDS = Object.keys(SAMPLE_RESULTS) as Kind[];

test.each(KINDS)("a result of kind %s is one honest line, and tables with a name for every cell", (kind) => {
  const result = SAMPLE_RESULTS[kind];
  expect(ToolResult.parse(result)).toEqual(result);
  const { line, tables } = viewResult(result);
  const firstRows = tables.map(({ rows: [first] }) => (first ? wordsOf(first) : []));
  expect({ line, firstRows }).toEqual(EXPECTED[kind]);
  for (const { columns, rows } of tables) {
    expect(new Set(columns).size).toBe(columns.length);
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  }
});

test("money that came in has a sign and is marked; money out has its own", () => {
  const income = {
    ...SAMPLE_ROW,
    id: "t2",
    amount: { amountMinor: 500, currency: "USD", formatted: "$5.00" },
  };
  const result = { ...SAMPLE_RESULTS.transactions, transactions: [income, SAMPLE_ROW] };
  const rows = viewResult(result).tables.at(-1)?.rows ?? [];
  expect(rows.map(({ cells }) => cells.at(-1))).toEqual([
    { text: "+$5.00", isGain: true },
    { text: "-$82.14", isGain: false },
  ]);
});

test("a list that was cut says how much of it is there; one that is whole does not", () => {
  const notes = (result: ToolResult) => viewResult(result).tables.map(({ note }) => note);
  expect(notes(SAMPLE_RESULTS.spending)).toEqual([undefined, "1 of 3 shown", "1 of 1,234 shown"]);
  expect(notes(SAMPLE_RESULTS.comparison)).toEqual([undefined, undefined]);
});

test("what is taken for granted and left out is said", () => {
  expect(viewResult(SAMPLE_RESULTS.debt_payoff).notes).toEqual([
    "$85.00 a month, $50.00 of it beyond the minimums.",
    "Left out: Loan. The bank does not say its rate.",
  ]);
  expect(viewResult(SAMPLE_RESULTS.forecast).notes).toEqual([
    "Other spending goes on as in the last 8 weeks.",
  ]);
  expect(viewResult(SAMPLE_RESULTS.anomalies).notes).toEqual(["Kind: price rise"]);
});

test("an empty result has no table", () => {
  const empty = { ...SAMPLE_RESULTS.spending, rowCount: 0, groups: [], rows: [] };
  expect(viewResult(empty).tables).toEqual([]);
});
