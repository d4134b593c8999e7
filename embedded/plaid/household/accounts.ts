import type { HouseholdAccount } from "./account";
import type { HouseholdKey } from "./entry";
import { principalCents } from "./habits/car-loan";
import type { Profile } from "./profile";

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
