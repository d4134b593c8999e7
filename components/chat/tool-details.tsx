"use client";

import type { ReactNode } from "react";
import { formatMoment } from "@/components/format-moment";
import { cn } from "@/components/ui/cn";
import type { Money } from "@/lib/contract/money";
import type { TransactionRow } from "@/lib/contract/results/evidence";
import type { SpendingResult } from "@/lib/contract/results/spending-result";
import type { ToolResult } from "@/lib/contract/tool-result";
import { formatDate } from "@/lib/domain/calendar";
import { describeDefinition } from "@/lib/domain/definitions";
import { describeCut, describeFilters } from "./tool-summary";

/** What stands behind a number: the rows, the rule and how fresh the bank's data is. */
export function ToolDetails({ result, timeZone }: { result: ToolResult; timeZone: string }) {
  const filters = describeFilters(result);
  return (
    <div className="overflow-hidden rounded-xl border bg-card text-[13px]">
      <Rows result={result} />
      <div className="space-y-1 bg-muted/50 px-3.5 py-2.5 text-muted-foreground text-xs leading-relaxed">
        {filters.length > 0 && <p>{filters.join(" · ")}</p>}
        <p>{describeDefinition(result.definition)}</p>
        {result.asOf && <p>Bank data as of {formatMoment(result.asOf, timeZone)}.</p>}
      </div>
    </div>
  );
}

function Rows({ result }: { result: ToolResult }) {
  if (result.kind === "accounts") {
    const rows = result.accounts.map((account) => ({
      key: account.id,
      cells: [
        `${account.name}${account.mask ? ` ··${account.mask}` : ""}`,
        account.isClosed ? `${account.institution}, closed` : account.institution,
      ],
      amount: account.balance,
    }));
    return <Table rows={rows} signed={false} />;
  }
  const { rowCount } = result;
  const rows = result.kind === "transactions" ? result.transactions : (result.rows ?? []);
  if (rowCount === 0) return <p className="px-3.5 py-3 text-muted-foreground">Nothing matched.</p>;
  return (
    <>
      {result.kind === "spending" && <Sums result={result} />}
      <Table rows={rows.map(transactionRow)} signed />
      {rowCount > rows.length && <Note>{describeCut(rows.length, rowCount)}</Note>}
    </>
  );
}

/** The parts of a total, or the total alone, above the rows that it is made of. */
function Sums({ result: { groups, groupCount, totals } }: { result: SpendingResult }) {
  const parts = groups.map((group) => ({
    key: `${group.key} ${group.amount.currency}`,
    cells: [group.label, `${group.rowCount} ${group.rowCount === 1 ? "transaction" : "transactions"}`],
    amount: group.amount,
  }));
  const whole = totals.map((amount) => ({ key: amount.currency, cells: ["Total"], amount }));
  const count = groupCount ?? parts.length;
  return (
    <div className="border-b font-medium">
      <Table rows={parts.length > 0 ? parts : whole} signed={false} />
      {count > parts.length && <Note>{describeCut(parts.length, count)}</Note>}
    </div>
  );
}

const transactionRow = (row: TransactionRow): Row => ({
  key: row.id,
  cells: [
    formatDate(row.date),
    `${row.merchant}${row.pending ? " (pending)" : ""}`,
    `${row.category} · ${row.account}`,
  ],
  amount: row.amount,
});

const Note = ({ children }: { children: ReactNode }) => (
  <p className="border-t border-border/70 px-3.5 py-1.5 text-muted-foreground text-xs">{children}</p>
);

type Row = { key: string; cells: string[]; amount: Money | null };

/** A long table scrolls inside its box. */
function Table({ rows, signed }: { rows: Row[]; signed: boolean }) {
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <section aria-label="Rows" tabIndex={0} className="scrollbar-quiet max-h-96 overflow-auto">
      <table className="w-full">
        <tbody className="divide-y divide-border/70">
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <Cell
                  key={`${row.key}-${index === 0 ? "first" : cell}`}
                  isFirst={index === 0}
                  isLast={index === row.cells.length - 1 && index > 0}
                >
                  {cell}
                </Cell>
              ))}
              <td className="amount py-1.5 pr-3.5 pl-2 text-right">
                <Amount money={row.amount} signed={signed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ isFirst, isLast, children }: { isFirst: boolean; isLast: boolean; children: ReactNode }) {
  return (
    <td
      className={cn("px-2 py-1.5", isFirst && "whitespace-nowrap pl-3.5", isLast && "text-muted-foreground")}
    >
      {children}
    </td>
  );
}

function Amount({ money, signed }: { money: Money | null; signed: boolean }) {
  if (money === null) return <span className="text-muted-foreground">not stated</span>;
  const isIn = signed && money.amountMinor > 0;
  return (
    <span className={cn(isIn && "text-positive")}>{isIn ? `+${money.formatted}` : money.formatted}</span>
  );
}
