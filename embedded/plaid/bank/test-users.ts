import { z } from "zod";
import { hash } from "../household/random";
import { PlaidError, plaidErrors } from "../plaid-error";
import { type CustomUser, readCustomUser } from "./custom-user";

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

/** What the bank asks after the password, and what it wants to hear. */
type Challenge = { question: string; answer: string };

/** Who signed in: a household, or what the person described. */
export type TestUser = {
  seed: number;
  months: number;
  extraPerDay: number;
  custom: CustomUser | null;
  challenges: readonly Challenge[];
};

const DEVICE: Challenge = {
  question: "Enter the code that was sent to your phone ending in 1234.",
  answer: "1234",
};

const household = (seed: number): TestUser => ({
  seed,
  months: DEFAULT_MONTHS,
  extraPerDay: 0,
  custom: null,
  challenges: [],
});

function userHousehold(password: string): TestUser {
  try {
    const { seed, months, rows } = Household.parse(JSON.parse(password));
    return { ...household(seed), months, extraPerDay: Math.ceil(rows / (months * DAYS_PER_MONTH)) };
  } catch {
    // Whatever is wrong with it, the answer is how it must look.
    throw plaidErrors.invalidField(
      'override_password must be JSON like {"seed":7,"months":24} for user_household',
    );
  }
}

/** Plaid's own answers: `answer_0_0` is right for the first question of the first round. */
function questions(rounds: number, perRound: number): Challenge[] {
  return Array.from({ length: rounds * perRound }, (_, nth) => {
    const [round, place] = [Math.floor(nth / perRound), nth % perRound];
    return { question: `Security question ${nth + 1}?`, answer: `answer_${round}_${place}` };
  });
}

function challengesOf({ mfa }: CustomUser): readonly Challenge[] {
  if (mfa === undefined) return [];
  return mfa.type === "device" ? [DEVICE] : questions(mfa.question_rounds ?? 1, mfa.questions_per_round ?? 1);
}

function userCustom(password: string): TestUser {
  const custom = readCustomUser(password);
  if ("problem" in custom && typeof custom.problem === "string") {
    throw plaidErrors.invalidField(`the password of user_custom cannot be used: ${custom.problem}`);
  }
  const described: CustomUser = custom;
  if (described.force_error !== undefined) throw forcedError(described.force_error);
  const seed = hash(described.seed ?? password) % 100_000;
  return { ...household(seed), custom: described, challenges: challengesOf(described) };
}

const INSTITUTION_ERROR = /^INSTITUTION_/;

/** Plaid's sandbox answers with any error that the password asks for: `error_ITEM_LOCKED`. */
function forcedError(code: string): PlaidError {
  if (code === "INVALID_CREDENTIALS") return plaidErrors.invalidCredentials();
  const type = INSTITUTION_ERROR.test(code) ? "INSTITUTION_ERROR" : "ITEM_ERROR";
  return new PlaidError(type, code, `the test user asked for ${code}`, {
    display: "The bank did not let you sign in.",
  });
}

function userGood(password: string): TestUser {
  if (password === "pass_good") return household(DEMO_SEED);
  if (password === "mfa_device") return { ...household(DEMO_SEED), challenges: [DEVICE] };
  const asked = /^mfa_questions_(\d)_(\d)$/.exec(password);
  if (asked !== null) {
    return { ...household(DEMO_SEED), challenges: questions(Number(asked[1]), Number(asked[2])) };
  }
  const error = /^error_([A-Z_]+)$/.exec(password);
  throw error === null ? plaidErrors.invalidCredentials() : forcedError(error[1] ?? "");
}

/**
 * Who signs in with this name: `user_good` is the demo person, `user_household` with a JSON password is any household,
 * `user_custom` is what its JSON password describes, `user_mfa` is asked for a code. https://plaid.com/docs/sandbox/test-credentials/
 * @throws {PlaidError} INVALID_CREDENTIALS for another name or a wrong password, INVALID_FIELD for a JSON that does not
 * describe anybody, and whatever error the password asks for
 */
export function signIn(username: string | null | undefined, password: string | null | undefined): TestUser {
  const user = username ?? "user_good";
  if (user === "user_household") return userHousehold(password ?? "");
  if (user === "user_custom") return userCustom(password ?? "");
  if (user === "user_mfa") return { ...household(hash(user) % 100_000), challenges: [DEVICE] };
  if (STATIC_USERS.includes(user)) return household(hash(user) % 100_000);
  if (user === "user_good") return userGood(password ?? "pass_good");
  throw plaidErrors.invalidCredentials();
}
