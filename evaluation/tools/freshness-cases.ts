import { BANKS } from "../household/banks";
import { ACCOUNTS } from "../household/facts";
import { rowsOf } from "../oracle/sums";
import { at, differs, listAt, type ToolCase } from "./tool-case";

/** By the day on which each was last read in New York: four days ago is too old, and the end of a file is what is in it. */
const STATES = {
  "First Platypus Bank": ["up_to_date", "2026-11-24"],
  "Harbor Credit Union": ["sign_in_needed", "2026-11-23"],
  "Northern Loan Services": ["stale", "2026-11-20"],
  "Tidewater Invest": ["unavailable", "2026-11-22"],
  "Banque Lumière": ["file", "2026-11-10"],
} as const;

export const FRESHNESS_CASES: readonly ToolCase[] = Object.entries(STATES).map(
  ([institution, [state, readOn]]): ToolCase => ({
    tool: "get_data_freshness",
    args: {},
    check: (result) => {
      const bank = listAt(result, "banks").find((one) => at(one, "institution") === institution);
      const accounts = BANKS.find((one) => one.institution === institution)?.accounts ?? [];
      const dates = rowsOf({ accounts }).map(({ date }) => date);
      return [
        ...differs(
          "the state and the day of the last reading",
          [at(bank, "state"), at(bank, "lastSyncedOn")],
          [state, readOn],
        ),
        ...differs(
          "the first and the last day",
          [at(bank, "firstDate"), at(bank, "lastDate")],
          [dates[0] ?? null, dates.at(-1) ?? null],
        ),
        ...differs(
          "the accounts",
          listAt(bank, "accounts"),
          ACCOUNTS.filter(({ key }) => accounts.includes(key)).map(({ name }) => name),
        ),
      ];
    },
  }),
);
