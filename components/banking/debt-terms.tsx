import { AskLink } from "@/components/money/ask-link";
import { MoneyCard } from "@/components/money/money-card";
import type { LiabilitiesResult } from "@/lib/contract/results/liabilities-result";
import { formatDate } from "@/lib/domain/calendar";

type Debt = LiabilitiesResult["liabilities"][number];

/** What a card or loan costs and when it must be paid, as the bank states it; what it does not state is left out. */
export function DebtTerms({ debt }: { debt: Debt }) {
  return (
    <MoneyCard
      title={debt.type === "credit" ? "Card" : "Loan"}
      subtitle={debt.isOverdue ? "A payment is late" : undefined}
      actions={
        <AskLink question={`When is ${debt.name} paid off, and what does it cost me?`} about={debt.name} />
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 px-4 pb-4 text-sm">
        {termsOf(debt).map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-muted-foreground">{term}</dt>
            <dd className="text-right tabular-nums">{text}</dd>
          </div>
        ))}
      </dl>
    </MoneyCard>
  );
}

function termsOf(debt: Debt): [string, string][] {
  const date = (day: string | null) => day && formatDate(day);
  const terms: [string, string | null | undefined][] = [
    ["Owed", debt.owed?.formatted],
    ["Credit limit", debt.limit?.formatted],
    ["Used of it", debt.utilisation?.formatted],
    ["Yearly rate", debt.yearlyRate?.formatted],
    ["Interest next month, about", debt.monthlyInterest?.formatted],
    ["Minimum payment", debt.minimumPayment?.formatted],
    ["Due on", date(debt.dueDate)],
    ["Statement balance", debt.statementBalance?.formatted],
    ["Statement of", date(debt.statementDate)],
    ["Last payment", debt.lastPayment?.formatted],
    ["Last paid on", date(debt.lastPaymentDate)],
    ["Ends on", date(debt.maturityDate)],
  ];
  return terms.flatMap(([term, text]) => (text ? [[term, text]] : []));
}
