import type { SandboxPublicTokenCreateResponse } from "plaid";
import { v4 as uuid } from "uuid";
import { z } from "zod";
import { findInstitution, type SandboxInstitution } from "../bank/institutions";
import type { Bank } from "../bank/open-bank";
import { type PublicToken, SandboxItem } from "../bank/state";
import { chooseHousehold } from "../bank/test-users";
import { addDays, monthsBefore } from "../household/calendar";
import { plaidErrors } from "../plaid-error";
import { randomId } from "../wire/opaque-id";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { DaysRequested, ProductName } from "./fields";

const PUBLIC_TOKEN_MINUTES = 30;

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

function newItem(request: PublicTokenCreate, institution: SandboxInstitution, bank: Bank): SandboxItem {
  const { options, initial_products: products } = request;
  const { seed, months, extraPerDay } = chooseHousehold(
    options?.override_username,
    options?.override_password,
  );
  const today = bank.today();
  const start = monthsBefore(today, months);
  const days = options?.transactions?.days_requested;
  const since = options?.transactions?.start_date ?? (days === undefined ? start : addDays(today, -days));
  return SandboxItem.parse({
    itemId: randomId(),
    accessToken: `access-sandbox-${uuid()}`,
    institutionId: institution.id,
    products,
    webhook: options?.webhook ?? null,
    createdAt: bank.now().toISOString(),
    username: options?.override_username ?? "user_good",
    seed,
    extraPerDay,
    start,
    since: since > start ? since : start,
    history: products.includes("transactions") ? "complete" : "none",
    today: null,
    removed: false,
  });
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
    const token: PublicToken = {
      publicToken: `public-sandbox-${uuid()}`,
      expiresAt: new Date(bank.now().getTime() + PUBLIC_TOKEN_MINUTES * 60_000).toISOString(),
      item: newItem(request, institution, bank),
    };
    await bank.change((state) => {
      state.publicTokens = state.publicTokens.filter(({ expiresAt }) => expiresAt > bank.now().toISOString());
      state.publicTokens.push(token);
    });
    return { public_token: token.publicToken };
  },
);

export const sandboxEndpoints: Record<string, Endpoint> = {
  "/sandbox/public_token/create": createPublicToken,
};
