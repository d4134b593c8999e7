import { Skeleton } from "@/components/ui/skeleton";
import { PageFrame } from "./page-frame";

/** The shape of a page of money while it is read. */
export function PageSkeleton({ title }: { title: string }) {
  return (
    <PageFrame title={title}>
      <p role="status" className="sr-only">
        Reading your money…
      </p>
      <Skeleton className="h-80 rounded-2xl" />
      <div className="grid gap-5 lg:grid-cols-2">
        <Skeleton className="h-64 rounded-2xl" />
        <Skeleton className="h-64 rounded-2xl" />
      </div>
    </PageFrame>
  );
}
