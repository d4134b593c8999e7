import { z } from "zod";
import { ALL_SUBTYPES, isSubtype } from "./account-subtypes";

/** Plaid's limits of what a custom user may bring. https://plaid.com/docs/sandbox/user-custom/ */
const MAXIMUM_ACCOUNTS = 10;
const MAXIMUM_PASSWORD_BYTES = 55_000;

const Currency = z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code like USD");
const Amount = z.number().min(-1e12).max(1e12);

const CustomTransaction = z
  .looseObject({
    date_transacted: z.iso.date(),
    date_posted: z.iso.date(),
    amount: Amount,
    description: z.string().min(1),
    currency: Currency.optional(),
  })
  .refine(({ date_transacted: made, date_posted: posted }) => made <= posted, {
    message: "date_posted must not be before date_transacted",
  });

const CustomHolding = z.looseObject({
  institution_price: z.number().min(0),
  institution_price_as_of: z.iso.date().optional(),
  cost_basis: z.number().optional(),
  quantity: z.number(),
  currency: Currency.optional(),
  security: z.looseObject({
    ticker_symbol: z.string().optional(),
    name: z.string().optional(),
    cusip: z.string().optional(),
    isin: z.string().optional(),
    currency: Currency.optional(),
  }),
});
export type CustomHolding = z.infer<typeof CustomHolding>;

const CustomLiability = z.looseObject({
  type: z.enum(["credit", "student"]),
  purchase_apr: z.number().optional(),
  cash_apr: z.number().optional(),
  balance_transfer_apr: z.number().optional(),
  special_apr: z.number().optional(),
  last_payment_amount: z.number().optional(),
  minimum_payment_amount: z.number().optional(),
  is_overdue: z.boolean().optional(),
  origination_date: z.iso.date().optional(),
  principal: z.number().optional(),
  nominal_apr: z.number().optional(),
  loan_name: z.string().optional(),
  guarantor: z.string().optional(),
  expected_payoff_date: z.iso.date().optional(),
  payment_reference_number: z.string().optional(),
  sequence_number: z.string().optional(),
});
export type CustomLiability = z.infer<typeof CustomLiability>;

const CustomAccount = z
  .looseObject({
    type: z.enum(["depository", "credit", "loan", "investment", "other"]),
    subtype: z.enum(ALL_SUBTYPES).nullish(),
    starting_balance: Amount.optional(),
    force_available_balance: Amount.optional(),
    has_null_available_balance: z.boolean().optional(),
    currency: Currency.optional(),
    meta: z
      .looseObject({
        name: z.string().optional(),
        official_name: z.string().optional(),
        limit: Amount.optional(),
        mask: z
          .string()
          .regex(/^([A-Za-z0-9]{2,4})?$/, "must be empty or two to four letters or digits")
          .optional(),
      })
      .optional(),
    transactions: z.array(CustomTransaction).optional(),
    holdings: z.array(CustomHolding).optional(),
    liability: CustomLiability.optional(),
  })
  .refine(({ type, subtype }) => subtype === undefined || subtype === null || isSubtype(type, subtype), {
    message: "this type of account has no such subtype",
  })
  .refine(
    ({ force_available_balance: forced, has_null_available_balance: none }) =>
      forced === undefined || none !== true,
    { message: "force_available_balance and has_null_available_balance exclude one another" },
  );
export type CustomAccount = z.infer<typeof CustomAccount>;

/** The JSON that stands in the password of `user_custom`; what it does not name is drawn from the seed. */
export const CustomUser = z.looseObject({
  version: z.union([z.string(), z.number()]).nullish(),
  seed: z.string().optional(),
  override_accounts: z.array(CustomAccount).max(MAXIMUM_ACCOUNTS).optional(),
  mfa: z
    .looseObject({
      type: z.enum(["device", "selections", "questions"]),
      question_rounds: z.int().min(1).max(9).optional(),
      questions_per_round: z.int().min(1).max(9).optional(),
    })
    .optional(),
  force_error: z.string().optional(),
});
export type CustomUser = z.infer<typeof CustomUser>;

/** @returns what the password describes, or in a sentence why it cannot be used */
export function readCustomUser(password: string): CustomUser | { problem: string } {
  if (Buffer.byteLength(password) > MAXIMUM_PASSWORD_BYTES) {
    return { problem: `the configuration is larger than ${MAXIMUM_PASSWORD_BYTES} bytes` };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(password === "" ? "{}" : password);
  } catch {
    return { problem: "the configuration is not JSON" };
  }
  const user = CustomUser.safeParse(parsed);
  if (user.success) return user.data;
  const [issue] = user.error.issues;
  return { problem: `${issue?.path.join(".")}: ${issue?.message}` };
}
