import { FileUpIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { AccountsHeading } from "@/components/banking/accounts-heading";
import { ConnectBank } from "@/components/banking/connect-bank";
import { ConnectionCard } from "@/components/banking/connection-card";
import { DemoBanks } from "@/components/banking/demo-banks";
import { LinkingProvider } from "@/components/banking/linking-provider";
import { NetWorth } from "@/components/banking/net-worth";
import { NoConnections } from "@/components/banking/no-connections";
import { RefreshWhileReading } from "@/components/banking/refresh-while-reading";
import { Button } from "@/components/ui/button";
import { listConnections } from "@/lib/banking/list-connections";
import { toMoney } from "@/lib/domain/money";
import { netWorthByCurrency } from "@/lib/domain/net-worth";
import { sandboxKind } from "@/lib/plaid/sandbox";
import { requireUser } from "@/lib/web/session";
import {
  answerSandboxQuestionAction,
  disconnectAction,
  findSandboxInstitutionsAction,
  finishLinkAction,
  finishSandboxLinkAction,
  finishUpdateAction,
  openLinkAction,
  refreshConnectionAction,
  signInAtSandboxAction,
} from "./actions";

export const metadata: Metadata = { title: "Accounts" };

const connectionActions = { refresh: refreshConnectionAction, disconnect: disconnectAction };

export default async function AccountsPage() {
  const { id, timeZone, isDemo } = await requireUser();
  const connections = await listConnections(id, { timeZone });
  const balances = connections.flatMap(({ accounts }) => accounts.flatMap(({ balance }) => balance ?? []));
  const net = netWorthByCurrency(
    balances.map(({ amountMinor, currency }) => ({ balanceMinor: amountMinor, currency })),
  ).map(({ amountMinor, currency }) => toMoney(amountMinor, currency));
  // As a key: news of any bank is followed closely again.
  const reading = connections.flatMap((connection) =>
    connection.reading ? `${connection.id} ${connection.reading}` : [],
  );
  const connect = isDemo ? <DemoBanks /> : <WaysToConnect />;
  return (
    <Linking isDemo={isDemo}>
      <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-8 md:px-6">
          <header className="flex flex-wrap items-start justify-between gap-4">
            <div className="grid gap-4">
              <AccountsHeading />
              {net.length > 0 && <NetWorth amounts={net} />}
            </div>
            {connections.length > 0 && connect}
          </header>
          {connections.length === 0 && <NoConnections>{connect}</NoConnections>}
          {connections.map((connection) => (
            <ConnectionCard
              key={connection.id}
              connection={connection}
              timeZone={timeZone}
              actions={isDemo ? null : connectionActions}
            />
          ))}
          {reading.length > 0 && <RefreshWhileReading key={reading.join()} />}
        </div>
      </div>
    </Linking>
  );
}

function WaysToConnect() {
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild variant="outline">
        <Link href="/accounts/import">
          <FileUpIcon aria-hidden /> Import a file
        </Link>
      </Button>
      <ConnectBank />
    </div>
  );
}

/** Everybody who opens the demo shares its banks: nothing there opens Link. */
function Linking({ isDemo, children }: { isDemo: boolean; children: ReactNode }) {
  if (isDemo) return children;
  return (
    <LinkingProvider
      kind={sandboxKind() === "built-in" ? "sandbox" : "plaid"}
      actions={{ openLink: openLinkAction, finishLink: finishLinkAction, finishUpdate: finishUpdateAction }}
      sandbox={{
        findInstitutions: findSandboxInstitutionsAction,
        signIn: signInAtSandboxAction,
        answerQuestion: answerSandboxQuestionAction,
        finish: finishSandboxLinkAction,
      }}
    >
      {children}
    </LinkingProvider>
  );
}
