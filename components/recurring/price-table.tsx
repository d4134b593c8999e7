import type { RecurringSeries } from "../../lib/contract/results/recurring-result";
import { formatDate } from "../../lib/domain/calendar";
import { type Price, pricesOf } from "./prices-of";

/** Each price that a payment had, and since when. */
export function PriceTable({ series }: { series: RecurringSeries }) {
  const prices = pricesOf(series);
  if (prices.length === 0) {
    return (
      <p className="text-muted-foreground text-xs">Each payment differs; what is shown is the average.</p>
    );
  }
  return (
    <table className="text-left text-xs">
      <caption className="sr-only">Prices of {series.name}</caption>
      <thead className="text-muted-foreground">
        <tr>
          <th scope="col" className="pr-6 pb-1 text-right font-normal">
            Price
          </th>
          <th scope="col" className="pr-6 pb-1 font-normal">
            First paid on
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Change
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {prices.map((price) => (
          <tr key={price.since}>
            <td className="py-0.5 pr-6 text-right">{price.amount.formatted}</td>
            <td className="py-0.5 pr-6">{formatDate(price.since)}</td>
            <td className="py-0.5 text-right">
              <Change change={price.change} isIncome={series.direction === "in"} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ change, isIncome }: { change: Price["change"]; isIncome: boolean }) {
  if (change === null) return <span className="text-muted-foreground">First known</span>;
  const isMore = change.amountMinor > 0;
  return (
    <span className={isMore === isIncome ? "text-positive" : "text-negative"}>
      {isMore && "+"}
      {change.formatted}
    </span>
  );
}
