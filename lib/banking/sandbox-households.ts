import type { SandboxHousehold } from "../contract/banking";
import { type SandboxKind, type SandboxLogin, sandboxKind } from "../plaid/sandbox";

type Entry = SandboxHousehold & { login: SandboxLogin };

/** Of the built-in sandbox bank: any seed is a household, the same one for ever. */
export function builtInLogin(institutionId: string, seed: number, months = 24): SandboxLogin {
  return { institutionId, username: "user_household", password: JSON.stringify({ seed, months }) };
}

const FIRST_PLATYPUS = "ins_109508";

const plaidLogin = (username: string): SandboxLogin => ({
  institutionId: FIRST_PLATYPUS,
  username,
  password: "pass_good",
});

const HOUSEHOLDS = {
  "built-in": [
    {
      id: "everything",
      institutionName: "First Platypus Bank",
      description: "Checking, savings, two cards, a car loan and investments",
      login: builtInLogin(FIRST_PLATYPUS, 13),
    },
    {
      id: "credit-union",
      institutionName: "Tidewater Credit Union",
      description: "Checking, savings and a car loan",
      login: builtInLogin("ins_900001", 14),
    },
    {
      // The same household as the credit union's: its card payments have one side at each bank.
      id: "cards",
      institutionName: "Juniper Card Services",
      description: "Two credit cards, paid from Tidewater Credit Union",
      login: builtInLogin("ins_900002", 14),
    },
  ],
  plaid: [
    {
      id: "dynamic",
      institutionName: "First Platypus Bank",
      description: "Plaid's test person with recurring payments",
      login: plaidLogin("user_transactions_dynamic"),
    },
    {
      id: "young-professional",
      institutionName: "First Platypus Bank",
      description: "Plaid's test person with a salary and a full life",
      login: plaidLogin("user_yuppie"),
    },
    {
      id: "small-business",
      institutionName: "First Platypus Bank",
      description: "Plaid's test person with a small business",
      login: plaidLogin("user_small_business"),
    },
  ],
} satisfies Record<SandboxKind, Entry[]>;

const offered = (): Entry[] => {
  const kind = sandboxKind();
  return kind === null ? [] : HOUSEHOLDS[kind];
};

/** Play-money banks that may be linked here; none where real banks are linked. */
export function listSandboxHouseholds(): SandboxHousehold[] {
  return offered().map(({ id, institutionName, description }) => ({ id, institutionName, description }));
}

export function findSandboxLogin(householdId: string): SandboxLogin | undefined {
  return offered().find(({ id }) => id === householdId)?.login;
}
