"use client";

import {
  CopyIcon,
  type LucideIcon,
  SparklesIcon,
  StoreIcon,
  TrendingUpIcon,
  TriangleAlertIcon,
  XIcon,
} from "lucide-react";
import { useId, useState } from "react";
import { ResultTable } from "@/components/chat/result-table";
import { transactionTable } from "@/components/chat/results/transaction-rows";
import { count } from "@/components/chat/results/words";
import { AskLink } from "@/components/money/ask-link";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { InsightView } from "@/lib/contract/insights";
import { formatDate } from "@/lib/domain/calendar";

const ICONS: Record<InsightView["kind"], LucideIcon> = {
  low_balance: TriangleAlertIcon,
  duplicate_charge: CopyIcon,
  price_rise: TrendingUpIcon,
  category_spike: TrendingUpIcon,
  large_for_merchant: SparklesIcon,
  large_for_category: SparklesIcon,
  new_merchant: StoreIcon,
};

type InsightItemProps = { insight: InsightView; onDismiss: (() => void) | null };

export function InsightItem({ insight, onDismiss }: InsightItemProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { kind, title, text, rows, date } = insight;
  const Icon = ICONS[kind];
  const isWarning = kind === "low_balance" || kind === "duplicate_charge";
  return (
    <li className="px-4 py-3">
      <div className="flex items-start gap-3">
        <Icon
          className={cn("mt-0.5 size-4 shrink-0", isWarning ? "text-caution" : "text-primary")}
          aria-hidden
        />
        <div className="min-w-0 flex-1">
          <h3 className="break-words font-medium text-sm leading-snug">{title}</h3>
          <p className="mt-0.5 text-muted-foreground text-xs leading-relaxed">
            {kind !== "low_balance" && kind !== "category_spike" && `${formatDate(date)}. `}
            {text}
          </p>
          <Button
            variant="link"
            size="sm"
            className="h-7 px-0 text-xs"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? "Hide" : "Show"} {count(rows.length, "transaction")}
          </Button>
        </div>
        <div className="-mt-1.5 -mr-2 flex shrink-0">
          <AskLink question={insight.question} about={title} isSmall />
          {onDismiss && (
            <Button variant="ghost" size="icon-sm" aria-label={`Put away: ${title}`} onClick={onDismiss}>
              <XIcon aria-hidden />
            </Button>
          )}
        </div>
      </div>
      <div id={id} hidden={!isOpen} className="mt-2 overflow-hidden rounded-xl border text-[13px]">
        <ResultTable table={transactionTable(rows, rows.length, title)} isCaptioned={false} />
      </div>
    </li>
  );
}
