import { z } from "zod";
import { CalendarDate, Money } from "./money";
import { AnomaliesResult } from "./results/anomalies-result";
import type { TransactionRow } from "./results/evidence";

const ANOMALIES = AnomaliesResult.shape.anomalies.element.shape.kind.options;

/** The same finding has the same id when it is found again. */
const InsightId = z.string().min(1).max(400);

/** Something about their money that a person may want to know without asking. */
export const Insight = z.object({
  id: InsightId,
  kind: z.enum([...ANOMALIES, "low_balance"]),
  date: CalendarDate,
  title: z.string(),
  text: z.string(),
  amount: Money,
  /** A question that goes into it. */
  question: z.string(),
  /** The rows behind it. */
  transactionIds: z.array(z.string()),
});
export type Insight = z.infer<typeof Insight>;

/** With its rows as they are now. */
export type InsightView = Insight & { rows: TransactionRow[] };

export const OneInsight = z.object({ insightId: InsightId });
