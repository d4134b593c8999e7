import type { AccountsResult } from "../../../lib/contract/results/accounts-result";
import { figure, type ResultView } from "./view";
import { count } from "./words";

export const viewAccounts = ({ accounts, netByCurrency }: AccountsResult): ResultView => ({
  line: `Looked at ${count(accounts.length, "account")}`,
  tables: [
    {
      title: "Accounts",
      columns: ["Account", "Bank", "Balance"],
      rows: accounts.map((account) => ({
        key: account.id,
        cells: [
          `${account.name}${account.mask ? ` ··${account.mask}` : ""}`,
          account.isClosed ? `${account.institution}, closed` : account.institution,
          figure(account.balance),
        ],
      })),
    },
    {
      title: "What you own less what you owe",
      columns: ["Currency", "Total"],
      rows: netByCurrency.map((net) => ({ key: net.currency, cells: [net.currency, figure(net)] })),
    },
  ],
  notes: [],
});
