import { answerAccounts } from "../answers/accounts";
import { type AccountScope, findAccountScope } from "../find-accounts";
import type { ParsedQuestion } from "../parsed-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

type Asked = { scope: AccountScope; plain: string };

/** Banks call savings by these names. */
const SAVINGS = ["savings", "money market", "cd", "cash management", "hsa"];

const ARGS: Record<AccountScope, Record<string, unknown>> = {
  all: {},
  net_worth: {},
  cash: { types: ["depository"] },
  debt: { types: ["credit", "loan"] },
  savings: { types: ["depository"], subtypes: SAVINGS },
  checking: { types: ["depository"], subtypes: ["checking"] },
  credit: { types: ["credit"] },
  investment: { types: ["investment"] },
  named: {},
};

const SCOPES: [AccountScope, RegExp][] = [
  ["savings", /\bsavings?\b/],
  ["checking", /\bchecking\b/],
  ["credit", /\bcards?\b/],
  ["investment", /\binvest|\bbrokerage\b|\bportfolio\b/],
  ["debt", /\bdebts?\b|\bowe\b/],
];

/** Balances of now. Those of other times: see ./net-worth.ts. */
export const accounts = topic<Asked>({
  read,
  goOn: ({ plain, periods }) => {
    const scope = periods.length === 0 ? SCOPES.find(([, pattern]) => pattern.test(plain))?.[0] : undefined;
    return scope && { scope, plain };
  },
  takesIn: (_, { scope }) => [
    /most|least|highest|lowest/,
    /\d+ ?(?:dollars|euros?)/,
    ...(scope === "all" ? [/each|every|per/] : []),
  ],
  plan: ({ scope }) => [{ name: "get_accounts", args: ARGS[scope] }],
  answer: ({ scope, plain }, results, facts) => {
    const [result] = resultsOf(results, "accounts");
    return result ? answerAccounts(scope, result, facts, plain) : "";
  },
});

function read({ plain, periods }: ParsedQuestion): Asked | undefined {
  if (periods.some((period) => period !== "today")) return undefined;
  const scope = findAccountScope(plain);
  return scope && { scope: /\b\d{4}\b/.test(plain) ? "named" : scope, plain };
}
