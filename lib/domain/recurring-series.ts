import type { CalendarDate } from "../contract/money";
import type { Cadence, RecurringStatus } from "../contract/recurring";

/** What there is to say of payments or income that come back, whoever found them. Minor units; positive is money in. */
export type SeriesFacts = {
  /** What series of an account are told apart by; the same again when more rows arrive. */
  key: string;
  name: string;
  category: string;
  cadence: Cadence;
  status: RecurringStatus;
  averageMinor: number;
  lastMinor: number;
  isVariable: boolean;
  currency: string;
  firstDate: CalendarDate;
  lastDate: CalendarDate;
  nextDate: CalendarDate | null;
};
