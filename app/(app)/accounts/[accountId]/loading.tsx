import { PageSkeleton } from "@/components/money/page-skeleton";

export default function Loading() {
  return <PageSkeleton title="Account" />;
}
