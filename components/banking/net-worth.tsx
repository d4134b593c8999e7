import type { Money } from "@/lib/contract/money";

/** One line per currency: currencies are never added to each other. */
export function NetWorth({ amounts }: { amounts: Money[] }) {
  return (
    <div>
      {amounts.map(({ currency, formatted }) => (
        <p key={currency} className="font-semibold text-3xl tabular-nums tracking-tight">
          {formatted}
        </p>
      ))}
      <p className="mt-1 text-muted-foreground text-sm">What you have, less what you owe</p>
    </div>
  );
}
