import type { Metadata } from "next";
import { Suspense } from "react";
import { BalanceChart } from "@/components/money/balance-chart";
import { NoMoney } from "@/components/money/no-money";
import { PageFrame } from "@/components/money/page-frame";
import { CashFlowChart } from "@/components/overview/cash-flow-chart";
import { InsightList } from "@/components/overview/insight-list";
import { PaceChart } from "@/components/overview/pace-chart";
import { UpcomingBills } from "@/components/overview/upcoming-bills";
import { WeeklyDigest } from "@/components/overview/weekly-digest";
import { Alert } from "@/components/ui/alert";
import { Skeleton } from "@/components/ui/skeleton";
import type { InsightView } from "@/lib/contract/insights";
import { openDigest } from "@/lib/insights/open-digest";
import { readOverview } from "@/lib/insights/read-overview";
import { requireUser } from "@/lib/web/session";
import { dismissDigestAction, dismissInsightAction, restoreInsightAction } from "./actions";

export const metadata: Metadata = { title: "Overview" };

const insightActions = { dismiss: dismissInsightAction, restore: restoreInsightAction };

export default async function OverviewPage() {
  const { id, timeZone, isDemo } = await requireUser();
  const now = new Date();
  const [overview, digest] = await Promise.all([readOverview(id, now), openDigest({ id, timeZone }, now)]);
  if (!overview) {
    return (
      <PageFrame title="Overview">
        <NoMoney what="what you are worth, what came and went, and which bills are next" />
      </PageFrame>
    );
  }
  const { netWorth, cashFlow, pace, upcoming, insights } = overview;
  return (
    <PageFrame title="Overview">
      {digest && <WeeklyDigest digest={digest} onDismiss={isDemo ? null : dismissDigestAction} />}
      <BalanceChart
        title="Net worth"
        question="How did my net worth change over the last 12 months?"
        result={netWorth}
        timeZone={timeZone}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid min-w-0 gap-5">
          {pace.currencies.map((one) => (
            <PaceChart key={one.currency} pace={one} isOnlyCurrency={pace.currencies.length === 1} />
          ))}
          <CashFlowChart result={cashFlow} timeZone={timeZone} />
        </div>
        <div className="grid min-w-0 gap-5">
          <Suspense fallback={<Skeleton className="h-64 rounded-2xl" />}>
            <Insights insights={insights} isDemo={isDemo} />
          </Suspense>
          <UpcomingBills result={upcoming} timeZone={timeZone} />
        </div>
      </div>
    </PageFrame>
  );
}

type InsightsProps = { insights: Promise<InsightView[] | null>; isDemo: boolean };

/** They may take longer than the rest of the page. */
async function Insights({ insights, isDemo }: InsightsProps) {
  const found = await insights;
  if (found === null) {
    return (
      <Alert tone="neutral">
        What is worth knowing cannot be read right now. Reload the page in a minute.
      </Alert>
    );
  }
  return <InsightList insights={found} actions={isDemo ? null : insightActions} />;
}
