import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The shape of the page while it is on its way. */
export function TransactionsSkeleton() {
  return (
    <div role="status" aria-label="Loading transactions" className="flex min-h-0 flex-1 flex-col">
      <div className="border-b px-4 pt-5 pb-3 md:px-6 md:pt-7">
        <div className="mx-auto grid max-w-5xl gap-3">
          <Skeleton className="h-8 w-44 max-md:hidden" />
          <Skeleton className="h-5 w-64" />
          <Skeleton className="h-9" />
        </div>
      </div>
      <div className="mx-auto grid w-full max-w-5xl gap-5 px-5 pt-6">
        {ROWS.map((row) => (
          <div key={row} className="flex items-center gap-4">
            <Skeleton className="h-5 flex-1" />
            <Skeleton className="h-5 w-20" />
          </div>
        ))}
      </div>
    </div>
  );
}
