import type { ReactNode } from "react";
import { AskLink } from "@/components/money/ask-link";
import { formatDate } from "@/lib/domain/calendar";
import type { TransactionDetails } from "@/lib/domain/transaction-details";
import { askAboutRow } from "./ask-words";

/** What is known of a row, as the bank told it. */
export function TransactionFacts({ details }: { details: TransactionDetails }) {
  const { description, institution, accountName, accountMask, postedDate, date, pending, source } = details;
  const { primary, detailed } = details.bankCategory;
  return (
    <section aria-label="Details" className="grid gap-3">
      <dl className="grid gap-2.5 border-t pt-5 text-sm">
        <Fact name="Account">
          {accountName}
          {accountMask && <span className="text-muted-foreground"> ··{accountMask}</span>}
        </Fact>
        <Fact name={source === "file" ? "From" : "Bank"}>{institution}</Fact>
        <Fact name="Date">{formatDate(date)}</Fact>
        {pending ? (
          <Fact name="Posted">Not yet</Fact>
        ) : (
          postedDate !== date && <Fact name="Posted">{formatDate(postedDate)}</Fact>
        )}
        <Fact name="Bank text">
          <span className="break-words font-mono text-xs">{description}</span>
        </Fact>
        {primary && (
          <Fact name="Bank's category">
            <span className="break-words font-mono text-xs">{detailed ?? primary}</span>
          </Fact>
        )}
      </dl>
      <div className="-ml-3">
        <AskLink question={askAboutRow(details)} about="this transaction" />
      </div>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-3">
      <dt className="text-muted-foreground">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
