import type { AccountsResult } from "../../../contract/results/accounts-result";
import type { Facts } from "../../prompt";
import type { AccountScope } from "../question";
import { asOfLine, boldMoney, countOf, paragraphs, plainName, table } from "./wording";

const KINDS: Record<AccountScope, [one: string, many: string]> = {
  all: ["account", "accounts"],
  net_worth: ["account", "accounts"],
  cash: ["bank account", "bank accounts"],
  debt: ["card or loan", "cards and loans"],
  savings: ["savings account", "savings accounts"],
  checking: ["checking account", "checking accounts"],
  credit: ["credit card", "credit cards"],
  investment: ["investment account", "investment accounts"],
};

/** Balances in words. Every number is one of the result's. */
export function answerAccounts(scope: AccountScope, result: AccountsResult, facts: Facts): string {
  const [one, many] = KINDS[scope];
  if (result.rowCount === 0) return `You have no ${one} linked here.`;
  return paragraphs(
    leadOf(scope, result, countOf(openOf(result).length, one, many)),
    (result.rowCount > 1 || scope === "all") && accountTable(result),
    [NOTES[scope], asOfLine(result.asOf, facts)].filter(Boolean).join(" "),
  );
}

const NOTES: Partial<Record<AccountScope, string>> = {
  cash: "Cards, loans and investments are not included; ask for your net worth to see all.",
  net_worth: "Debts count against what you own.",
};

const openOf = ({ accounts }: AccountsResult) => accounts.filter(({ isClosed }) => !isClosed);

function leadOf(scope: AccountScope, result: AccountsResult, count: string): string {
  const { netByCurrency } = result;
  const net = boldMoney(netByCurrency);
  const [only, second] = openOf(result);
  if (!only) return "All of these are closed at the bank.";
  const name = only && !second ? `${plainName(only.name)} at ${plainName(only.institution)}` : count;
  if (net === "") return `Your bank does not state a balance for ${name}.`;
  if (scope === "net_worth") return `Your net worth is ${net}, over ${count}.`;
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
