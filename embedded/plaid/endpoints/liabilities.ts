import type { LiabilitiesGetResponse } from "plaid";
import { z } from "zod";
import { plaidAccounts } from "../bank/accounts-of";
import { cardDebtOf, isLiability, loanDebtOf } from "../bank/debts-of";
import { requestedAccounts } from "../bank/requested-accounts";
import { noAccountsFor, requireProduct } from "../bank/use-product";
import { toPlaidItem } from "../wire/to-plaid-item";
import { toPlaidCredit, toPlaidMortgage, toPlaidStudent } from "../wire/to-plaid-liabilities";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken, AccountIds } from "./fields";

/** Plaid gives null for a kind of debt that the item does not have. */
const orNull = <Debt>(debts: Debt[]): Debt[] | null => (debts.length === 0 ? null : debts);

const getLiabilities = endpoint(
  plaidRequest({
    access_token: AccessToken,
    options: z.strictObject({ account_ids: AccountIds.optional() }).optional(),
  }),
  async (request, bank): Promise<Answer<LiabilitiesGetResponse>> => {
    const item = bank.itemOf(request.access_token);
    await requireProduct(bank, item, "liabilities");
    const accounts = requestedAccounts(bank, item, request.options?.account_ids);
    const debts = accounts.filter(isLiability);
    if (debts.length === 0) throw noAccountsFor("LIABILITY");
    const { itemId } = item;
    const wanted = new Set(accounts.map(({ key }) => key));
    const loans = (subtype: "student" | "mortgage") => debts.filter((debt) => debt.subtype === subtype);
    return {
      accounts: plaidAccounts(bank, item, ({ key }) => wanted.has(key)),
      item: toPlaidItem(item),
      liabilities: {
        credit: orNull(
          debts
            .filter(({ type }) => type === "credit")
            .map((account) => toPlaidCredit(itemId, account, cardDebtOf(bank, item, account))),
        ),
        student: orNull(
          loans("student").map((account) => toPlaidStudent(itemId, account, loanDebtOf(bank, item, account))),
        ),
        mortgage: orNull(
          loans("mortgage").map((account) =>
            toPlaidMortgage(itemId, account, loanDebtOf(bank, item, account)),
          ),
        ),
      },
    };
  },
);

export const liabilitiesEndpoints: Record<string, Endpoint> = { "/liabilities/get": getLiabilities };
