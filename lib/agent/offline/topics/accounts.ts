import { answerAccounts } from "../answers/accounts";
import { type AccountScope, findAccountScope } from "../find-accounts";
import type { ParsedQuestion } from "../parsed-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

type Asked = { scope: AccountScope; plain: string; before: string };

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
  cash_total: { types: ["depository"] },
};

const SCOPES: [AccountScope, RegExp][] = [
  ["cash_total", /\b(?:together|combined|total|both|sum|altogether|cash)\b/],
  ["net_worth", /\bnet worth\b/],
  ["savings", /\bsavings?\b/],
  ["checking", /\bchecking\b/],
  ["credit", /\bcards?\b/],
  ["investment", /\binvest|\bbrokerage\b|\bportfolio\b/],
  ["debt", /\bdebts?\b|\bowe\b/],
];

/** Balances of now. Those of other times: see ./net-worth.ts. */
export const accounts = topic<Asked>({
  name: "accounts",
  isAbout: ({ plain }) => findAccountScope(plain) !== undefined,
  read,
  goOn: ({ plain, periods }) => {
    const scope = periods.length === 0 ? SCOPES.find(([, pattern]) => pattern.test(plain))?.[0] : undefined;
    return scope && { scope, plain, before: "" };
  },
  takesIn: (_, { scope }) => [
    /most|least|highest|lowest/,
    /\d+ ?(?:dollars|euros?)|[$€£] ?\d[\d,.]*/,
    ...(scope === "net_worth" ? [/less|minus|vs|versus|against/] : []),
    ...(scope === "all" ? [/each|every|per/] : []),
  ],
  plan: ({ scope }) => [{ name: "get_accounts", args: ARGS[scope] }],
  answer: ({ scope, plain, before }, results, facts) => {
    const [result] = resultsOf(results, "accounts");
    return result ? answerAccounts(scope, result, facts, { plain, before }) : "";
  },
});

function read({ plain, before, periods }: ParsedQuestion): Asked | undefined {
  if (periods.some((period) => period !== "today")) return undefined;
  return { scope: /\b\d{4}\b/.test(plain) ? "named" : (findAccountScope(plain) ?? "named"), plain, before };
}
