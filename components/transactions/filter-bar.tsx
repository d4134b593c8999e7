"use client";

import { SearchIcon } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { TransactionFacets, TransactionSearch } from "@/lib/contract/transactions";
import { categoryLabel } from "@/lib/domain/categories";
import { flowLabel } from "@/lib/domain/transaction-details";
import { EVERY_TRANSACTION, writeSearch } from "@/lib/domain/transaction-search";
import { AmountFilter } from "./amount-filter";
import { ChoiceFilter } from "./choice-filter";
import { PeriodFilter } from "./period-filter";

type FilterBarProps = {
  search: TransactionSearch;
  facets: TransactionFacets | null | undefined;
  today: string;
  fieldRef: RefObject<HTMLInputElement | null>;
  onChange: (patch: Partial<TransactionSearch>, options?: { isTyped: boolean }) => void;
};

/** Everything by which transactions are found. On a phone the choices scroll sideways. */
export function FilterBar({ search, facets, today, fieldRef, onChange }: FilterBarProps) {
  const isFiltered = writeSearch(search) !== "";
  return (
    <search className="flex flex-col gap-2 lg:flex-row lg:items-center">
      <div className="relative lg:w-72 lg:shrink-0">
        <SearchIcon
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          ref={fieldRef}
          type="search"
          aria-label="Search transactions"
          aria-keyshortcuts="/"
          placeholder="Search by name or bank text"
          maxLength={200}
          value={search.text}
          onChange={(event) => onChange({ text: event.target.value }, { isTyped: true })}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
          className="h-9 pl-9"
        />
      </div>
      <div className="-mx-4 flex gap-1.5 overflow-x-auto px-4 pb-1 [scrollbar-width:none] lg:mx-0 lg:flex-wrap lg:px-0 lg:pb-0">
        <PeriodFilter period={search.period} today={today} onChange={(period) => onChange({ period })} />
        <ChoiceFilter
          label="Category"
          choices={facets?.categories}
          chosen={search.categories}
          labelOf={categoryLabel}
          onChange={(categories) => onChange({ categories })}
        />
        <ChoiceFilter
          label="Account"
          choices={facets?.accounts}
          chosen={search.accounts}
          labelOf={() => "Another account"}
          onChange={(accounts) => onChange({ accounts })}
        />
        <ChoiceFilter
          label="Kind"
          choices={facets?.flows}
          chosen={search.flows}
          labelOf={flowLabel}
          onChange={(flows) => onChange({ flows: flows as TransactionSearch["flows"] })}
        />
        <AmountFilter
          minUnits={search.minUnits}
          maxUnits={search.maxUnits}
          onChange={(amounts) => onChange(amounts, { isTyped: true })}
        />
        {((facets?.tags.length ?? 0) > 0 || search.tags.length > 0) && (
          <ChoiceFilter
            label="Tag"
            choices={facets?.tags}
            chosen={search.tags}
            onChange={(tags) => onChange({ tags })}
          />
        )}
        {search.merchants.length > 0 && (
          <ChoiceFilter
            label="Merchant"
            choices={[]}
            chosen={search.merchants}
            onChange={(merchants) => onChange({ merchants })}
          />
        )}
        {((facets?.pendingCount ?? 0) > 0 || search.pending !== null) && (
          <Button
            variant="outline"
            size="sm"
            aria-pressed={search.pending === true}
            onClick={() => onChange({ pending: search.pending ? null : true })}
            className={search.pending ? "border-primary font-normal text-primary" : "font-normal"}
          >
            Pending <span className="amount text-muted-foreground text-xs">{facets?.pendingCount ?? ""}</span>
          </Button>
        )}
        {isFiltered && (
          <Button variant="link" size="sm" onClick={() => onChange(EVERY_TRANSACTION)}>
            Clear all
          </Button>
        )}
      </div>
    </search>
  );
}
