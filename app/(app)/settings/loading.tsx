import { PageFrame } from "@/components/money/page-frame";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame title="Settings">
      <p role="status" className="sr-only">
        Reading your settings…
      </p>
      <div className="grid gap-10">
        {["Profile", "Money", "Appearance", "Assistant"].map((section) => (
          <Skeleton key={section} className="h-40 rounded-2xl md:ml-68" />
        ))}
      </div>
    </PageFrame>
  );
}
