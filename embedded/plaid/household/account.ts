import type { AccountSubtype, AccountType } from "plaid";
import type { Wire } from "../wire/wire";
import type { AccountKey } from "./entry";
import type { GivenDebt } from "./given-debt";
import type { Holding } from "./holding";

export type HouseholdAccount = {
  key: AccountKey;
  name: string;
  officialName: string | null;
  mask: string;
  type: Wire<AccountType>;
  subtype: Wire<AccountSubtype> | null;
  /** ISO 4217; every amount of the account, balances and entries, is in it. */
  currency: string;
  /** Before the first row of the window; on cards and loans what is owed is positive. */
  openingCents: number;
  limitCents: number | null;
  /** What is available whatever happens on the account (null: the bank does not say); absent: it follows from the rows. */
  forcedAvailableCents?: number | null;
  /** What it holds whatever day it is, where a test user said so. */
  holdings?: readonly Holding[];
  /** What a test user said of the debt on it. */
  debt?: GivenDebt;
};
