import { CircleCheckIcon, LoaderCircleIcon, TriangleAlertIcon } from "lucide-react";
import { formatMoment } from "@/components/format-moment";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import type { ConnectionView } from "@/lib/contract/banking";
import { AccountRow } from "./account-row";

type ConnectionCardProps = { connection: ConnectionView; timeZone: string };

/** One bank: whether all is well with it, its accounts, and when it stated their balances. */
export function ConnectionCard({ connection, timeZone }: ConnectionCardProps) {
  const { institutionName, accounts, problem } = connection;
  const oldestBalance = accounts.map(({ asOf }) => asOf).sort()[0];
  return (
    <Card className="overflow-hidden">
      <section aria-label={institutionName}>
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 pt-4 pb-3">
          <h2 className="font-semibold text-base tracking-tight">{institutionName}</h2>
          <ConnectionState connection={connection} timeZone={timeZone} />
        </header>
        {problem && (
          <div className="px-5 pb-4">
            <Alert tone="caution">
              <TriangleAlertIcon aria-hidden />
              {problem}
            </Alert>
          </div>
        )}
        <ul className="divide-y border-t">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </ul>
        {oldestBalance && (
          <p className="border-t bg-muted/40 px-5 py-2.5 text-muted-foreground text-xs">
            Balances as of {formatMoment(oldestBalance, timeZone)}
          </p>
        )}
      </section>
    </Card>
  );
}

const READING: Record<NonNullable<ConnectionView["reading"]>, string> = {
  started: "Reading your transactions…",
  waiting: "Still reading; this can take a few minutes",
  older: "Recent transactions are here; still reading older ones",
};

function ConnectionState({ connection, timeZone }: ConnectionCardProps) {
  const { lastSyncedAt, problem, reading } = connection;
  const line = "flex items-center gap-1.5 text-muted-foreground text-sm [&>svg]:size-4";
  if (reading) {
    return (
      <p className={line} role="status">
        <LoaderCircleIcon className="animate-spin text-primary" aria-hidden /> {READING[reading]}
      </p>
    );
  }
  if (problem || !lastSyncedAt) return null;
  return (
    <p className={line}>
      <CircleCheckIcon className="text-positive" aria-hidden /> Updated {formatMoment(lastSyncedAt, timeZone)}
    </p>
  );
}
