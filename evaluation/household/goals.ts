import type { AccountKey } from "./row";

/** What the person saves for, in every state that a goal can be in. */
export type PlannedGoal = {
  name: string;
  targetCents: number;
  currency: "USD" | "EUR";
  targetDate: string | null;
  /** Whose balance is what is saved; null: the person says it. */
  account: AccountKey | null;
  /** When the person says it. */
  savedCents?: number;
};

export const GOALS: readonly PlannedGoal[] = [
  {
    name: "Emergency fund",
    targetCents: 4_000_000,
    currency: "USD",
    targetDate: "2027-11-24",
    account: "savings",
  },
  {
    name: "Summer holiday",
    targetCents: 120_000,
    currency: "USD",
    targetDate: "2027-06-30",
    account: null,
    savedCents: 45_000,
  },
  {
    name: "Bicycle",
    targetCents: 80_000,
    currency: "USD",
    targetDate: null,
    account: null,
    savedCents: 90_000,
  },
  { name: "Paris flat", targetCents: 200_000, currency: "EUR", targetDate: "2026-12-10", account: "euro" },
  {
    name: "Sofa",
    targetCents: 60_000,
    currency: "USD",
    targetDate: "2026-10-31",
    account: null,
    savedCents: 0,
  },
];
