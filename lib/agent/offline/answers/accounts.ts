import type { AccountsResult } from "../../../contract/results/accounts-result";
import type { Facts } from "../../prompt";
import { accountsMeant } from "../account-names";
import type { AccountScope } from "../find-accounts";
import { asOfLine, bold, boldMoney, countOf, paragraphs, plainName, table } from "./wording";

const KINDS: Record<AccountScope, [one: string, many: string]> = {
  all: ["account", "accounts"],
  net_worth: ["account", "accounts"],
  cash: ["bank account", "bank accounts"],
  debt: ["card or loan", "cards and loans"],
  savings: ["savings account", "savings accounts"],
  checking: ["checking account", "checking accounts"],
  credit: ["credit card", "credit cards"],
  investment: ["investment account", "investment accounts"],
  named: ["account", "accounts"],
  cash_total: ["bank account", "bank accounts"],
};

/** Balances in words. Every number is one of the result's. */
export function answerAccounts(
  scope: AccountScope,
  result: AccountsResult,
  facts: Facts,
  question: { plain: string; before: string },
): string {
  const [one, many] = KINDS[scope];
  const named = scope === "net_worth" || scope === "cash_total" ? [] : namedIn(question, result.accounts);
  if (named.length > 0 && named.length < 4)
    return paragraphs(...named.map(balanceLine), asOfLine(result.asOf, facts));
  if (scope === "named") {
    return paragraphs("I cannot tell which account you mean. Is it one of these?", accountTable(result));
  }
  if (result.rowCount === 0) return `You have no ${one} linked here.`;
  return paragraphs(
    extremeLine(question.plain, openOf(result)),
    leadOf(
      scope,
      result,
      openOf(result).length === result.rowCount ? countOf(result.rowCount, one, many) : `your ${many}`,
    ),
    (result.rowCount > 1 || scope === "all") && accountTable(result),
    [NOTES[scope], asOfLine(result.asOf, facts)].filter(Boolean).join(" "),
  );
}

/** "Which account has the least?" Only amounts of one currency can be held against each other: of the commonest. */
function extremeLine(plain: string, open: AccountsResult["accounts"]): string | undefined {
  const isMost = /\b(?:most|highest|biggest|largest)\b/.test(plain);
  if (!isMost && !/\b(?:least|lowest|smallest)\b/.test(plain)) return undefined;
  const owned = open.flatMap(({ name, balance, type }) =>
    balance && type !== "credit" && type !== "loan" ? [{ name, balance }] : [],
  );
  const currencies = [...new Set(owned.map(({ balance }) => balance.currency))];
  const [most = []] = currencies
    .map((currency) => owned.filter(({ balance }) => balance.currency === currency))
    .toSorted((a, b) => b.length - a.length);
  const sorted = most.toSorted((a, b) => b.balance.amountMinor - a.balance.amountMinor);
  const one = isMost ? sorted[0] : sorted.at(-1);
  if (!one || most.length < 2) return undefined;
  const among = currencies.length > 1 ? ` of those in ${one.balance.currency}` : "";
  return `The ${isMost ? "most" : "least"}${among} is in ${bold(plainName(one.name))}: ${bold(one.balance.formatted)}.`;
}

/** By name, or by the currency that only some of them are in: "how many euros do I have?" */
function namedIn(
  question: { plain: string; before: string },
  accounts: AccountsResult["accounts"],
): AccountsResult["accounts"] {
  const named = accountsMeant(question, accounts);
  const currency = /\beuros?\b|\beur\b|€/.test(question.plain)
    ? "EUR"
    : /\bpounds?\b|\bgbp\b|£/.test(question.plain)
      ? "GBP"
      : undefined;
  return named.length > 0 || !currency
    ? named
    : accounts.filter(({ balance }) => balance?.currency === currency);
}

function balanceLine({
  name,
  institution,
  balance,
  available,
  isClosed,
  type,
}: AccountsResult["accounts"][number]): string {
  const where = `${plainName(name)} at ${plainName(institution)}`;
  if (isClosed) return `${where} is closed at the bank.`;
  if (!balance) return `Your bank does not state a balance for ${where}.`;
  const isDebt = type === "credit" || type === "loan";
  if (isDebt && balance.amountMinor < 0)
    return `You owe ${bold(balance.formatted.replace("-", ""))} on ${where}.`;
  const more =
    available && available.amountMinor !== balance.amountMinor ? ` (${available.formatted} available)` : "";
  return `The balance of ${where} is ${bold(balance.formatted)}${more}.`;
}

const NOTES: Partial<Record<AccountScope, string>> = {
  cash: "Cards, loans and investments are not included; ask for your net worth to see all.",
  net_worth: "Debts count against what you own.",
};

const openOf = ({ accounts }: AccountsResult) => accounts.filter(({ isClosed }) => !isClosed);

function leadOf(scope: AccountScope, result: AccountsResult, count: string): string {
  const { netByCurrency, rowCount } = result;
  if (rowCount > 1 && scope === "all")
    return `What you own less what you owe is ${boldMoney(netByCurrency)}.`;
  const net = boldMoney(netByCurrency);
  const [only, second] = openOf(result);
  if (!only) return "All of these are closed at the bank.";
  const name = only && !second ? `${plainName(only.name)} at ${plainName(only.institution)}` : count;
  if (net === "") return `Your bank does not state a balance for ${name}.`;
  if (scope === "net_worth") return `Your net worth is ${net}, debts taken off.`;
  if (scope === "all") return `You have ${count}. What you own less what you owe is ${net}.`;
  const isOwed = netByCurrency.every(({ amountMinor }) => amountMinor < 0);
  if (scope === "debt" || scope === "credit") {
    return isOwed
      ? `You owe ${net.replaceAll("**-", "**")} on ${name}.`
      : `The balance of ${name} is ${net}.`;
  }
  return `You have ${net} in ${name}.`;
}

const accountTable = ({ accounts }: AccountsResult): string =>
  table(
    ["Account", "Bank", "Balance"],
    accounts.map(({ name, mask, institution, balance, isClosed }) => [
      plainName(name) + (mask ? ` …${plainName(mask)}` : ""),
      plainName(institution),
      isClosed ? "closed" : (balance?.formatted ?? "not stated"),
    ]),
  );
