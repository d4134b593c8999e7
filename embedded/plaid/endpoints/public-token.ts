import type { SandboxPublicTokenCreateResponse } from "plaid";
import { z } from "zod";
import { findInstitution } from "../bank/institutions";
import { issuePublicToken, newItem } from "../bank/new-item";
import { plaidErrors } from "../plaid-error";
import { ProductName } from "../wire/names";
import { randomId } from "../wire/opaque-id";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { DaysRequested } from "./fields";

const PublicTokenCreate = plaidRequest({
  institution_id: z.string(),
  initial_products: z.array(ProductName).min(1, "must have at least one product"),
  options: z
    .strictObject({
      webhook: z.url().optional(),
      override_username: z.string().nullish(),
      override_password: z.string().nullish(),
      transactions: z
        .strictObject({
          days_requested: DaysRequested.optional(),
          start_date: z.iso.date().optional(),
          end_date: z.iso.date().optional(),
        })
        .nullish(),
      ...ignored("statements", "income_verification"),
    })
    .optional(),
  ...ignored("user_token", "user_id"),
});
type PublicTokenCreate = z.infer<typeof PublicTokenCreate>;

function since({ options }: PublicTokenCreate) {
  const { start_date: date, days_requested: days } = options?.transactions ?? {};
  if (date !== undefined) return { date };
  // Unlike Plaid, which would fetch 90 days: who names no days here gets the whole life of the household.
  return days === undefined ? null : { days };
}

const createPublicToken = endpoint(
  PublicTokenCreate,
  async (request, bank): Promise<Answer<SandboxPublicTokenCreateResponse>> => {
    const institution = findInstitution(request.institution_id);
    if (institution === undefined) throw plaidErrors.invalidInstitution();
    const unsupported = request.initial_products.filter((product) => !institution.products.includes(product));
    if (unsupported.length > 0) {
      throw plaidErrors.productsNotSupported(
        `${institution.name} does not support: ${unsupported.join(", ")}`,
      );
    }
    const item = newItem(bank, {
      itemId: randomId(),
      institutionId: institution.id,
      username: request.options?.override_username,
      password: request.options?.override_password,
      products: request.initial_products,
      webhook: request.options?.webhook ?? null,
      since: since(request),
      createdAt: bank.now(),
    });
    return { public_token: await issuePublicToken(bank, item) };
  },
);

export const publicTokenEndpoints: Record<string, Endpoint> = {
  "/sandbox/public_token/create": createPublicToken,
};
