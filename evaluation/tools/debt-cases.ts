import { ACCOUNTS, HOLDINGS } from "../household/facts";
import { at, differs, listAt, refused, type ToolCase } from "./tool-case";

const cents = (value: unknown, ...path: (string | number)[]) => at(value, ...path, "amountMinor") ?? null;

const debt = (key: "sapphire" | "freedom" | "student"): ToolCase => {
  const account = ACCOUNTS.find((one) => one.key === key);
  const { name = "", balanceCents, limitCents, aprBasisPoints = 0, minimumCents = 0 } = account ?? {};
  const owed = -(balanceCents ?? 0);
  return {
    tool: "get_liabilities",
    args: { accounts: [name] },
    check: (result) => {
      const entry = at(result, "liabilities", 0);
      return [
        ...differs("what is owed", [cents(entry, "owed"), cents(result, "totals", 0, "owed")], [owed, owed]),
        ...differs("the rate", at(entry, "yearlyRate", "basisPoints"), aprBasisPoints),
        ...differs(
          "the interest of a month",
          cents(entry, "monthlyInterest"),
          Math.round((owed * aprBasisPoints) / 120_000),
        ),
        ...differs("the minimum", cents(entry, "minimumPayment"), minimumCents),
        ...differs(
          "limit, what is available and utilisation",
          [cents(entry, "limit"), cents(entry, "available"), at(entry, "utilisation", "basisPoints") ?? null],
          limitCents === undefined
            ? [null, null, null]
            : [limitCents, limitCents - owed, Math.round((10_000 * owed) / limitCents)],
        ),
      ];
    },
  };
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const worth = sum(HOLDINGS.map(({ valueCents }) => valueCents));
const costKnown = HOLDINGS.flatMap(({ costCents, valueCents }) =>
  costCents === null ? [] : [{ costCents, valueCents }],
);
const cost = sum(costKnown.map(({ costCents }) => costCents));
const gain = sum(costKnown.map(({ valueCents }) => valueCents)) - cost;

const held = (what: string, read: (result: unknown) => unknown, expected: unknown, args = {}): ToolCase => ({
  tool: "get_holdings",
  args,
  check: (result) => differs(what, read(result), expected),
});

const each = (read: (holding: unknown) => unknown) => (result: unknown) =>
  listAt(result, "holdings").map(read);

/** What is owed, and what is held. */
export const DEBT_CASES: readonly ToolCase[] = [
  ...(["sapphire", "freedom", "student"] as const).map(debt),
  refused("get_liabilities", { accounts: ["Card of my neighbour"] }, "unknown_account"),
  held(
    "the gains",
    each((one) => [at(one, "name"), cents(one, "gain"), at(one, "gainPercent", "basisPoints") ?? null]),
    HOLDINGS.map(({ name, valueCents, costCents }) => [
      name,
      costCents === null ? null : valueCents - costCents,
      costCents === null ? null : Math.round((10_000 * (valueCents - costCents)) / costCents),
    ]),
  ),
  held(
    "the shares",
    each((one) => at(one, "share", "basisPoints")),
    HOLDINGS.map(({ valueCents }) => Math.round((10_000 * valueCents) / worth)),
  ),
  held(
    "the gain of all whose cost is known",
    (result) => [
      cents(result, "totals", 0, "costBasis"),
      cents(result, "totals", 0, "gain"),
      at(result, "totals", 0, "gainPercent", "basisPoints"),
    ],
    [cost, gain, Math.round((10_000 * gain) / cost)],
    { accounts: ["Brokerage"] },
  ),
  held(
    "what a checking account holds",
    each((one) => at(one, "name")),
    [],
    { accounts: ["Everyday Checking"] },
  ),
];
