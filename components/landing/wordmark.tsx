import Link from "next/link";

/** The name, with a small ledger: three entries and the line under which they are summed. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="inline-flex items-center gap-2.5 rounded-md font-semibold text-lg tracking-tight"
    >
      <svg aria-hidden viewBox="0 0 24 24" className="size-6 text-primary">
        <rect width="24" height="24" rx="6.5" fill="currentColor" />
        <path
          d="M7 7.5h6M7 11h10M7 14.5h4"
          fill="none"
          stroke="var(--color-primary-foreground)"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
        <path
          d="M7 18h10"
          stroke="var(--color-primary-foreground)"
          strokeWidth="1"
          strokeLinecap="round"
          opacity=".65"
        />
      </svg>
      Purser
    </Link>
  );
}
