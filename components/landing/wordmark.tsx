import Link from "next/link";
import { Mark } from "@/components/shell/mark";

export function Wordmark() {
  return (
    <Link
      href="/"
      className="inline-flex items-center gap-2.5 rounded-md font-semibold text-lg tracking-tight"
    >
      <Mark className="size-6" />
      Purser
    </Link>
  );
}
