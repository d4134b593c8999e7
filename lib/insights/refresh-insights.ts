import { z } from "zod";
import { findAnomalies } from "../agent/tools/find-anomalies";
import { forecastBalance } from "../agent/tools/forecast-balance";
import { ToolProblem } from "../agent/tools/tool-problem";
import { Insight } from "../contract/insights";
import { CalendarDate } from "../contract/money";
import type { ForecastResult } from "../contract/results/forecast-result";
import { deleteContextDocument, findContextDocument } from "../documents/context-documents";
import { insightsOf } from "../domain/insights";
import type { Ledger } from "../domain/ledger";
import { log } from "../log";
import { keepForPerson } from "./keep-for-person";
import { openLedger } from "./open-ledger";

const FORECAST_DAYS = 30;

const Kept = z.object({ day: CalendarDate, insights: z.array(Insight) });
type Kept = z.infer<typeof Kept>;

const idOf = (userId: string): string => `insights.${userId}`;

/** Looks for what is worth a word in the last thirty days and the next, and keeps it for the pages. @throws {AppError} `unavailable` */
export async function refreshInsights(userId: string, now: Date): Promise<Kept> {
  const ledger = await openLedger(userId, now);
  const [anomalies, forecast] = await Promise.all([findAnomalies(ledger, { kinds: null }), foreseen(ledger)]);
  const kept = { day: ledger.today, insights: insightsOf(anomalies, forecast) };
  await keepForPerson({
    _id: idOf(userId),
    kind: "insights",
    userId,
    content: kept,
    createdAt: now,
  });
  return kept;
}

/** As the last sync left them; looked for now when there are none yet, or none of today. @throws {AppError} `unavailable` */
export async function knownInsights(userId: string, today: CalendarDate, now: Date): Promise<Insight[]> {
  const kept = Kept.safeParse(await findContextDocument(userId, idOf(userId)));
  if (kept.success && kept.data.day === today) return kept.data.insights;
  return (await refreshInsights(userId, now)).insights;
}

/** So that nothing of a bank that is gone is told: who asks next gets new ones. */
export async function dropInsights(userId: string): Promise<void> {
  await deleteContextDocument(userId, idOf(userId)).catch((err: unknown) =>
    log().warn({ userId, err }, "the insights were not dropped"),
  );
}

/** Null where there is no cash account to foresee. */
async function foreseen(ledger: Ledger): Promise<ForecastResult | null> {
  try {
    return await forecastBalance(ledger, { days: FORECAST_DAYS });
  } catch (error) {
    if (error instanceof ToolProblem) return null;
    throw error;
  }
}
