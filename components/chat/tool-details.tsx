"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Money } from "@/lib/contract/money";
import type { ToolResult } from "@/lib/contract/tool-result";
import { formatDate } from "@/lib/domain/calendar";
import { describeDefinition, describeFilters } from "./tool-summary";

const SHOWN_ROWS = 12;

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
      cells: [`${account.name}${account.mask ? ` ··${account.mask}` : ""}`, account.institution],
      amount: account.balance,
    }));
    return <Table rows={rows} total={result.accounts.length} signed={false} />;
  }
  if (result.kind === "transactions") {
    const rows = result.transactions.map((row) => ({
      key: row.id,
      cells: [formatDate(row.date), `${row.merchant}${row.pending ? " (pending)" : ""}`, row.category],
      amount: row.amount,
    }));
    return <Table rows={rows} total={result.rowCount} signed />;
  }
  const rows = result.groups.map((group) => ({
    key: group.key,
    cells: [group.label, `${group.rowCount} ${group.rowCount === 1 ? "transaction" : "transactions"}`],
    amount: group.amount,
  }));
  if (rows.length > 0) return <Table rows={rows} total={result.groupCount ?? rows.length} signed={false} />;
  const totals = result.totals.map((amount) => ({ key: amount.currency, cells: ["Total"], amount }));
  return <Table rows={totals} total={totals.length} signed={false} />;
}

type Row = { key: string; cells: string[]; amount: Money | null };

function Table({ rows, total, signed }: { rows: Row[]; total: number; signed: boolean }) {
  const shown = rows.slice(0, SHOWN_ROWS);
  if (shown.length === 0) return <p className="px-3.5 py-3 text-muted-foreground">Nothing matched.</p>;
  return (
    <div className="scrollbar-quiet overflow-x-auto">
      <table className="w-full">
        <tbody className="divide-y divide-border/70">
          {shown.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <Cell
                  key={`${row.key}-${cell}`}
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
      {total > shown.length && (
        <p className="border-t border-border/70 px-3.5 py-1.5 text-muted-foreground text-xs">
          and {(total - shown.length).toLocaleString("en-US")} more
        </p>
      )}
    </div>
  );
}

function Cell({ isFirst, isLast, children }: { isFirst: boolean; isLast: boolean; children: ReactNode }) {
  return (
    <td
      className={cn(
        "px-2 py-1.5",
        isFirst && "whitespace-nowrap pl-3.5",
        isLast && "text-muted-foreground max-sm:hidden",
      )}
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

/** `Nov 24, 16:20` in the person's zone, put together from parts so that server and browser agree on every space. */
function formatMoment(iso: string, timeZone: string): string {
  const options = {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  } as const;
  const parts = new Intl.DateTimeFormat("en-US", { ...options, timeZone }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((piece) => piece.type === type)?.value ?? "";
  return `${part("month")} ${part("day")}, ${part("hour")}:${part("minute")}`;
}
