import { z } from "zod";
import { hash } from "../household/random";
import { plaidErrors } from "../plaid-error";

const DEFAULT_MONTHS = 24;
const DEMO_SEED = 1;

const Household = z.strictObject({
  seed: z.int().min(0).max(2_147_483_647),
  months: z.int().min(1).max(120).default(DEFAULT_MONTHS),
  /** At least so many rows: small purchases are added to those of the household. */
  rows: z.int().min(0).max(1_000_000).default(0),
});

const DAYS_PER_MONTH = 30.4;

/** Test users of Plaid's sandbox that need no special password; each is one household for ever. */
const STATIC_USERS = ["user_transactions_dynamic", "user_ewa_user", "user_yuppie", "user_small_business"];

function parseHousehold(password: string | null | undefined): z.infer<typeof Household> {
  try {
    return Household.parse(JSON.parse(password ?? ""));
  } catch {
    // Whatever is wrong with it, the answer is how it must look.
    throw plaidErrors.invalidField(
      'override_password must be JSON like {"seed":7,"months":24} for user_household',
    );
  }
}

/**
 * Which household signs in: `user_good` is the demo person, `user_household` with a JSON password is any.
 * @throws {PlaidError} INVALID_CREDENTIALS for another name or a wrong password
 */
export function chooseHousehold(
  username: string | null | undefined,
  password: string | null | undefined,
): { seed: number; months: number; extraPerDay: number } {
  const user = username ?? "user_good";
  if (user === "user_household") {
    const { seed, months, rows } = parseHousehold(password);
    return { seed, months, extraPerDay: Math.ceil(rows / (months * DAYS_PER_MONTH)) };
  }
  if (STATIC_USERS.includes(user)) {
    return { seed: hash(user) % 100_000, months: DEFAULT_MONTHS, extraPerDay: 0 };
  }
  if (user === "user_good" && (password ?? "pass_good") === "pass_good") {
    return { seed: DEMO_SEED, months: DEFAULT_MONTHS, extraPerDay: 0 };
  }
  throw plaidErrors.invalidCredentials();
}
