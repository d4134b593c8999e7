import type { AccountKey } from "./row";

/** The banks as their connections stand on the household's today, in every state that one can be in. */
type PlannedBank = {
  institution: string;
  source: "plaid" | "file";
  status: "active" | "login_required" | "error";
  /** ISO 8601 UTC. */
  lastSyncedAt: string;
  isHistoryComplete: boolean;
  accounts: readonly AccountKey[];
};

export const BANKS: readonly PlannedBank[] = [
  {
    institution: "First Platypus Bank",
    source: "plaid",
    status: "active",
    lastSyncedAt: "2026-11-24T15:00:00.000Z",
    isHistoryComplete: true,
    accounts: ["checking", "savings", "sapphire"],
  },
  // In New York it is still the evening before.
  {
    institution: "Harbor Credit Union",
    source: "plaid",
    status: "login_required",
    lastSyncedAt: "2026-11-24T04:30:00.000Z",
    isHistoryComplete: true,
    accounts: ["freedom", "closed"],
  },
  {
    institution: "Northern Loan Services",
    source: "plaid",
    status: "active",
    lastSyncedAt: "2026-11-20T12:00:00.000Z",
    isHistoryComplete: true,
    accounts: ["student"],
  },
  {
    institution: "Tidewater Invest",
    source: "plaid",
    status: "error",
    lastSyncedAt: "2026-11-22T18:00:00.000Z",
    isHistoryComplete: true,
    accounts: ["brokerage"],
  },
  {
    institution: "Banque Lumière",
    source: "file",
    status: "active",
    lastSyncedAt: "2026-11-10T09:00:00.000Z",
    isHistoryComplete: true,
    accounts: ["euro"],
  },
];
