"use client";

import { useWorkspace } from "@/components/chat/workspace";
import { formatMoment } from "@/components/format-moment";
import { Button } from "@/components/ui/button";
import type { ShareSummary } from "@/lib/contract/sharing";

type ShareListProps = {
  shares: readonly ShareSummary[];
  /** Whether the conversations are named, too. */
  isNamed: boolean;
  onRevoke: (shareId: string) => void;
};

/** One's own links, each with the way to close it. */
export function ShareList({ shares, isNamed, onRevoke }: ShareListProps) {
  const { person } = useWorkspace();
  return (
    <ul
      aria-label="Open links"
      className="scrollbar-quiet max-h-64 divide-y overflow-y-auto rounded-xl border"
    >
      {shares.map((share) => {
        const until = formatMoment(share.expiresAt, person.timeZone);
        return (
          <li key={share.id} className="flex items-center gap-3 py-2 pr-2 pl-3.5 text-sm">
            <div className="min-w-0 flex-1">
              {isNamed && <p className="truncate font-medium">{share.title}</p>}
              <p>Works until {until}</p>
              <p className="text-muted-foreground text-xs">{contentsOf(share)}</p>
            </div>
            <Button
              variant="outline"
              size="sm"
              aria-label={`Revoke the link ${isNamed ? `to ${share.title} ` : ""}that works until ${until}`}
              onClick={() => onRevoke(share.id)}
            >
              Revoke
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function contentsOf({ showsAmounts, showsAccounts }: ShareSummary): string {
  if (showsAmounts && showsAccounts) return "With amounts and names of accounts";
  if (showsAmounts) return "With amounts, without names of accounts";
  return showsAccounts ? "Without amounts, with names of accounts" : "Without amounts and names of accounts";
}
