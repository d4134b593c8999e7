import type { CalendarDate } from "../contract/money";
import type { RecurringSource, RecurringView } from "../contract/recurring";
import { isCategoryId } from "./categories";
import { CATALOGUE } from "./category-catalogue";
import { toMoney } from "./money";
import { mergeSources } from "./recurring-merge";
import type { SeriesFacts } from "./recurring-series";

type Series = Omit<SeriesFacts, "key"> & {
  id: string;
  accountId: string;
  source: RecurringSource;
  transactionIds: string[];
};

/**
 * Series as a person sees them, each once whichever source found it: what is due next first, then what has ended. Banks
 * also report what only moves between own accounts: that is neither spending nor income, so it is left out.
 * @param today in the person's time zone
 */
export function recurringViews(series: readonly Series[], today: CalendarDate): RecurringView[] {
  return mergeSources(series.filter(({ category }) => !isMovement(category)))
    .map((one) => ({
      id: one.id,
      accountId: one.accountId,
      source: one.source,
      name: one.name,
      category: one.category,
      cadence: one.cadence,
      status: one.status,
      average: toMoney(one.averageMinor, one.currency),
      last: toMoney(one.lastMinor, one.currency),
      isVariable: one.isVariable,
      firstDate: one.firstDate,
      lastDate: one.lastDate,
      nextDate: one.nextDate,
      isOverdue: one.nextDate !== null && one.nextDate < today,
      transactionIds: one.transactionIds,
    }))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const isMovement = (category: string): boolean =>
  isCategoryId(category) && CATALOGUE[category].group === "movement";

const order = ({ nextDate, id }: RecurringView): string => `${nextDate ?? "9999"} ${id}`;
