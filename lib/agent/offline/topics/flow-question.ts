import type { Grouping } from "../../../domain/flow-sums";
import type { Flow } from "../../../domain/transaction";
import type { PeriodInput } from "../../tools/period-input";
import type { Average, Range, Subject } from "../question";

type Scope = {
  subjects: Subject[];
  excluded: Subject[];
  accounts: string[];
  /** Several are compared. None was named: this month, or all time for rows. */
  periods: PeriodInput[];
  range: Range;
};

export type SpendingQuestion = Scope & {
  kind: "spending";
  groupBy: Grouping;
  limit: number | undefined;
  average: Average | undefined;
  isShare: boolean;
  /** One purchase of a total that leaves something out. */
  extreme: "largest" | "smallest" | undefined;
  /** Subjects side by side instead of together. */
  isContrast: boolean;
  /** Several periods, and not to be compared: "in May and June". */
  isSummed: boolean;
  chart: "bar" | "line" | "donut" | undefined;
};

export type TransactionsQuestion = Scope & {
  kind: "transactions";
  flow: Flow | undefined;
  direction: "in" | "out" | undefined;
  sort: "newest" | "oldest" | "largest" | "smallest";
  isPending: boolean;
  limit: number | undefined;
  /** "How many", "how much" or the rows themselves. */
  answer: "rows" | "count" | "total";
};

export type FlowQuestion = SpendingQuestion | TransactionsQuestion;
