import { formatMoment } from "@/components/format-moment";
import { Card } from "@/components/ui/card";
import type { ConnectionView } from "@/lib/contract/banking";
import { AccountRow } from "./account-row";
import { ConnectionHeader } from "./connection-header";
import { ConnectionNotice } from "./connection-notice";
import { noticeOf } from "./connection-words";
import type { ConnectionActions } from "./link-actions";

type ConnectionCardProps = {
  connection: ConnectionView;
  timeZone: string;
  /** Null where banks cannot be changed. */
  actions: ConnectionActions | null;
};

/** One bank: whether all is well with it, its accounts, and when it stated their balances. */
export function ConnectionCard({ connection, timeZone, actions }: ConnectionCardProps) {
  const { institutionName, accounts } = connection;
  const oldestBalance = accounts.flatMap(({ isClosed, asOf }) => (isClosed ? [] : asOf)).sort()[0];
  const notice = noticeOf(connection, timeZone);
  return (
    <Card className="overflow-hidden">
      <section aria-label={institutionName}>
        <ConnectionHeader connection={connection} timeZone={timeZone} actions={actions} />
        {notice && <ConnectionNotice connection={connection} text={notice} />}
        {accounts.length > 0 && (
          <ul className="divide-y border-t">
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </ul>
        )}
        {oldestBalance && (
          <p className="border-t bg-muted/40 px-5 py-2.5 text-muted-foreground text-xs">
            Balances as of {formatMoment(oldestBalance, timeZone)}
          </p>
        )}
      </section>
    </Card>
  );
}
