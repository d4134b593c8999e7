import { SearchXIcon } from "lucide-react";
import { NoMoney } from "@/components/money/no-money";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

type ListEndProps = { hasMore: boolean; hasFailed: boolean; onRetry: () => void };

/** What stands below the last row that is here: more on its way, what went wrong, or that this is all. */
export function ListEnd({ hasMore, hasFailed, onRetry }: ListEndProps) {
  if (hasFailed) {
    return (
      <div role="alert" className="flex items-center justify-center gap-3 py-6 text-sm">
        More could not be loaded.
        <Button size="sm" variant="outline" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  if (!hasMore) return <p className="py-6 text-center text-muted-foreground text-xs">That is all.</p>;
  return (
    <div role="status" aria-label="Loading more transactions" className="mx-auto grid max-w-5xl gap-3 py-4">
      <Skeleton className="h-9" />
      <Skeleton className="h-9" />
    </div>
  );
}

/** A search that finds nothing, or nobody's money yet. */
export function NothingFound({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) {
    return (
      <div className="mx-auto w-full max-w-5xl overflow-y-auto px-4 py-6 md:px-6">
        <NoMoney what="every transaction here, to search, sort and change" />
      </div>
    );
  }
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-3 px-6 py-12 text-center">
      <SearchXIcon aria-hidden className="size-7 text-muted-foreground" />
      <h2 className="font-semibold text-lg tracking-tight">No transaction matches</h2>
      <p className="max-w-sm text-pretty text-muted-foreground text-sm">
        Take a condition away, or search for a part of the name.
      </p>
      <Button variant="outline" onClick={onClear}>
        Show all transactions
      </Button>
    </div>
  );
}
