import { ACCOUNTS, TODAY } from "../household/facts";
import type { AccountKey } from "../household/row";
import { moneyText } from "../oracle/money-text";
import { earned, netWorthAt, spent } from "../oracle/sums";
import { questionsOf } from "../question";
import { asksIncome, average, daysOf, shareOf, turn, type When } from "./expect";

export const INCOME = questionsOf("income", [
  asksIncome("How much did I earn last month?", "lastMonth"),
  asksIncome("what was my income in september", "2026-09"),
  asksIncome("Total income this year?", "thisYear"),
  asksIncome("How much salary did I get in 2025?", "lastYear", { categories: ["salary"] }),
  asksIncome("how much did acme payroll pay me this year", "thisYear", { categories: ["salary"] }),
  asksIncome("What interest did I earn in 2025?", "lastYear", { categories: ["interest_and_dividends"] }),
  asksIncome("How big was my tax refund this year?", "thisYear", { categories: ["tax_refund"] }),
  asksIncome("income in q2 2026", { start: "2026-04-01", end: "2026-06-30" }),
  asksIncome("What did I make in total in 2025?", "lastYear"),
  asksIncome("my paychecks in october, total", "2026-10", { categories: ["salary"] }),
  turn("When was my last paycheck and how much was it?", {
    any: [{ money: ["$2,875.40"], words: ["Nov(?:ember)? 13"] }],
  }),
  turn("average monthly income in 2025?", {
    any: [{ money: [average(earned({ range: daysOf("lastYear") }), 12)] }],
  }),
  turn("How many paychecks did I get in 2025?", { any: [{ counts: [26] }] }),
]);

const net = (ask: string, when: When) => {
  const range = daysOf(when);
  const left = earned({ range }) - spent({ range });
  return turn(ask, { any: [{ money: [moneyText(left)] }], period: range });
};

export const CASH_FLOW = questionsOf("cash-flow", [
  net("What was my net cash flow last month?", "lastMonth"),
  net("Did I spend more than I earned in September? By how much?", "2026-09"),
  net("cash flow this year", "thisYear"),
  net("How much was left over after spending in Q3?", "lastQuarter"),
  net("income minus spending for 2025", "lastYear"),
  net("how much money did I have left over in august", "2026-08"),
]);

const rate = (ask: string, when: When) => {
  const range = daysOf(when);
  const income = earned({ range });
  return turn(ask, { any: [{ percents: [shareOf(income - spent({ range }), income)] }] });
};

export const SAVINGS_RATE = questionsOf("savings-rate", [
  rate("What was my savings rate last month?", "lastMonth"),
  rate("savings rate in 2025", "lastYear"),
  rate("What's my savings rate this year so far?", "thisYear"),
  rate("what share of my income did i keep in q3", "lastQuarter"),
  rate("saving rate for september?", "2026-09"),
]);

const accountOf = (key: AccountKey) => {
  const found = ACCOUNTS.find((account) => account.key === key);
  if (!found) throw new Error(`There is no account "${key}".`);
  return found;
};

const balance = (ask: string, ...keys: AccountKey[]) =>
  turn(ask, {
    any: [
      {
        money: keys.map((key) => {
          const { balanceCents, currency } = accountOf(key);
          return moneyText(Math.abs(balanceCents ?? 0), currency);
        }),
      },
    ],
  });

const sumOfBalances = (...keys: AccountKey[]): number =>
  keys.reduce((sum, key) => sum + (accountOf(key).balanceCents ?? 0), 0);

export const BALANCES = questionsOf("balance", [
  balance("How much is in Everyday Checking?", "checking"),
  balance("whats my savings balance", "savings"),
  balance("What do I owe on the Sapphire Card?", "sapphire"),
  balance("freedom card balance?", "freedom"),
  balance("How much of my student loan is left?", "student"),
  balance("What is my brokerage worth?", "brokerage"),
  balance("How many euros do I have in Compte Courant?", "euro"),
  turn("How much do I owe on my credit cards altogether?", {
    any: [{ money: [moneyText(-sumOfBalances("sapphire", "freedom"))] }],
  }),
  turn("What's my total debt?", {
    any: [{ money: [moneyText(-sumOfBalances("sapphire", "freedom", "student"))] }],
  }),
  turn("How much cash do I have across my bank accounts?", {
    any: [{ money: [moneyText(sumOfBalances("checking", "savings")), "€1,184.20"] }],
    never: [moneyText(sumOfBalances("checking", "savings", "euro"))],
  }),
  balance(
    "show all my accounts with their balances",
    "checking",
    "savings",
    "sapphire",
    "freedom",
    "student",
    "brokerage",
    "euro",
  ),
  balance("how much money is in the account ending in 1002", "savings"),
]);

const debts = -sumOfBalances("sapphire", "freedom", "student");
const owned = sumOfBalances("checking", "savings", "brokerage");

const worth = (ask: string) =>
  turn(ask, {
    any: [{ money: [moneyText(owned - debts), "€1,184.20"] }],
    never: [moneyText(owned + debts), moneyText(owned - debts + 118_420)],
  });

const worthAt = (ask: string, date: string) => turn(ask, { any: [{ money: [moneyText(netWorthAt(date))] }] });

export const NET_WORTH = questionsOf("net-worth", [
  worth("What is my net worth?"),
  worth("how much am i worth in total, debts taken off"),
  worthAt("What was my net worth on September 30, 2026?", "2026-09-30"),
  worthAt("my net worth at the end of 2025?", "2025-12-31"),
  worthAt("What was I worth on June 1, 2026?", "2026-06-01"),
  turn("How has my net worth changed since the end of 2025?", {
    any: [{ money: [moneyText(Math.abs(netWorthAt(TODAY) - netWorthAt("2025-12-31")))] }],
  }),
]);

const utilised = (ask: string, ...keys: AccountKey[]) => {
  const limit = keys.reduce((sum, key) => sum + (accountOf(key).limitCents ?? 0), 0);
  return turn(ask, { any: [{ percents: [shareOf(-sumOfBalances(...keys), limit)] }] });
};

export const UTILISATION = questionsOf("utilisation", [
  utilised("What's my credit utilization?", "sapphire", "freedom"),
  utilised("How much of my Freedom Card limit am I using, in percent?", "freedom"),
  utilised("utilisation of the sapphire card", "sapphire"),
  turn("How much credit do I have left on the Sapphire Card?", { any: [{ money: [moneyText(812_346)] }] }),
]);
