import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a conversation while it is on its way. */
export function ChatSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col" role="status" aria-label="Loading the conversation">
      <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col gap-7 px-4 pt-6 md:px-6">
        <Skeleton className="ml-auto h-11 w-3/5 rounded-2xl" />
        <div className="space-y-3">
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-4/5" />
        </div>
      </div>
      <div className="mx-auto w-full max-w-3xl px-3 pb-9 md:px-6">
        <Skeleton className="h-13 rounded-2xl" />
      </div>
    </div>
  );
}
