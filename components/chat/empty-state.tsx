"use client";

import { ChartPieIcon, LandmarkIcon, ReceiptTextIcon, ShoppingBasketIcon, UtensilsIcon } from "lucide-react";
import Link from "next/link";
import { TemporarySwitch } from "./temporary-switch";
import { useWorkspace } from "./workspace";

const STARTERS = [
  { icon: ShoppingBasketIcon, text: "How much did I spend on groceries last month?" },
  { icon: ChartPieIcon, text: "Where did my money go in the last 3 months, by category?" },
  { icon: ReceiptTextIcon, text: "What were my largest purchases this month?" },
  { icon: UtensilsIcon, text: "How much did I spend on restaurants this year, month by month?" },
  { icon: LandmarkIcon, text: "How much money do I have across all my accounts?" },
];

type EmptyStateProps = {
  onAsk: (text: string) => void;
  isTemporary: boolean;
  onTemporary: (isTemporary: boolean) => void;
};

export function EmptyState({ onAsk, isTemporary, onTemporary }: EmptyStateProps) {
  const { person } = useWorkspace();
  const firstName = person.name.split(" ")[0];
  return (
    <div className="scrollbar-quiet flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="mx-auto my-auto w-full max-w-3xl px-4 py-8 md:px-6">
        <h1 className="text-balance font-semibold text-[1.75rem] leading-tight tracking-[-0.025em] md:text-[2.125rem]">
          What would you like to know, {firstName}?
        </h1>
        <p className="mt-2.5 max-w-prose text-pretty text-[0.9375rem] text-muted-foreground leading-relaxed">
          Every number comes from your own transactions, and you can open the rows behind it. Purser only
          reads; it cannot move money.
        </p>
        <ul
          aria-label="Questions to start with"
          className="mt-7 divide-y overflow-hidden rounded-2xl border bg-card"
        >
          {STARTERS.map(({ icon: Icon, text }) => (
            <li key={text}>
              <button
                type="button"
                onClick={() => onAsk(text)}
                className="group flex w-full items-center gap-3.5 px-4 py-3.5 text-left text-[0.9375rem] leading-snug transition-colors hover:bg-accent/60 focus-visible:-outline-offset-2"
              >
                <Icon className="size-4.5 shrink-0 text-primary/75 group-hover:text-primary" aria-hidden />
                {text}
              </button>
            </li>
          ))}
        </ul>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <TemporarySwitch isOn={isTemporary} onChange={onTemporary} />
          <p className="text-muted-foreground text-sm">
            A bank is missing?{" "}
            <Link
              href="/accounts"
              className="text-primary underline decoration-primary/35 underline-offset-3 hover:decoration-primary"
            >
              Link your accounts
            </Link>
          </p>
        </div>
      </div>
    </div>
  );
}
