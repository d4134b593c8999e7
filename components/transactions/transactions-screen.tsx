"use client";

import { DownloadIcon } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { AskLink } from "@/components/money/ask-link";
import { buttonVariants } from "@/components/ui/button";
import type {
  RowChange,
  TransactionFacets,
  TransactionLine,
  TransactionPage,
  TransactionSearch,
} from "@/lib/contract/transactions";
import { EVERY_TRANSACTION, writeSearch } from "@/lib/domain/transaction-search";
import { askAboutSearch } from "./ask-words";
import { BulkBar } from "./bulk-bar";
import { ChangeToast } from "./change-toast";
import { FilterBar } from "./filter-bar";
import { FoundSummary } from "./found-summary";
import { ListEnd, NothingFound } from "./list-end";
import { countSelected } from "./selection";
import type { TransactionActions } from "./transaction-actions";
import { TransactionGrid } from "./transaction-grid";
import { TransactionSheet } from "./transaction-sheet";
import { useChanges } from "./use-changes";
import { useLatest } from "./use-latest";
import { useRows } from "./use-rows";
import { useSearch } from "./use-search";
import { useSelection } from "./use-selection";

type TransactionsScreenProps = {
  search: TransactionSearch;
  first: TransactionPage;
  /** Null: they could not be counted. */
  facets: Promise<TransactionFacets | null>;
  /** In the person's time zone. */
  today: string;
  canEdit: boolean;
  actions: TransactionActions;
};

export function TransactionsScreen({
  search: shown,
  first,
  facets,
  today,
  canEdit,
  actions,
}: TransactionsScreenProps) {
  const key = writeSearch(shown);
  const { search, change: changeSearch, isPending } = useSearch(shown);
  const list = useRows(key, shown, first, actions);
  const { rows, days, next, reading, loadMore, reread } = list;
  const changes = useChanges(actions, reread);
  const { value: counts, isStale } = useLatest(facets);
  const [opened, setOpened] = useState<TransactionLine | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { selection, active, activate, select, selectAll, clear } = useSelection(key, rows, {
    grid,
    field,
    onOpen: setOpened,
  });
  const open = useCallback(
    (row: TransactionLine) => {
      activate(rows.findIndex(({ id }) => id === row.id));
      setOpened(row);
    },
    [rows, activate],
  );
  const count = countSelected(selection, counts?.rowCount ?? rows.length);
  async function changeSelected(change: RowChange) {
    const chosen = selection.isAll ? { search: shown } : { ids: [...selection.ids] };
    if (await changes.change(chosen, change)) clear();
  }
  // The row as it is now, also after a change.
  const openRow = opened && (rows.find(({ id }) => id === opened.id) ?? opened);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 border-b px-4 pt-5 pb-3 md:px-6 md:pt-7">
        <div className="mx-auto grid w-full max-w-5xl grid-cols-[minmax(0,1fr)] gap-3">
          <header className="flex items-start justify-between gap-3">
            <div className="grid min-w-0 gap-1">
              <h1 className="font-semibold text-2xl tracking-tight max-md:sr-only">Transactions</h1>
              <FoundSummary facets={counts} isStale={isStale || isPending} />
            </div>
            <div className="flex shrink-0">
              <AskLink question={askAboutSearch(shown, today)} about="these transactions" />
              <a
                href={`/api/transactions/export${key && `?${key}`}`}
                download
                className={buttonVariants({ variant: "ghost", size: "sm" })}
              >
                <DownloadIcon aria-hidden /> <span className="max-sm:sr-only">Export CSV</span>
              </a>
            </div>
          </header>
          <FilterBar search={search} facets={counts} today={today} fieldRef={field} onChange={changeSearch} />
          {count > 0 && (
            <BulkBar
              count={count}
              rowCount={counts?.rowCount}
              isAll={selection.isAll}
              canEdit={canEdit}
              isBusy={changes.isBusy}
              onChange={(change) => void changeSelected(change)}
              onSelectAll={selectAll}
              onClear={clear}
            />
          )}
        </div>
      </div>
      {rows.length === 0 ? (
        <NothingFound isFiltered={key !== ""} onClear={() => changeSearch(EVERY_TRANSACTION)} />
      ) : (
        <TransactionGrid
          key={key}
          gridRef={grid}
          rows={rows}
          days={days}
          rowCount={counts?.rowCount}
          hasMore={next !== null && reading === "idle"}
          isBusy={isPending || reading === "reading"}
          selection={selection}
          active={active}
          onSelect={select}
          onOpen={open}
          onNearEnd={loadMore}
        >
          <ListEnd hasMore={next !== null} hasFailed={reading === "failed"} onRetry={() => void loadMore()} />
        </TransactionGrid>
      )}
      {openRow ? (
        <TransactionSheet
          key={openRow.id}
          row={openRow}
          changes={changes}
          canEdit={canEdit}
          readDetails={actions.details}
          onClose={() => setOpened(null)}
          onClosed={() => grid.current?.focus({ preventScroll: true })}
        />
      ) : (
        <ChangeToast changes={changes} />
      )}
    </div>
  );
}
