import { z } from "zod";
import type { AccountsResult } from "../../contract/results/accounts-result";
import type { Ledger } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import { BALANCES_DEFINITION, netWorthByCurrency } from "../../domain/net-worth";
import { evidenceOf } from "./evidence-of";
import { purserTool } from "./purser-tool";

const GetAccountsInput = z.object({
  types: z
    .array(z.enum(["depository", "credit", "loan", "investment", "other"]))
    .nullish()
    .describe("Only these types of account; all when left out."),
  subtypes: z
    .array(z.string().max(60))
    .nullish()
    .describe('Only these subtypes, such as "checking" or "savings".'),
});

/** Balances by definition balances.v1, of the accounts asked for. */
export async function getAccounts(
  ledger: Ledger,
  input: z.infer<typeof GetAccountsInput>,
): Promise<AccountsResult> {
  const all = await ledger.accounts();
  const { types, subtypes } = input;
  const accounts = all.filter(
    (account) =>
      (!types?.length || types.includes(account.type)) &&
      (!subtypes?.length || (account.subtype !== null && subtypes.includes(account.subtype))),
  );
  const moneyOrNull = (amountMinor: number | null, currency: string) =>
    amountMinor === null ? null : toMoney(amountMinor, currency);
  const accountIds = accounts.length < all.length ? accounts.map(({ id }) => id) : [];
  const evidence = await evidenceOf(ledger, { accountIds });
  return {
    kind: "accounts",
    definition: BALANCES_DEFINITION,
    ...evidence,
    asOf: oldest(accounts.flatMap(({ isClosed, asOf }) => (isClosed ? [] : asOf))) ?? evidence.asOf,
    rowCount: accounts.length,
    accounts: accounts.map((account) => ({
      id: account.id,
      name: account.name,
      institution: account.institution,
      mask: account.mask,
      type: account.type,
      subtype: account.subtype,
      ...(account.isClosed && { isClosed: true as const }),
      balance: moneyOrNull(account.balanceMinor, account.currency),
      available: moneyOrNull(account.availableMinor, account.currency),
    })),
    netByCurrency: netWorthByCurrency(accounts).map(({ amountMinor, currency }) =>
      toMoney(amountMinor, currency),
    ),
  };
}

/** All balances are this fresh or fresher. ISO 8601 UTC sorts as text. */
const oldest = (moments: string[]): string | undefined => moments.toSorted()[0];

export const getAccountsTool = () =>
  purserTool({
    name: "get_accounts",
    description:
      "The person's accounts with their balances, and what is owned less what is owed among those listed, per currency. Debts are negative. Closed accounts have no balance and count in no total.",
    schema: GetAccountsInput,
    run: ({ ledger }, input) => getAccounts(ledger, input),
  });
