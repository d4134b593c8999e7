import type { Metadata } from "next";
import { TransactionsScreen } from "@/components/transactions/transactions-screen";
import { readSearch } from "@/lib/domain/transaction-search";
import { openLedger } from "@/lib/insights/open-ledger";
import { countFacets } from "@/lib/transactions/count-facets";
import { listPage } from "@/lib/transactions/list-page";
import { requireUser } from "@/lib/web/session";
import { undoProposalAction } from "../chat/proposal-actions";
import {
  changeRowsAction,
  makeRuleAction,
  nextPageAction,
  rereadRowsAction,
  splitRowAction,
  transactionDetailsAction,
} from "./actions";

export const metadata: Metadata = { title: "Transactions" };

const actions = {
  nextPage: nextPageAction,
  rereadRows: rereadRowsAction,
  details: transactionDetailsAction,
  changeRows: changeRowsAction,
  splitRow: splitRowAction,
  makeRule: makeRuleAction,
  undo: undoProposalAction,
};

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TransactionsPage({ searchParams }: PageProps) {
  const { id, isDemo } = await requireUser();
  const search = readSearch(toQuery(await searchParams));
  const ledger = await openLedger(id, new Date());
  const first = await listPage(id, { search, after: null }, ledger);
  // Rows are shown before the counts are there, and without them when they cannot be had.
  const facets = countFacets(id, search, ledger).catch(() => null);
  return (
    <TransactionsScreen
      search={search}
      first={first}
      facets={facets}
      today={ledger.today}
      canEdit={!isDemo}
      actions={actions}
    />
  );
}

const toQuery = (params: Record<string, string | string[] | undefined>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(params).flatMap(([key, values]) => [values ?? []].flat().map((value) => [key, value])),
  );
