import type { AccountSubtype, AccountType } from "plaid";
import type { Wire } from "../wire/wire";
import type { AccountKey, HouseholdKey } from "./entry";
import { principalCents } from "./habits/car-loan";
import type { Holding } from "./holdings";
import type { GivenDebt } from "./liabilities";
import type { Profile } from "./profile";

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

/** What is on (or owed on) an account before the first row of the window. */
export type Openings = Record<"checking" | "savings" | "card" | "second-card" | "brokerage", number>;

/** The accounts of a household; the car loan and the brokerage only for those who have them. */
export function accountsOf(profile: Profile, openings: Openings): HouseholdAccount[] {
  const { limitCents, masks } = profile;
  const account = (key: HouseholdKey, rest: Omit<HouseholdAccount, "key" | "mask" | "currency">) => ({
    key,
    mask: masks[key],
    currency: "USD",
    ...rest,
  });
  const accounts = [
    account("checking", {
      name: "Everyday Checking",
      officialName: "First Platypus Everyday Checking",
      type: "depository",
      subtype: "checking",
      openingCents: openings.checking,
      limitCents: null,
    }),
    account("savings", {
      name: "Rainy Day Savings",
      officialName: "First Platypus High-Yield Savings",
      type: "depository",
      subtype: "savings",
      openingCents: openings.savings,
      limitCents: null,
    }),
    account("card", {
      name: "Cashback Card",
      officialName: "First Platypus Cashback Card",
      type: "credit",
      subtype: "credit card",
      openingCents: openings.card,
      limitCents: limitCents.card,
    }),
    account("second-card", {
      name: "Voyager Card",
      officialName: "First Platypus Voyager Travel Card",
      type: "credit",
      subtype: "credit card",
      openingCents: openings["second-card"],
      limitCents: limitCents["second-card"],
    }),
  ];
  if (profile.carLoan !== null) {
    accounts.push(
      account("car-loan", {
        name: "Car Loan",
        officialName: "First Platypus Auto Loan",
        type: "loan",
        subtype: "auto",
        openingCents: principalCents(profile.carLoan),
        limitCents: null,
      }),
    );
  }
  if (profile.investsCents > 0) {
    accounts.push(
      account("brokerage", {
        name: "Brokerage",
        officialName: "Platypus Invest Brokerage",
        type: "investment",
        subtype: "brokerage",
        openingCents: openings.brokerage,
        limitCents: null,
      }),
    );
  }
  return accounts;
}
