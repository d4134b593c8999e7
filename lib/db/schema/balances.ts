import { boolean, date, jsonb, numeric, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./banks";
import { minorUnits } from "./columns";

/** What was on an account at the end of a day. Net worth over time is their sum. */
export const dailyBalances = pgTable(
  "daily_balances",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    date: date({ mode: "string" }).notNull(),
    /** In the account's currency; what is owed is negative. */
    balanceMinor: minorUnits().notNull(),
    /** As the bank stated it on that day; else reckoned back from such a one by the rows between. */
    isStated: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.date] })],
);

/** What an investment account holds, as last stated. */
export const holdings = pgTable(
  "holdings",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    plaidSecurityId: text().notNull(),
    name: text().notNull(),
    ticker: text(),
    /** Plaid's word: `equity`, `etf`, `mutual fund`, `cash`, … */
    kind: text(),
    /** A decimal number: shares may be fractions. */
    quantity: numeric().notNull(),
    /** Per share, a decimal number of the currency: prices go below the minor unit. */
    price: numeric().notNull(),
    valueMinor: minorUnits().notNull(),
    costBasisMinor: minorUnits(),
    currency: text().notNull(),
    /** The day of the price; null when the bank does not say. */
    priceDate: date({ mode: "string" }),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.plaidSecurityId] })],
);

export const liabilityKind = pgEnum("liability_kind", ["credit", "student", "mortgage"]);

/** The terms of a debt, as last stated. Nearly everything may be unknown. Amounts in the account's currency, positive. */
export const liabilities = pgTable("liabilities", {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  kind: liabilityKind().notNull(),
  /** Yearly, in percent, a decimal number each. */
  rates: jsonb().$type<{ kind: string; percent: number }[]>().notNull().default([]),
  minimumPaymentMinor: minorUnits(),
  nextPaymentDueDate: date({ mode: "string" }),
  lastPaymentMinor: minorUnits(),
  lastPaymentDate: date({ mode: "string" }),
  lastStatementBalanceMinor: minorUnits(),
  lastStatementDate: date({ mode: "string" }),
  isOverdue: boolean(),
  originationDate: date({ mode: "string" }),
  originationPrincipalMinor: minorUnits(),
  maturityDate: date({ mode: "string" }),
});
