import { accountsNamedIn } from "../account-names";
import { answerAccounts } from "../answers/accounts";
import { answerFixed } from "../answers/fixed";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const MOST_WORDS = 4;

/** "Rainy day?", "the brokerage": only the accounts themselves can tell whether one of them is called so. */
export const loneName = topic<{ plain: string }>({
  name: "lone_name",
  read: ({ plain, periods, subjects, wishes }) =>
    plain.split(" ").length <= MOST_WORDS &&
    periods.length === 0 &&
    subjects.length === 1 &&
    subjects.every(({ categories }) => categories.length === 0) &&
    !wishes.isSpending &&
    wishes.groupBy === undefined
      ? { plain }
      : undefined,
  // Nothing can be asked of it that the accounts themselves do not answer: see ./accounts.ts.
  goOn: () => undefined,
  plan: () => [{ name: "get_accounts", args: {} }],
  answer: ({ plain }, results, facts) => {
    const [result] = resultsOf(results, "accounts");
    return result && accountsNamedIn(plain, result.accounts).length > 0
      ? answerAccounts("named", result, facts, { plain, before: "" })
      : answerFixed({ kind: "unknown" });
  },
});
