import type { Metadata } from "next";
import { NoMoney } from "@/components/money/no-money";
import { PageFrame } from "@/components/money/page-frame";
import { SpendingControls } from "@/components/spending/spending-controls";
import { SpendingGroups } from "@/components/spending/spending-groups";
import { SpendingTotal } from "@/components/spending/spending-total";
import { SpendingQuery } from "@/lib/contract/spending-query";
import { readSpending } from "@/lib/insights/read-spending";
import { requireUser } from "@/lib/web/session";

export const metadata: Metadata = { title: "Spending" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SpendingPage({ searchParams }: PageProps) {
  const [{ id, timeZone }, asked] = await Promise.all([requireUser(), searchParams]);
  const query = SpendingQuery.parse(asked);
  const spending = await readSpending(id, new Date(), query);
  if (!spending) {
    return (
      <PageFrame title="Spending">
        <NoMoney what="where your money goes" />
      </PageFrame>
    );
  }
  const { summary, comparison } = spending;
  return (
    <PageFrame title="Spending">
      <SpendingControls query={query} period={summary.period} />
      <SpendingTotal summary={summary} comparison={comparison} timeZone={timeZone} />
      <SpendingGroups summary={summary} comparison={comparison} />
    </PageFrame>
  );
}
