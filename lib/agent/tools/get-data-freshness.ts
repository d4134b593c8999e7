import { z } from "zod";
import type { FreshnessResult } from "../../contract/results/freshness-result";
import { todayIn } from "../../domain/calendar";
import { freshnessOf } from "../../domain/data-freshness";
import type { Ledger } from "../../domain/ledger";
import { purserTool } from "./purser-tool";

const FRESHNESS_DEFINITION = "freshness.v1";

/** Per bank: how far its data reaches, when it was last read, and what is wrong with it if anything is. */
export async function getDataFreshness(ledger: Ledger): Promise<FreshnessResult> {
  const [banks, accounts, coverage] = await Promise.all([
    ledger.banks(),
    ledger.accounts(),
    ledger.coverage(),
  ]);
  return {
    kind: "freshness",
    definition: FRESHNESS_DEFINITION,
    asOf: coverage.asOf,
    dataFrom: coverage.firstDate,
    rowCount: banks.length,
    banks: banks.map((bank) => ({
      institution: bank.institution,
      ...freshnessOf(bank, ledger),
      lastSyncedAt: bank.lastSyncedAt,
      lastSyncedOn: bank.lastSyncedAt && todayIn(ledger.timeZone, new Date(bank.lastSyncedAt)),
      firstDate: bank.firstDate,
      lastDate: bank.lastDate,
      accounts: accounts.filter(({ id }) => bank.accountIds.includes(id)).map(({ name }) => name),
    })),
  };
}

export const getDataFreshnessTool = () =>
  purserTool({
    name: "get_data_freshness",
    description:
      "Per bank: when it was last read, whether its data is up to date and what helps if not, and the first and last day of which there are transactions.",
    schema: z.object({}),
    run: ({ ledger }) => getDataFreshness(ledger),
  });
