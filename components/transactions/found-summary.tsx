import { Skeleton } from "@/components/ui/skeleton";
import type { TransactionFacets } from "@/lib/contract/transactions";

/** How many rows match and what they come to, by the definitions of income and spending. */
export function FoundSummary({
  facets,
  isStale,
}: {
  facets: TransactionFacets | null | undefined;
  isStale: boolean;
}) {
  if (facets === undefined) return <Skeleton className="h-5 w-64 max-w-full" />;
  if (facets === null)
    return <p className="text-muted-foreground text-sm">The transactions could not be counted now.</p>;
  const { rowCount, income, spending } = facets;
  const parts = [
    ...spending.map(({ formatted }) => `${formatted} spent`),
    ...income.map(({ formatted }) => `${formatted} earned`),
  ];
  return (
    <p
      role="status"
      className="amount whitespace-normal text-muted-foreground text-sm"
      style={{ opacity: isStale ? 0.6 : 1 }}
    >
      <span className="font-medium text-foreground">
        {rowCount.toLocaleString("en-US")} {rowCount === 1 ? "transaction" : "transactions"}
      </span>
      {parts.map((part) => (
        <span key={part}> · {part}</span>
      ))}
    </p>
  );
}
