import type { Metadata } from "next";
import { NoMoney } from "@/components/money/no-money";
import { PageFrame } from "@/components/money/page-frame";
import { RecurringTotals } from "@/components/recurring/recurring-totals";
import { SeriesList } from "@/components/recurring/series-list";
import { readRecurring } from "@/lib/insights/read-recurring";
import { requireUser } from "@/lib/web/session";

export const metadata: Metadata = { title: "Recurring" };

export default async function RecurringPage() {
  const { id, timeZone } = await requireUser();
  const result = await readRecurring(id, new Date());
  if (!result) {
    return (
      <PageFrame title="Recurring">
        <NoMoney what="your subscriptions and bills, when they are next and what a year of them costs" />
      </PageFrame>
    );
  }
  const goingOn = result.series.filter(({ status }) => status !== "ended");
  return (
    <PageFrame title="Recurring">
      <RecurringTotals result={result} timeZone={timeZone} />
      <SeriesList
        title="Subscriptions"
        series={goingOn.filter(({ kind }) => kind === "subscription")}
        question="Which subscriptions do I pay for, and what do they cost a year?"
      />
      <SeriesList
        title="Bills"
        series={goingOn.filter(({ kind }) => kind === "bill")}
        question="Which bills come back, and what do they cost a year?"
      />
      <SeriesList
        title="Income"
        series={goingOn.filter(({ kind }) => kind === "income")}
        question="What regular income do I have?"
      />
      <SeriesList
        title="Ended"
        subtitle="The next one did not come; they are in no total"
        series={result.series.filter(({ status }) => status === "ended")}
        question="Which of my subscriptions have ended?"
      />
    </PageFrame>
  );
}
