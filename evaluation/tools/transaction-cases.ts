import { ACCOUNTS } from "../household/facts";
import { rowsOf, type Scope } from "../oracle/sums";
import { at, differs, listAt, refused, type ToolCase } from "./tool-case";

const on = (date: string) => ({ start: date, end: date });

/** Newest first where there are several; rows of one day in any order. */
function tells(args: Record<string, unknown>, scope: Scope): ToolCase {
  const rows = rowsOf(scope);
  return {
    tool: "get_transaction",
    args,
    check: (result) => [
      ...differs(
        "the rows",
        listAt(result, "transactions")
          .map((row) =>
            [at(row, "id"), at(row, "amount", "amountMinor"), at(row, "flow"), at(row, "account")].join(" "),
          )
          .toSorted(),
        rows
          .map(({ id, cents, truth, account }) =>
            [id, cents, truth.flow, ACCOUNTS.find(({ key }) => key === account)?.name].join(" "),
          )
          .toSorted(),
      ),
      ...differs("how many there are", at(result, "rowCount"), rows.length),
    ],
  };
}

const ikea = { merchants: ["IKEA"], range: on("2026-04-18"), least: 124_950 };
const [bought] = rowsOf(ikea);

export const TRANSACTION_CASES: readonly ToolCase[] = [
  tells({ id: bought?.id }, ikea),
  tells({ merchant: "IKEA", amount: 1249.5 }, ikea),
  tells({ merchant: "Uniqlo", date: "2026-11-05" }, { merchants: ["Uniqlo"], range: on("2026-11-05") }),
  tells(
    { merchant: "Shake Shack", date: "2026-10-12" },
    { merchants: ["Shake Shack"], range: on("2026-10-12") },
  ),
  tells(
    { date: "2026-07-11", merchant: "Amazon Prime" },
    { merchants: ["Amazon Prime"], range: on("2026-07-11") },
  ),
  tells({ amount: 2150, date: "2026-10-01" }, { range: on("2026-10-01"), least: 215_000, most: 215_000 }),
  refused("get_transaction", { merchant: "IKEA", date: "2026-04-19" }, "unknown_transaction"),
  refused("get_transaction", { id: "t99999" }, "unknown_transaction"),
  refused("get_transaction", {}, "nothing_asked"),
];
