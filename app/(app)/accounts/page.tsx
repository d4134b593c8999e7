import type { Metadata } from "next";
import { ConnectBank } from "@/components/banking/connect-bank";
import { ConnectionCard } from "@/components/banking/connection-card";
import { DemoBanks } from "@/components/banking/demo-banks";
import { NetWorth } from "@/components/banking/net-worth";
import { NoConnections } from "@/components/banking/no-connections";
import { RefreshWhileReading } from "@/components/banking/refresh-while-reading";
import { listConnections } from "@/lib/banking/list-connections";
import { listSandboxHouseholds } from "@/lib/banking/sandbox-households";
import { toMoney } from "@/lib/domain/money";
import { netWorthByCurrency } from "@/lib/domain/net-worth";
import { requireUser } from "@/lib/web/session";
import { linkSandboxBankAction } from "./actions";

export const metadata: Metadata = { title: "Accounts" };

export default async function AccountsPage() {
  const { id, timeZone, isDemo } = await requireUser();
  const connections = await listConnections(id);
  const balances = connections.flatMap(({ accounts }) => accounts.flatMap(({ balance }) => balance ?? []));
  const net = netWorthByCurrency(
    balances.map(({ amountMinor, currency }) => ({ balanceMinor: amountMinor, currency })),
  ).map(({ amountMinor, currency }) => toMoney(amountMinor, currency));
  // As a key: news of any bank is followed closely again.
  const reading = connections.flatMap((connection) =>
    connection.reading ? `${connection.id} ${connection.reading}` : [],
  );
  const connect = <ConnectChoice isDemo={isDemo} />;
  return (
    <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-8 md:px-6">
        <header className="flex flex-wrap items-start justify-between gap-4">
          <div className="grid gap-4">
            <h1 className="font-semibold text-2xl tracking-tight">Accounts</h1>
            {net.length > 0 && <NetWorth amounts={net} />}
          </div>
          {connections.length > 0 && connect}
        </header>
        {connections.length === 0 && <NoConnections>{connect}</NoConnections>}
        {connections.map((connection) => (
          <ConnectionCard key={connection.id} connection={connection} timeZone={timeZone} />
        ))}
        {reading.length > 0 && <RefreshWhileReading key={reading.join()} />}
      </div>
    </div>
  );
}

/** How this person may link a bank, or why not. */
function ConnectChoice({ isDemo }: { isDemo: boolean }) {
  if (isDemo) return <DemoBanks />;
  const households = listSandboxHouseholds();
  if (households.length > 0) {
    return <ConnectBank households={households} linkSandboxBank={linkSandboxBankAction} />;
  }
  return (
    <p className="text-muted-foreground text-sm">Connecting real banks is not part of this version yet.</p>
  );
}
