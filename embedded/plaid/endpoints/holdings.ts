import type { InvestmentsHoldingsGetResponse } from "plaid";
import { z } from "zod";
import { plaidAccounts } from "../bank/accounts-of";
import { requestedAccounts } from "../bank/requested-accounts";
import { noAccountsFor, requireProduct } from "../bank/use-product";
import { holdingsOf } from "../household/holdings";
import { toPlaidHolding, toPlaidSecurity } from "../wire/to-plaid-holdings";
import { toPlaidItem } from "../wire/to-plaid-item";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken, AccountIds } from "./fields";

const getHoldings = endpoint(
  plaidRequest({
    access_token: AccessToken,
    options: z.strictObject({ account_ids: AccountIds.optional() }).optional(),
  }),
  async (request, bank): Promise<Answer<InvestmentsHoldingsGetResponse>> => {
    const item = bank.itemOf(request.access_token);
    await requireProduct(bank, item, "investments");
    const accounts = requestedAccounts(bank, item, request.options?.account_ids).filter(
      ({ type }) => type === "investment",
    );
    if (accounts.length === 0) throw noAccountsFor("INVESTMENT");
    const day = bank.today(item);
    const { entries } = bank.householdOf(item);
    const balances = bank.ledger.balances(item, day);
    const held = accounts.flatMap((account) => {
      const balanceCents = balances.get(account.key)?.currentCents ?? account.openingCents;
      const holdings = holdingsOf({ seed: item.seed, account, entries, balanceCents, day });
      return holdings.map((holding) => ({ account, holding }));
    });
    const securities = held.map(({ account, holding }) =>
      toPlaidSecurity(item.itemId, holding, account.currency, day),
    );
    const wanted = new Set(accounts.map(({ key }) => key));
    return {
      accounts: plaidAccounts(bank, item, ({ key }) => wanted.has(key)).map((account) => ({
        ...account,
        balances: { ...account.balances, margin_loan_amount: null },
      })),
      holdings: held.map(({ account, holding }) => toPlaidHolding(item.itemId, account, holding)),
      securities: [...new Map(securities.map((security) => [security.security_id, security])).values()],
      item: toPlaidItem(item),
    };
  },
);

export const holdingsEndpoints: Record<string, Endpoint> = { "/investments/holdings/get": getHoldings };
