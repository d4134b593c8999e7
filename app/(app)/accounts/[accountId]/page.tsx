import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DebtTerms } from "@/components/banking/debt-terms";
import { ResultTable } from "@/components/chat/result-table";
import { viewHoldings } from "@/components/chat/results/holdings";
import { formatMoment } from "@/components/format-moment";
import { AskLink } from "@/components/money/ask-link";
import { BalanceChart } from "@/components/money/balance-chart";
import { HowComputed } from "@/components/money/how-computed";
import { MoneyCard } from "@/components/money/money-card";
import { PageFrame } from "@/components/money/page-frame";
import { Button } from "@/components/ui/button";
import { transactionsHref } from "@/lib/domain/transaction-search";
import { readAccount } from "@/lib/insights/read-account";
import { requireUser } from "@/lib/web/session";

export const metadata: Metadata = { title: "Account" };

type PageProps = { params: Promise<{ accountId: string }> };

export default async function AccountPage({ params }: PageProps) {
  const [{ id, timeZone }, { accountId }] = await Promise.all([requireUser(), params]);
  const found = await readAccount(id, accountId, new Date());
  if (!found) notFound();
  const { account, history, holdings, debt } = found;
  const { name, institution, mask, isClosed, asOf } = account;
  const about = `${institution}${mask ? ` · ending in ${mask}` : ""}`;
  return (
    <PageFrame
      title={name}
      description={isClosed ? `${about} · closed` : `${about} · as of ${formatMoment(asOf, timeZone)}`}
      actions={
        <Button asChild variant="outline">
          <Link href={transactionsHref({ accounts: [accountId] })}>Transactions</Link>
        </Button>
      }
    >
      <BalanceChart
        title="Balance"
        question={`How did the balance of ${name} change over the last 12 months?`}
        result={history}
        timeZone={timeZone}
      />
      {history.currencies.length === 0 && (
        <p className="text-muted-foreground text-sm">Its bank has not stated a balance yet.</p>
      )}
      {debt && <DebtTerms debt={debt} />}
      {holdings && (
        <MoneyCard
          title="Holdings"
          subtitle={holdings.holdings.length === 0 ? "The bank tells of none" : undefined}
          actions={
            <>
              <HowComputed about="holdings" result={holdings} timeZone={timeZone} />
              <AskLink question={`What do I hold on ${name}, and what did it gain?`} about="holdings" />
            </>
          }
        >
          {viewHoldings(holdings)
            .tables.filter(({ rows }) => rows.length > 0)
            .map((table) => (
              <div key={table.title} className="border-t text-[13px]">
                <ResultTable table={table} isCaptioned />
              </div>
            ))}
        </MoneyCard>
      )}
    </PageFrame>
  );
}
